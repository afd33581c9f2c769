import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LocalDate } from '#contract/time.ts'
import { startSandboxProcess } from '../../server/sandbox/test-start-process.ts'
import { startPostgres } from '../../server/test-support/postgres.ts'
import { median } from '../load.ts'
import { hundredths, table, whole } from '../table.ts'
import { now, openCloud } from './cloud.ts'
import { findPlaces } from './places.ts'
import { newAddress, storeNames } from './stores.ts'
import { measureThroughput, type Throughput } from './throughput.ts'

const days = { from: LocalDate.parse('2026-11-24'), to: LocalDate.parse('2026-11-28') }
/** Of each round, for each second that it is to take. */
const ordersPerSecond = 100

/** Measures the order path on both stores; a text for docs/performance.md. */
export async function ordersBench(effort: { seconds: number; repetitions: number }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'orders-bench-'))
  const sandbox = await startSandboxProcess({ dataDir: join(folder, 'cloud'), now })
  const postgres = await startPostgres()
  const { cloud, close } = openCloud(sandbox.sandbox.url, { now: () => now })
  try {
    const count = Math.ceil(effort.seconds * ordersPerSecond)
    const places = await findPlaces(cloud, days, (effort.repetitions + 1) * storeNames.length * count)
    const rows: string[][] = []
    for (const name of storeNames) {
      const rounds: Throughput[] = []
      // Not counted: the first round is the compiler's.
      for (let nth = 0; nth <= effort.repetitions; nth++) {
        const address = await newAddress(name, folder, postgres)
        rounds.push(await measureThroughput(address, cloud, places.splice(0, count)))
      }
      rows.push(row(name, rounds.slice(1)))
    }
    return `${table(heads, rows)}\n`
  } finally {
    await close()
    await postgres.stop()
    await sandbox.sandbox.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const heads = [
  'store',
  'orders/s',
  'paid to ticketed: median ms',
  'p99 ms',
  'commits an order',
  'commits/s',
  'bare commits/s',
  'ratio',
]

function row(name: string, rounds: readonly Throughput[]): string[] {
  const of = (figure: (round: Throughput) => number) => median(rounds.map(figure))
  return [
    name,
    whole(of(round => round.ordersPerSecond)),
    hundredths(of(round => round.medianMs)),
    hundredths(of(round => round.p99Ms)),
    hundredths(of(round => round.commitsPerOrder)),
    whole(of(round => round.commitsPerSecond)),
    whole(of(round => round.bareCommitsPerSecond)),
    hundredths(of(round => round.commitsPerSecond / round.bareCommitsPerSecond)),
  ]
}
