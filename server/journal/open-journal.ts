import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type Migration,
  Migrator,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import * as orders from './migrations/0001-orders.ts'
import type { JournalTables } from './schema.ts'

/** Numbered, in order, never changed once released. */
const migrations: Record<string, Migration> = {
  '0001-orders': orders,
}

/**
 * Opens the journal's SQLite file, bringing its schema up to date. One process at a time; every commit is on
 * the disk when it answers (write-ahead log, synchronous=FULL).
 *
 * @throws Error when the file is no database, is newer than this program, or the disk can't be written
 */
export async function openJournal(file: string): Promise<Kysely<JournalTables>> {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  if (database.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('The journal’s database does not sync its commits.')
  const db = new Kysely<JournalTables>({ dialect: new ImmediateSqliteDialect({ database }) })
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  if (error !== undefined) {
    await db.destroy()
    throw new Error('The journal could not be brought up to date.', { cause: error })
  }
  return db
}

/** Every transaction takes the write lock at its begin, so that what it read is still so when it writes. */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: { database: Database.Database }

  constructor(config: { database: Database.Database }) {
    super(config)
    this.#config = config
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#config)
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
