import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const Started = z.object({ port: z.int() })

export type BareServer = Awaited<ReturnType<typeof startBareServer>>

/** The bare node:http server, in a process of its own. */
export async function startBareServer() {
  const entry = fileURLToPath(new URL('bare-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [started] = await once(child, 'message')
  return {
    port: Started.parse(started).port,
    /** Answers this to everything from now on. */
    async answerWith(headers: Record<string, string>, body: Buffer): Promise<void> {
      const understood = once(child, 'message')
      child.send({ headers, body: body.toString('base64') })
      await understood
    },
    async close(): Promise<void> {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}
