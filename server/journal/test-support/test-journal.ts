import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { anOrder, t0 } from '../../ordering/test-support/record.ts'
import { createFieldCipher } from '../field-cipher.ts'
import { openJournal } from '../open-journal.ts'
import type { OrderRecord } from '../record.ts'
import type { JournalTables } from '../schema.ts'
import { createSqlStore } from '../sql-store.ts'
import type { OrderStore } from '../store.ts'

export const noLog = { events: [] }
export const wish = { at: t0, kind: 'guest: hold seats', detail: { seats: 2 } }
export const ticket = { kind: 'TICKET', at: t0, pickupCode: 'PICKUP99', bookingNo: 'B1' } as const
export const refund = { kind: 'REFUND', at: t0 } as const

/** A journal file of a test's own. */
export interface TestJournal {
  readonly dir: string
  readonly file: string
  readonly db: Kysely<JournalTables>
  readonly store: OrderStore
  /** Writes the order down, having become what it is in one step from a draft. */
  keep(order: OrderRecord): Promise<OrderRecord>
  /** Changes what is kept into `order`; the store's own counters stay. */
  become(order: OrderRecord): Promise<OrderRecord>
  reopen(): Promise<void>
  close(): Promise<void>
}

export async function openTestJournal(): Promise<TestJournal> {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-journal-'))
  const file = join(dir, 'journal.sqlite')
  const open = async () => {
    const db = await openJournal(file)
    return { db, store: createSqlStore(db, createFieldCipher(Buffer.alloc(32, 3))) }
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
    dir,
    file,
    get db() {
      return opened.db
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
    async close() {
      await opened.store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
