import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decide } from '../ordering/core/decide.ts'
import { merge } from '../ordering/core/merge.ts'
import {
  accepted,
  anOrder,
  aPayment,
  aRefund,
  confirming,
  held,
  paidState,
  t0,
} from '../ordering/test-support/record.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { createFieldCipher } from './field-cipher.ts'
import { migrate } from './journal.ts'
import type { Dialect } from './migrations/dialect.ts'
import { openPostgresJournal } from './postgres-journal.ts'
import type { OrderRecord } from './record.ts'
import type { JournalTables } from './schema.ts'
import { createSqlStore } from './sql-store.ts'
import { openSqliteJournal } from './sqlite-journal.ts'
import { dialects, openTestJournal, refund, ticket } from './test-support/test-journal.ts'

/* Orders that were written before there were goods, cards and parts, and were on their way when Foyer was renewed. */

const before = '0003-staff'
const wholeByQr = [{ by: 'sandbox', amountFen: 9600 }] as const
const wholeByAlipay = [{ by: 'alipay', amountFen: 9600 }] as const
const frozen = { kind: 'frozen', payload: 'frozen' } as const
const closed = { state: { kind: 'closed' }, role: undefined } as const

const cases: readonly (readonly [what: string, order: OrderRecord, shares: OrderRecord['shares']])[] = [
  ['seats that are held', anOrder({ state: 'LOCKED', lock: held }), []],
  ['a QR on a screen', anOrder({ state: 'PAYING', lock: held, payments: [aPayment()] }), wholeByQr],
  [
    'a second QR, by another provider',
    anOrder({
      state: 'PAYING',
      lock: held,
      payments: [
        aPayment(closed),
        aPayment({ outTradeNo: 'F2', provider: 'alipay', createdAt: t0 - 30_000 }),
      ],
    }),
    wholeByAlipay,
  ],
  [
    'a payment by the first QR, seen after the second was shown',
    confirming(
      {},
      {
        payments: [accepted, aPayment({ outTradeNo: 'F2', provider: 'alipay', ...closed, createdAt: t0 })],
      },
    ),
    wholeByQr,
  ],
  ['tickets', confirming({}, { state: 'TICKETED', decision: ticket }), wholeByQr],
  [
    'money that goes back',
    anOrder({
      state: 'REFUNDING',
      reason: 'payment-mismatch',
      decision: refund,
      lock: held,
      payments: [aPayment({ state: paidState, role: 'MISMATCH' })],
      refunds: [aRefund()],
    }),
    wholeByQr,
  ],
]

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describe.each(dialects)('a journal of yesterday in %s', dialect => {
  let place: Awaited<ReturnType<typeof openPlace>>
  beforeEach(async () => {
    place = await openPlace(dialect)
  })
  afterEach(() => place.remove())

  test.each(cases)('%s: reads as it read, and due as a whole to one provider', async (_, order, shares) => {
    await place.writeYesterday(order)
    const store = await place.openToday()
    const kept = await store.byId(order.id)
    const { version, fence, nextRunAt } = kept ?? order
    expect(kept).toEqual({ ...order, shares, version, fence, nextRunAt })
  })

  test('a guest who paid by the QR of yesterday’s screen has her tickets made', async () => {
    const order = anOrder({ state: 'PAYING', lock: held, payments: [aPayment()] })
    await place.writeYesterday(order)
    const kept = await (await place.openToday()).byId(order.id)
    if (kept === undefined) throw new Error('no order')
    const facts = { status: 'PAID', paidFen: 9600, paidAt: t0, transactionId: 'TX' } as const
    const paid = merge(kept, { kind: 'payment', outTradeNo: 'F1', facts }, t0)
    expect(decide(paid, t0)).toMatchObject({ rule: 'sort the money', order: { state: 'PAID' } })
  })
})

/** Where a journal is written by yesterday's schema and opened by today's. */
async function openPlace(dialect: Dialect) {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-yesterday-'))
  const file = join(dir, 'journal.sqlite')
  const url = dialect === 'postgres' ? await postgres.newDatabase() : ''
  const closing: (() => Promise<void>)[] = []

  const openBare = () =>
    new Kysely<JournalTables>({
      dialect:
        dialect === 'postgres'
          ? new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) })
          : new SqliteDialect({ database: new Database(file) }),
    })
  return {
    async writeYesterday(order: OrderRecord): Promise<void> {
      const today = await openTestJournal(dialect === 'postgres' ? postgres : undefined)
      const bare = openBare()
      try {
        await migrate(bare, dialect, before)
        if (order.confirm.kind === 'sent') {
          // The journal lets no confirm be written down as sent before its money and its bytes are.
          await today.keep({ ...confirming(), payments: order.payments, confirm: frozen })
          await today.become(order)
        } else await today.keep(order)
        for (const table of ['orders', 'payment', 'refund', 'event'] as const) {
          const rows = await today.db.selectFrom(table).selectAll().execute()
          for (const row of rows) await insertOld(bare, dialect, table, row)
        }
      } finally {
        await bare.destroy()
        await today.close()
      }
    },
    async openToday() {
      const journal =
        dialect === 'postgres'
          ? await openPostgresJournal(url, error => {
              throw error
            })
          : await openSqliteJournal(file)
      closing.push(() => journal.close())
      return createSqlStore(journal, createFieldCipher(Buffer.alloc(32, 3)))
    },
    async remove() {
      for (const close of closing) await close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Writes a row without what yesterday's table, and yesterday's price, did not have. */
async function insertOld(db: Kysely<JournalTables>, dialect: Dialect, table: string, row: object) {
  const had = await columnsOf(db, dialect, table)
  const fields = Object.entries(row).filter(([column]) => had.has(column))
  const values = fields.map(([column, value]) => (column === 'quote_json' ? withoutGoods(value) : value))
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(fields.map(([column]) => sql.ref(column)))})
    VALUES (${sql.join(values)})`.execute(db)
}

async function columnsOf(db: Kysely<JournalTables>, dialect: Dialect, table: string): Promise<Set<string>> {
  const asked =
    dialect === 'postgres'
      ? sql<{
          name: string
        }>`SELECT column_name AS name FROM information_schema.columns WHERE table_name = ${table}`
      : sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`
  return new Set((await asked.execute(db)).rows.map(({ name }) => name))
}

function withoutGoods(quote: unknown): string {
  const { goods: _, goodsFen: __, ...older } = JSON.parse(String(quote))
  return JSON.stringify(older)
}
