import { join } from 'node:path'
import type { Journal } from '../../server/journal/journal.ts'
import { openPostgresJournal } from '../../server/journal/postgres-journal.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import type { TestPostgres } from '../../server/test-support/postgres.ts'

export const storeNames = ['SQLite', 'PostgreSQL'] as const
export type StoreName = (typeof storeNames)[number]

/** Where a new journal of this kind may be: a file in the folder, or a database of its own. */
export const newAddress = async (name: StoreName, folder: string, postgres: TestPostgres): Promise<string> =>
  name === 'SQLite' ? join(folder, `${crypto.randomUUID()}.sqlite`) : postgres.newDatabase()

export const openJournal = (address: string): Promise<Journal> =>
  address.startsWith('postgres:')
    ? openPostgresJournal(address, error => process.stderr.write(`${error.message}\n`))
    : openSqliteJournal(address)
