import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type DatabaseClock, openDatabaseClock } from './database-clock.ts'
import { type Journal, migrate } from './journal.ts'
import type { JournalTables } from './schema.ts'

const secondMs = 1000
const syncMs = 30 * secondMs
const int8 = 20

/**
 * Opens the journal in a PostgreSQL that any number of processes share, bringing its schema up to date.
 *
 * @param onError hears of a connection that broke while nobody used it
 * @throws Error when it can't be reached, when its commits are not durable, or its schema is newer than this program
 */
export async function openPostgresJournal(
  url: string,
  onError: (error: Error) => void,
): Promise<Journal & { clock: DatabaseClock }> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 5 * secondMs,
    statement_timeout: 10 * secondMs,
    // A process that stops in the middle of a transaction must not keep an order from the others.
    idle_in_transaction_session_timeout: 10 * secondMs,
    application_name: 'foyer',
    types: { getTypeParser },
  })
  pool.on('error', onError)
  const db = new Kysely<JournalTables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await checkDurability(pool)
    await migrate(db, 'postgres')
    const clock = await openDatabaseClock(
      () => timeOf(pool),
      () => performance.now(),
    )
    const syncing = setInterval(() => void clock.sync().catch(onError), syncMs).unref()
    return {
      db,
      dialect: 'postgres',
      clock,
      close() {
        clearInterval(syncing)
        return db.destroy()
      },
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function timeOf(pool: pg.Pool): Promise<number> {
  const asked = 'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms'
  const { rows } = await pool.query<{ ms: number }>(asked)
  const [row] = rows
  if (row === undefined) throw new Error('PostgreSQL does not tell its time.')
  return row.ms
}

/** Instants and amounts are whole numbers far below 2^53; the driver would hand them out as strings. */
export function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === int8 ? Number : pg.types.getTypeParser(oid, format)
}

/** Money is only spoken of when what was written survives a power cut. @throws Error naming the setting */
async function checkDurability(pool: pg.Pool): Promise<void> {
  for (const [setting, good] of [
    ['fsync', ['on']],
    ['full_page_writes', ['on']],
    ['synchronous_commit', ['on', 'remote_apply']],
  ] as const) {
    const { rows } = await pool.query<Record<string, string>>(`SHOW ${setting}`)
    const value = rows[0]?.[setting] ?? ''
    if (!good.some(accepted => accepted === value))
      throw new Error(
        `The PostgreSQL of DATABASE_URL has ${setting}=${value}; it has to be ${good.join(' or ')}.`,
      )
  }
}
