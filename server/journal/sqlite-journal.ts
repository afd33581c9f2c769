import Database from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely'
import { type Journal, migrate } from './journal.ts'
import type { JournalTables } from './schema.ts'

const inMemory = ':memory:'

/**
 * Opens the journal's SQLite file, bringing its schema up to date. Every commit is on the disk when it answers
 * (write-ahead log, synchronous=FULL). The file belongs to one process: a second one is told so.
 *
 * @throws Error when another process has it, when the file is no database, is newer than this program, or the disk
 * can't be written
 */
export async function openSqliteJournal(file: string): Promise<Journal> {
  const claim = claimFile(file === inMemory ? inMemory : `${file}.owner`)
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  const db = new Kysely<JournalTables>({ dialect: new ImmediateSqliteDialect({ database }) })
  const close = async () => {
    await db.destroy()
    claim.close()
  }
  try {
    if (database.pragma('synchronous', { simple: true }) !== 2)
      throw new Error('The journal’s database does not sync its commits.')
    await migrate(db, 'sqlite')
  } catch (error) {
    await close()
    throw error
  }
  return { db, dialect: 'sqlite', close }
}

/**
 * Takes a lock that the operating system gives back when the process ends, however it ends. Beside the journal and
 * not on it: others may still read that.
 */
function claimFile(file: string): Database.Database {
  const claim = new Database(file)
  try {
    claim.pragma('locking_mode = EXCLUSIVE')
    claim.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    claim.close()
    throw new Error('Another Foyer has this DATA_DIR: end it, or give this one a DATA_DIR of its own.', {
      cause,
    })
  }
  return claim
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
