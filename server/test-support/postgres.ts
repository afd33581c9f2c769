import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** A PostgreSQL server of a test's own, in a temporary folder. */
export interface TestPostgres {
  /** Makes an empty database. @returns its address, as DATABASE_URL wants it */
  newDatabase(): Promise<string>
  /** Ends the server at once, as a power cut would, but for what the disk has. */
  crash(): Promise<void>
  /** Starts it again on the same data and port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const run = promisify(execFile)
const aptMs = 240_000
const superuser = 'postgres'

/** Where Debian keeps the programs of each version, which are not on the PATH. */
const debianVersions = '/usr/lib/postgresql'

/** The folder that holds `initdb` and `postgres`; undefined when this machine has none. */
function findPrograms(): string | undefined {
  const versions = existsSync(debianVersions)
    ? readdirSync(debianVersions).sort((a, b) => Number(b) - Number(a))
    : []
  const candidates = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map(version => join(debianVersions, version, 'bin')),
  ]
  return candidates.find(folder => ['initdb', 'postgres'].every(name => existsSync(join(folder, name))))
}

/**
 * Makes sure that there is a PostgreSQL on this machine: one that is there, or Debian's package when we are root.
 *
 * @returns one sentence that names it
 * @throws Error with what to do, when there is none and none can be had
 */
export function obtainPostgres(say: (sentence: string) => void): string {
  if (findPrograms() === undefined && process.getuid?.() === 0) {
    say('Installing PostgreSQL with apt-get, for the tests.')
    const options = {
      stdio: 'ignore' as const,
      timeout: aptMs,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], options)
  }
  return `PostgreSQL: ${programs()}`
}

function programs(): string {
  const folder = findPrograms()
  if (folder === undefined)
    throw new Error(
      'There is no PostgreSQL for the tests: install it (on Debian: apt-get install postgresql).',
    )
  return folder
}

/** Starts a server on a free port, with durable commits as in production. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = programs()
  const dir = mkdtempSync(join(tmpdir(), 'foyer-postgres-'))
  const identity = await unprivileged()
  if (identity) chownSync(dir, identity.uid, identity.gid)
  const data = join(dir, 'data')
  await run(
    join(folder, 'initdb'),
    ['-D', data, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions'],
    { ...identity, cwd: dir },
  )
  const port = await freePort()
  let server: ChildProcess

  async function start(): Promise<void> {
    const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '' }
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    server = spawn(join(folder, 'postgres'), ['-D', data, ...args], {
      ...identity,
      cwd: dir,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await said(server, 'database system is ready to accept connections')
  }
  async function kill(): Promise<void> {
    const gone = once(server, 'exit')
    server.kill('SIGQUIT')
    await gone
  }

  const address = (database: string) => `postgres://${superuser}@127.0.0.1:${port}/${database}`
  let databases = 0
  await start()
  return {
    async newDatabase() {
      const name = `foyer_${++databases}`
      const client = new pg.Client(address(superuser))
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return address(name)
    },
    crash: kill,
    restart: start,
    async stop() {
      // At once: what a test wrote is thrown away, and needs no last checkpoint.
      if (server.exitCode === null) await kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: it gets the user that Debian's package made for it, or nobody. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  for (const user of ['postgres', 'nobody']) {
    try {
      const ids = await Promise.all(
        ['-u', '-g'].map(async flag => Number((await run('id', [flag, user])).stdout)),
      )
      const [uid, gid] = ids
      if (uid !== undefined && gid !== undefined) return { uid, gid }
    } catch {
      // This machine has no such user.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user to run it as.')
}

async function said(child: ChildProcess, words: string): Promise<void> {
  let text = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (more: string) => {
      text += more
      if (text.includes(words)) resolve()
    })
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${text}`)))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
