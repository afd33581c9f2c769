import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { anOrder, t0 } from '../../ordering/test-support/record.ts'
import type { TestPostgres } from '../../test-support/postgres.ts'
import { createFieldCipher } from '../field-cipher.ts'
import type { Dialect } from '../migrations/dialect.ts'
import { openPostgresJournal } from '../postgres-journal.ts'
import type { OrderRecord } from '../record.ts'
import type { JournalTables } from '../schema.ts'
import { createSqlStore } from '../sql-store.ts'
import { openSqliteJournal } from '../sqlite-journal.ts'
import type { OrderStore } from '../store.ts'

export const noLog = { events: [] }
export const wish = { at: t0, kind: 'guest: hold seats', detail: { seats: 2 } }
export const ticket = { kind: 'TICKET', at: t0, pickupCode: 'PICKUP99', bookingNo: 'B1' } as const
export const refund = { kind: 'REFUND', at: t0 } as const

/** The databases that every promise of the store is kept on. */
export const dialects: readonly Dialect[] = ['sqlite', 'postgres']

/** A journal of a test's own. */
export interface TestJournal {
  readonly db: Kysely<JournalTables>
  readonly store: OrderStore
  /** Writes the order down, having become what it is in one step from a draft. */
  keep(order: OrderRecord): Promise<OrderRecord>
  /** Changes what is kept into `order`; the store's own counters stay. */
  become(order: OrderRecord): Promise<OrderRecord>
  reopen(): Promise<void>
  /** Takes a rule of the journal away, as somebody might who owns the database. */
  dropTrigger(name: string, table: string): Promise<void>
  /** All that is kept, as text. */
  everything(): Promise<string>
  close(): Promise<void>
}

const noError = (error: Error): void => {
  throw error
}

/** @param postgres a running server, for a journal in PostgreSQL; a file of its own when absent */
export async function openTestJournal(postgres?: TestPostgres): Promise<TestJournal> {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-journal-'))
  const file = join(dir, 'journal.sqlite')
  const url = await postgres?.newDatabase()
  const open = async () => {
    const journal =
      url === undefined ? await openSqliteJournal(file) : await openPostgresJournal(url, noError)
    return { journal, store: createSqlStore(journal, createFieldCipher(Buffer.alloc(32, 3))) }
  }
  let opened = await open()

  const become = async (order: OrderRecord) => {
    const before = await opened.store.byId(order.id)
    if (before === undefined) throw new Error('no order')
    const { version, fence } = before
    const log = { events: [{ ...wish, kind: 'step' }] }
    const written = await opened.store.commit(before, { ...order, version, fence }, log)
    if (written === undefined) throw new Error('not written')
    return written
  }
  return {
    get db() {
      return opened.journal.db
    },
    get store() {
      return opened.store
    },
    async keep(order) {
      await opened.store.insert(anOrder({ version: 0, fence: 0 }), wish)
      return become(order)
    },
    become,
    async reopen() {
      await opened.store.close()
      opened = await open()
    },
    async dropTrigger(name, table) {
      const where = url === undefined ? '' : ` ON ${table}`
      await sql.raw(`DROP TRIGGER ${name}${where}`).execute(opened.journal.db)
    },
    async everything() {
      const { db } = opened.journal
      if (url === undefined) {
        await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
        return readFileSync(file, 'latin1')
      }
      const tables = ['orders', 'payment', 'refund', 'attempt', 'inbox', 'event', 'staff_session', 'finding']
      const rows = await Promise.all(
        tables.map(table => sql.raw(`SELECT to_json(t)::text AS row FROM ${table} t`).execute(db)),
      )
      return JSON.stringify(rows.map(result => result.rows))
    },
    async close() {
      await opened.store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
