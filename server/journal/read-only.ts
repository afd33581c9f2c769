import Database from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import type { Journal } from './journal.ts'
import { getTypeParser } from './postgres-journal.ts'
import type { JournalTables } from './schema.ts'

/**
 * Opens a journal beside the servers that work with it, for reading alone: nothing is migrated, claimed or written.
 *
 * @throws Error when there is none
 */
export function openJournalToRead(where: { file: string } | { url: string }): Journal {
  if ('file' in where) {
    const database = new Database(where.file, { readonly: true, fileMustExist: true })
    database.pragma('busy_timeout = 5000')
    const db = new Kysely<JournalTables>({ dialect: new SqliteDialect({ database }) })
    return { db, dialect: 'sqlite', close: () => db.destroy() }
  }
  const pool = new pg.Pool({
    connectionString: where.url,
    max: 2,
    application_name: 'foyer reconcile',
    options: '-c default_transaction_read_only=on',
    types: { getTypeParser },
  })
  const db = new Kysely<JournalTables>({ dialect: new PostgresDialect({ pool }) })
  return { db, dialect: 'postgres', close: () => db.destroy() }
}
