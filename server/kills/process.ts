import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A program of a run as an operating system's process. */
export interface Process {
  /** Its first message, or its first line when it sends none. @throws Error when it ends before */
  readonly said: Promise<unknown>
  /** Fulfils when it has ended, however it did. */
  readonly ended: Promise<{ signal: NodeJS.Signals | null }>
  /** Every line that it has written to its standard output. */
  readonly lines: readonly string[]
  send(message: string[]): void
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void
}

/** Starts a built program that knows nothing but these settings. What it writes to its error output comes to `onError`. */
export function startProcess(
  program: string,
  options: { args: string[]; env?: Record<string, string>; onError: (text: string) => void },
): Process {
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', program, ...options.args], {
    env: { NODE_ENV: 'test', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lines: string[] = []
  child.stderr?.setEncoding('utf8').on('data', options.onError)
  const ended = once(child, 'close').then(() => ({ signal: child.signalCode }))
  const said = new Promise<unknown>((resolve, reject) => {
    if (child.stdout !== null)
      createInterface(child.stdout).on('line', line => {
        lines.push(line)
        resolve(line)
      })
    child.once('message', resolve)
    void ended.then(() => reject(new Error(`${program} ended before it was ready`)))
  })
  // Whoever does not wait for the first word has no use for its failure.
  said.catch(() => undefined)
  // A process that is gone takes no messages, and that it is gone is told by `ended`.
  child.on('error', () => undefined)
  return {
    said,
    ended,
    lines,
    send: message => void (child.connected && child.send(message, () => undefined)),
    signal: signal => void child.kill(signal),
  }
}
