import Database from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import type { JournalTables } from '../journal/schema.ts'
import { grouped } from './grouped.ts'
import type { JournalOrder } from './ledgers.ts'

/** A journal that others write, read by SQL: nothing of the engine that wrote it is asked. */
export interface JournalReader {
  orders(): Promise<JournalOrder[]>
  /** What happened to an order, a line each, oldest first. */
  historyOf(orderId: string): Promise<string[]>
  close(): Promise<void>
}

const int8 = 20
const Flags = z.array(z.object({ reason: z.string() }))

/** @param address `postgres://...`, or a SQLite file */
export function openJournalReader(address: string): JournalReader {
  const dialect = address.startsWith('postgres:')
    ? new PostgresDialect({ pool: openPool(address) })
    : new SqliteDialect({ database: new Database(address, { readonly: true }) })
  const db = new Kysely<JournalTables>({ dialect })
  return {
    async orders() {
      const orders = await db.selectFrom('orders').selectAll().orderBy('created_at').execute()
      const payments = grouped(await db.selectFrom('payment').selectAll().execute(), row => row.order_id)
      const refunds = grouped(await db.selectFrom('refund').selectAll().execute(), row => row.order_id)
      return orders.map(row => ({
        id: row.id,
        state: row.state,
        lockId: row.lock_id,
        doubts:
          row.needs_human === null ? [] : Flags.parse(JSON.parse(row.needs_human)).map(one => one.reason),
        payments: (payments.get(row.id) ?? []).map(one => ({
          outTradeNo: one.out_trade_no,
          state: one.state,
          paidFen: one.paid_fen ?? 0,
        })),
        refunds: (refunds.get(row.id) ?? []).map(one => ({
          outRefundNo: one.out_refund_no,
          outTradeNo: one.out_trade_no,
          amountFen: one.amount_fen,
          state: one.state,
        })),
      }))
    },
    async historyOf(orderId) {
      const events = await db
        .selectFrom('event')
        .selectAll()
        .where('order_id', '=', orderId)
        .orderBy('seq')
        .execute()
      return events.map(({ at, kind, detail_json }) => `${new Date(at).toISOString()} ${kind} ${detail_json}`)
    },
    close: () => db.destroy(),
  }
}

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format),
    },
  })
  // A connection that broke is opened anew by whoever asks next.
  pool.on('error', () => undefined)
  return pool
}
