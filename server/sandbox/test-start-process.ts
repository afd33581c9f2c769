import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { sandboxChannel } from './sandbox.ts'

const Started = z.object({ url: z.string(), openMs: z.number() })
const Memory = z.object({ heapBytes: z.int(), residentBytes: z.int() })

export type SandboxProcess = Awaited<ReturnType<typeof startSandboxProcess>>

/** Starts a sandbox beside this process; `now` is where its clock stands, epoch ms. */
export async function startSandboxProcess(options: { dataDir: string; now: number; seed?: number }) {
  const { dataDir, now, seed = 1 } = options
  const entry = fileURLToPath(new URL('test-process.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', entry, '--data', dataDir, '--now', `${now}`, '--seed', `${seed}`],
    { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] },
  )
  let printed = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const { url, openMs } = await told(child, Started)
  const { channelCode: channel, secret, cardKey } = sandboxChannel

  return {
    sandbox: { url, channel, secret, cardKey, close: end },
    /** How long it took to open its data, or to make them, ms. */
    openMs,
    /** What it printed to its error output so far. */
    printed: () => printed,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    /** What it holds once all garbage is gone. */
    async memory() {
      const answer = told(child, Memory)
      child.send('memory')
      return answer
    },
    /** kill -9: it has no time for anything. */
    end,
  }

  async function end(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }

  /** The child's next message. @throws Error when it ends instead */
  function told<T>(from: ChildProcess, schema: z.ZodType<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`the sandbox ended: ${printed}`))
      from.once('exit', ended)
      from.once('message', message => {
        from.off('exit', ended)
        resolve(schema.parse(message))
      })
    })
  }
}
