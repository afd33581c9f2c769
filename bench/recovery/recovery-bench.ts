import { buildPrograms } from '../../server/kills/build.ts'
import { startPostgres } from '../../server/test-support/postgres.ts'
import { hundredths, table, whole } from '../table.ts'
import { measureRestart, measureTakeover, type Restart } from './recovery.ts'

const orders = 10_000

/** Kills servers that have ten thousand open orders, on both stores; tables for docs/performance.md. */
export async function recoveryBench(): Promise<string> {
  const programs = await buildPrograms()
  const postgres = await startPostgres()
  try {
    const onSqlite = await measureRestart({ programs, orders, databaseUrl: undefined })
    const onPostgres = await measureRestart({ programs, orders, databaseUrl: await postgres.newDatabase() })
    const takeover = await measureTakeover({ programs, orders, databaseUrl: await postgres.newDatabase() })
    const other = [
      whole(takeover.leased),
      seconds(takeover.allTakenUpAfter),
      seconds(takeover.leasedTakenUpAfter),
    ]
    return [
      table(restartHeads, [row('SQLite', onSqlite), row('PostgreSQL', onPostgres)]),
      '',
      table(takeoverHeads, [['PostgreSQL', ...other]]),
      '',
    ].join('\n')
  } finally {
    await postgres.stop()
  }
}

const restartHeads = [
  'store',
  'answers after s',
  'first order moves after s',
  'all taken up after s',
  'orders/s',
  'commits/s',
  'bare commits/s',
  'ratio',
]
const takeoverHeads = ['store', 'orders the dead one had', 'all others taken up after s', 'its own after s']

const seconds = (ms: number) => hundredths(ms / 1000)

function row(name: string, restart: Restart): string[] {
  return [
    name,
    seconds(restart.answersAfter),
    seconds(restart.firstMovedAfter),
    seconds(restart.allTakenUpAfter),
    whole(restart.ordersPerSecond),
    whole(restart.commitsPerSecond),
    whole(restart.bareCommitsPerSecond),
    hundredths(restart.commitsPerSecond / restart.bareCommitsPerSecond),
  ]
}
