import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { startApp } from '../../app.ts'
import { loadEnv } from '../../config/env.ts'
import { Pace } from '../../kernel/pace.ts'
import { dyingStore } from '../../ordering/test-support/dying-store.ts'
import { crashPoints } from '../crash-points.ts'

/*
 * Foyer's server as `server/main.ts` starts it, but for two things: its time is paced, and it kills itself with SIGKILL
 * at the first of the crash points that its parent has named. It writes the point's name first, because nothing of a
 * process that was killed can be asked.
 */

const Armed = z.array(z.string())
const standardOutput = 1

const { values } = parseArgs({ options: { pace: { type: 'string', default: '' } } })
let armed: ReadonlySet<string> = new Set()
let struck = ''

const app = await startApp(loadEnv(), {
  pace: Pace.parse(JSON.parse(values.pace)),
  onFatal: () => process.exit(1),
  between: store =>
    dyingStore(
      store,
      write => {
        const point = crashPoints.find(one => one.write === write && armed.has(one.name))
        if (point !== undefined) struck = point.name
        return point?.fate ?? 'lives'
      },
      () => {
        writeSync(standardOutput, `killed: ${struck}\n`)
        process.kill(process.pid, 'SIGKILL')
        throw new Error('a process outlived its SIGKILL')
      },
    ),
})
process.on('message', message => {
  armed = new Set(Armed.parse(message))
})
process.on('disconnect', () => process.exit(0))
process.send?.({ url: app.url.replace('localhost', '127.0.0.1') })
