import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A whole Foyer as a process of its own: the built server, its sandbox cloud, its databases in a temporary folder. */
export interface Foyer {
  /** "http://localhost:40123" */
  readonly url: string
  /** The sandbox cloud's control interface: others buying, faults. */
  readonly control: string
  /** The sandbox cloud's control page. */
  readonly sandbox: string
  readonly dataDir: string
  /** kill -9: no goodbye, nothing flushed. */
  kill(): Promise<void>
  /** Starts again on the same data and ports. */
  start(): Promise<void>
  /** So much time passes for the server and the sandbox cloud at once; it stays passed over a restart. */
  passTime(ms: number): Promise<void>
  /** Stops and removes everything. */
  close(): Promise<void>
  /** Everything the server has written so far, over all its lives. */
  output(): string
}

const entry = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))
const clock = new URL('movable-clock.mjs', import.meta.url)
const openMs = 30_000
const closeMs = 10_000

/**
 * Opens a Foyer on free ports and resolves when it serves.
 *
 * @param settings further settings, by the names that the README gives
 * @throws Error with what the server said, when it does not open
 */
export async function openFoyer(settings: Record<string, string> = {}): Promise<Foyer> {
  if (!existsSync(entry)) throw new Error('The server is not built: run npm run build first.')
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-e2e-'))
  // Nothing else: what is set on a developer's machine must not decide a test.
  const environment = {
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    KIOSK_CINEMA: '681',
    LOG_LEVEL: 'warn',
    ...settings,
  }
  const lives: Life[] = []
  let aheadMs = 0
  const begin = async (ports: { PORT: string; SANDBOX_PORT: string }) => {
    const life = startLife({ ...ports, ...environment }, aheadMs)
    lives.push(life)
    const timer = setTimeout(() => life.child.kill('SIGKILL'), openMs)
    try {
      return await life.opened
    } finally {
      clearTimeout(timer)
    }
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const life = lives.at(-1)
    if (life) await endLife(life, signal)
  }

  const ports = await begin({ PORT: '0', SANDBOX_PORT: '0' }).catch((error: unknown) => {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  })
  return {
    url: `http://localhost:${ports.PORT}`,
    control: `http://127.0.0.1:${ports.SANDBOX_PORT}/control`,
    sandbox: `http://127.0.0.1:${ports.SANDBOX_PORT}/sandbox`,
    dataDir,
    kill: () => end('SIGKILL'),
    start: async () => void (await begin(ports)),
    async passTime(ms) {
      aheadMs += ms
      const { child } = lives.at(-1) ?? {}
      if (child === undefined || hasEnded(child)) return
      const heard = once(child, 'message')
      child.send({ aheadMs })
      await heard
    },
    async close() {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
    output: () => lives.map(life => life.said()).join(''),
  }
}

/** From the start of the process to its end. */
type Life = ReturnType<typeof startLife>

function startLife(env: Record<string, string>, aheadMs: number) {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', `${clock}?aheadMs=${aheadMs}`, entry],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let said = ''
  const opened = new Promise<{ PORT: string; SANDBOX_PORT: string }>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const [, port, sandboxPort] = /Foyer is open: \S+:(\d+)\/kiosk.* at \S+:(\d+)\)/.exec(said) ?? []
        if (port !== undefined && sandboxPort !== undefined)
          resolve({ PORT: port, SANDBOX_PORT: sandboxPort })
      })
    }
    child.once('exit', (code, signal) =>
      reject(new Error(`The server ended with ${code ?? signal} before it was open:\n${said}`)),
    )
  })
  return { child, opened, said: () => said }
}

/** Resolves when the process is gone; one that does not go by itself in time is killed. */
async function endLife({ child }: Life, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return
  const gone = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), closeMs)
  child.kill(signal)
  await gone
  clearTimeout(timer)
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
