import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFieldCipher } from '../journal/field-cipher.ts'
import type { Journal } from '../journal/journal.ts'
import { createSqlStore } from '../journal/sql-store.ts'
import { openSqliteJournal } from '../journal/sqlite-journal.ts'
import { anOrder } from '../ordering/test-support/record.ts'
import { compare } from './compare.ts'
import { openJournalReader } from './journal-reader.ts'

let folder: string
let journal: Journal
let file: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-reader-'))
  file = join(folder, 'journal.sqlite')
  journal = await openSqliteJournal(file)
  const store = createSqlStore(journal, createFieldCipher(Buffer.alloc(32, 3)))
  await store.insert(anOrder({ version: 0, fence: 0 }), { at: 0, kind: 'guest: hold seats', detail: {} })
})
afterEach(async () => {
  await journal.close()
  rmSync(folder, { recursive: true, force: true })
})

async function differences(): Promise<string[]> {
  const reader = openJournalReader(file)
  const found = compare({
    journal: await reader.orders(),
    cloud: [],
    provider: { trades: [], refunds: [] },
    visits: [],
  })
  await reader.close()
  return found.map(one => one.kind)
}

test('a row that is altered in the journal is a difference, beside the process that has the journal open', async () => {
  await sql`UPDATE orders SET state = 'FAILED'`.execute(journal.db)
  expect(await differences()).toEqual([])
  await sql`INSERT INTO payment (out_trade_no, order_id, provider, amount_fen, created_at, expires_at, state, declined,
    create_tries, close_tries, transaction_id, paid_fen, paid_at)
    SELECT 'F1', id, 'alipay', 1, 1, 1, 'paid', 0, 1, 0, 'T1', 1, 1 FROM orders`.execute(journal.db)
  expect(await differences()).toEqual(['journal differs from provider'])
})

test('an order’s history is read as it was written', async () => {
  const reader = openJournalReader(file)
  const [order] = await reader.orders()
  expect(order).toMatchObject({ payments: [], refunds: [], doubts: [] })
  expect(await reader.historyOf(order?.id ?? '')).toEqual(['1970-01-01T00:00:00.000Z guest: hold seats {}'])
  await reader.close()
})
