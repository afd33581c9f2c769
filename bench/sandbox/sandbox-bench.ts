import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import { startSandboxProcess } from '../../server/sandbox/test-start-process.ts'
import { openLine } from '../line.ts'
import { load, type Measured, median } from '../load.ts'
import { type BareServer, startBareServer } from '../start-bare-server.ts'
import { bareCommits } from './bare-commits.ts'
import { type Kind, kindsOf } from './kinds.ts'
import { startUpMs } from './start-up.ts'
import { openStock } from './stock.ts'

/** Monday, 20:00 in Beijing; the sandbox's clock stands there, so that nothing that is measured runs out. */
const now = Date.parse('2026-11-23T20:00:00+08:00')
const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']
const connections = 8

export interface Effort {
  /** Of each measurement. */
  seconds: number
  /** How often all of it is done; the medians are printed. */
  repetitions: number
}

/** What one kind of call came to, and its limits. */
export interface Row {
  name: string
  sandbox: Measured
  bare: Measured
  /** Commits a second with nothing around them; absent for kinds that only read. */
  commitsPerSecond?: number
}
/** With data to be made, and with data that are there. */
export interface StartUp {
  fresh: number
  again: number
  /** Of these, what the sandbox itself takes: the rest is Node's, and reading the sources. */
  freshAlone: number
  againAlone: number
}
export interface SandboxFigures {
  rows: Row[]
  startUpMs: StartUp
}

/** Measures the sandbox on disk beside its limits, each of a kind right after the other. */
export async function measureSandbox({ seconds, repetitions }: Effort): Promise<SandboxFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-bench-'))
  const cloud = await startSandboxProcess({ dataDir: folder, now })
  const bare = await startBareServer()
  try {
    const port = Number(new URL(cloud.sandbox.url).port)
    const stock = await openStock(cloud.sandbox, now, days)
    const once = async (asked: Buffer): Promise<string> => {
      const line = await openLine(port)
      const body = await line.send(asked)
      line.close()
      return body.toString('utf8')
    }
    const kinds = await kindsOf(cloud.sandbox, { now, days, stock, once })
    const rows: Row[] = []
    for (const kind of kinds) {
      await answerAlike(bare, port, kind)
      const example = await kind.example()
      const effort = { connections, seconds }
      // Not measured: the first second is the compiler's.
      await load(port, kind.turn, effort)
      const rounds: Row[] = []
      for (let nth = 0; nth < repetitions; nth++)
        rounds.push({
          name: kind.name,
          sandbox: await load(port, kind.turn, effort),
          bare: await load(bare.port, () => async send => void (await send(example)), effort),
          ...(kind.commitsPerCall === 0 ? {} : { commitsPerSecond: bareCommits(folder, seconds / 2) }),
        })
      rows.push(middle(kind.name, rounds))
    }
    return { rows, startUpMs: await startUps(repetitions) }
  } finally {
    await bare.close()
    await cloud.end()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Lets the bare server answer just what the sandbox answers to this kind's example. */
async function answerAlike(bare: BareServer, port: number, kind: Kind): Promise<void> {
  const [, target = ''] = (await kind.example()).toString('latin1').split(' ')
  const answer = await request(`http://127.0.0.1:${port}${target}`, {
    headers: { 'accept-encoding': 'gzip' },
  })
  const body = Buffer.from(await answer.body.arrayBuffer())
  const { connection: _, 'keep-alive': __, ...told } = answer.headers
  const headers = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
  await bare.answerWith(headers, body)
}

async function startUps(repetitions: number): Promise<StartUp> {
  const fresh: number[] = []
  const again: number[] = []
  const alone: number[][] = [[], []]
  for (let nth = 0; nth < repetitions; nth++) {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-start-'))
    fresh.push(await startUpMs(folder))
    again.push(await startUpMs(folder))
    const dataDir = join(folder, 'alone')
    for (const times of alone) {
      const cloud = await startSandboxProcess({ dataDir, now })
      times.push(cloud.openMs)
      await cloud.end()
    }
    await rm(folder, { recursive: true, force: true })
  }
  const [freshAlone = 0, againAlone = 0] = alone.map(median)
  return { fresh: median(fresh), again: median(again), freshAlone, againAlone }
}

function middle(name: string, rounds: readonly Row[]): Row {
  const of = (figure: (round: Row) => number) => median(rounds.map(figure))
  const measured = (side: 'sandbox' | 'bare'): Measured => ({
    callsPerSecond: of(round => round[side].callsPerSecond),
    medianMs: of(round => round[side].medianMs),
    p99Ms: of(round => round[side].p99Ms),
  })
  const commits = rounds.flatMap(({ commitsPerSecond }) =>
    commitsPerSecond === undefined ? [] : [commitsPerSecond],
  )
  return {
    name,
    sandbox: measured('sandbox'),
    bare: measured('bare'),
    ...(commits.length === 0 ? {} : { commitsPerSecond: median(commits) }),
  }
}
