import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { startApp } from '../../app.ts'
import { loadEnv } from '../../config/env.ts'
import { Pace } from '../../kernel/pace.ts'
import { dyingStore } from '../../ordering/test-support/dying-store.ts'
import { crashPoints } from '../crash-points.ts'

/*
 * Foyer's server as `server/main.ts` starts it, but for three things: it waits for its parent's word, so that the next
 * one stands ready when one is killed; its time is paced; and it kills itself with SIGKILL at the first of the crash
 * points that its parent has named. It writes down where first, because nothing of a process that was killed
 * can be asked.
 */

/** The crash points that are armed from now on; the first message is also the word to open. */
const Armed = z.array(z.string())
const standardOutput = 1

const { values } = parseArgs({ options: { pace: { type: 'string', default: '' } } })
let armed: ReadonlySet<string> = new Set()

process.on('disconnect', () => process.exit(0))
const [first] = await once(process, 'message')
const arm = (message: unknown) => {
  armed = new Set(Armed.parse(message))
}
arm(first)
process.on('message', arm)
const app = await startApp(loadEnv(), {
  pace: Pace.parse(JSON.parse(values.pace)),
  onFatal: () => process.exit(1),
  between: store =>
    dyingStore(
      store,
      write => {
        const point = crashPoints.find(one => one.write === write && armed.has(one.name))
        return point?.fate ?? 'lives'
      },
      write => {
        writeSync(standardOutput, `killed ${write}\n`)
        process.kill(process.pid, 'SIGKILL')
        throw new Error('a process outlived its SIGKILL')
      },
    ),
})
process.send?.({ url: app.url.replace('localhost', '127.0.0.1') })
