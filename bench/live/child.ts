import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What a child holds once all garbage is gone, and the processor time that it has had since its start. */
export const Footprint = z.object({ heapBytes: z.number(), residentBytes: z.number(), cpuMs: z.number() })
export type Footprint = z.infer<typeof Footprint>

const Started = z.object({ url: z.string() })

export type Child = Awaited<ReturnType<typeof startChild>>

/** Starts a program of this folder as a process of its own, and waits until it says where it listens. */
export async function startChild(program: string, env: Record<string, string> = {}) {
  const entry = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', entry], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'], ...env },
  })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${program} ended`)
  })
  ended.catch(() => undefined)
  const told = async (): Promise<unknown> => {
    const listening = new AbortController()
    try {
      const [message] = await Promise.race([once(child, 'message', { signal: listening.signal }), ended])
      return message
    } finally {
      listening.abort()
    }
  }
  const { url } = Started.parse(await told())
  return {
    url,
    async footprint(): Promise<Footprint> {
      const answer = told()
      child.send('footprint')
      return Footprint.parse(await answer)
    },
    send: (message: object) => void child.send(message),
    async end(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}
