import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sandboxChannel } from './sandbox.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

export interface SandboxCommand {
  readonly url: string
  readonly channel: string
  readonly secret: string
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
}

/** Starts the command as a process of its own, over a folder on disk; `port` 0 takes any that is free. */
export async function startSandboxCommand(dataDir: string, port: number): Promise<SandboxCommand> {
  const options = ['--port', String(port), '--data', dataDir, '--rate', 'none']
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressIn(child)
  const { channelCode: channel, secret } = sandboxChannel
  return {
    url,
    channel,
    secret,
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** The address it prints once it listens. */
function addressIn(child: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the sandbox ended with ${code}: ${printed}`)))
    child.stdout?.setEncoding('utf8').on('data', chunk => {
      printed += String(chunk)
      const [url] = /http:\S+(?=\/route)/.exec(printed) ?? []
      if (url !== undefined) resolve(url)
    })
  })
}
