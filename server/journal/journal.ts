import { type Kysely, type Migration, Migrator } from 'kysely'
import { orders } from './migrations/0001-orders.ts'
import { returns } from './migrations/0002-returns.ts'
import { staff } from './migrations/0003-staff.ts'
import { kindsAndShares } from './migrations/0004-kinds-and-shares.ts'
import { live } from './migrations/0005-live.ts'
import { leases } from './migrations/0006-leases.ts'
import type { Dialect } from './migrations/dialect.ts'
import type { JournalTables } from './schema.ts'

/** A database with the journal's tables in it. */
export interface Journal {
  readonly db: Kysely<JournalTables>
  readonly dialect: Dialect
  close(): Promise<void>
}

/** Numbered, in order, never changed once released. */
const migrations = (dialect: Dialect): Record<string, Migration> => ({
  '0001-orders': orders(dialect),
  '0002-returns': returns(dialect),
  '0003-staff': staff(),
  '0004-kinds-and-shares': kindsAndShares(dialect),
  '0005-live': live(dialect),
  '0006-leases': leases(),
})

/**
 * Brings the schema up to date. Several processes may do so at once: one works, the others wait for it.
 *
 * @param last where to stop, by name; the newest migration when absent
 * @throws Error when the schema is newer than this program, or cannot be written
 */
export async function migrate(db: Kysely<JournalTables>, dialect: Dialect, last?: string): Promise<void> {
  const provider = { getMigrations: async () => migrations(dialect) }
  const migrator = new Migrator({ db, provider })
  const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last))
  if (error !== undefined) throw new Error('The journal could not be brought up to date.', { cause: error })
}
