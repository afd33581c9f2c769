import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A whole Foyer as a process of its own: the built server, its sandbox cloud, its databases in a temporary folder. */
export interface Foyer {
  /** "http://localhost:40123" */
  readonly url: string
  /** The sandbox cloud's control interface: others buying, faults. */
  readonly control: string
  /** kill -9: no goodbye, nothing flushed. */
  kill(): Promise<void>
  /** Starts again on the same data and ports. */
  start(): Promise<void>
  /** Stops and removes everything. */
  close(): Promise<void>
  /** Everything the server has written so far. */
  output(): string
}

export async function openFoyer(settings: Record<string, string> = {}): Promise<Foyer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-e2e-'))
  const [port, sandboxPort] = await freePorts(2)
  const env = {
    PATH: process.env['PATH'],
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    DATA_DIR: dataDir,
    SANDBOX_PORT: String(sandboxPort),
    KIOSK_CINEMA: '681',
    LOG_LEVEL: 'warn',
    ...settings,
  }
  let output = ''
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    server = child
    let open: (() => void) | undefined
    const ready = new Promise<void>(resolve => {
      open = resolve
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        if (text.includes('Foyer is open')) open?.()
      })
    }
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${code} before it was open:\n${output}`)
    })
    await Promise.race([ready, ended])
    ended.catch(() => undefined)
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = server
    server = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  await start()
  return {
    url: `http://localhost:${port}`,
    control: `http://127.0.0.1:${sandboxPort}/control`,
    kill: () => end('SIGKILL'),
    start,
    async close() {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
    output: () => output,
  }
}

/** Ports that nobody has right now; all are held open until the last is known, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports: number[] = []
  for (const server of servers) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address === 'object' && address !== null) ports.push(address.port)
  }
  for (const server of servers) server.close()
  return ports
}
