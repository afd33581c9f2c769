import type { Kysely } from 'kysely'
import { OrderId } from '#contract/ids.ts'
import { calendarDayBounds, type LocalDate } from '#contract/time.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { JournalTables } from '../journal/schema.ts'
import type { OrderStore } from '../journal/store.ts'

const dayMs = 86_400_000
/** An order is paid, confirmed and decided within hours of its beginning. */
const longestLifeMs = 3 * dayMs

/** The journal's side of a day. Providers keep their books by the calendar day in Beijing, so it is read by that. */
export interface JournalReader {
  /** Orders whose money or tickets moved on that day. */
  movedOn(day: LocalDate): Promise<OrderId[]>
  /** Orders that these payments belong to. */
  ofTrades(outTradeNos: readonly string[]): Promise<OrderId[]>
  /** Other orders with tickets for one of the same seats. */
  sharing(order: OrderRecord): Promise<OrderId[]>
  order(id: OrderId): Promise<OrderRecord | undefined>
}

export function createJournalReader(parts: {
  db: Kysely<JournalTables>
  store: Pick<OrderStore, 'byId'>
}): JournalReader {
  const { db, store } = parts
  const ids = (rows: { id: string }[]) => [...new Set(rows.map(({ id }) => OrderId.parse(id)))]

  return {
    async movedOn(day) {
      const { from, to } = calendarDayBounds(day)
      const paid = await db
        .selectFrom('payment')
        .select('order_id as id')
        .where('paid_at', '>=', from)
        .where('paid_at', '<', to)
        .execute()
      const refunded = await db
        .selectFrom('refund')
        .select('order_id as id')
        .where('created_at', '<', to)
        .where(one => one.or([one('created_at', '>=', from), one('last_at', '>=', from)]))
        .execute()
      const decided = await db
        .selectFrom('orders')
        .select('id')
        .where('created_at', '>=', from - longestLifeMs)
        .where('created_at', '<', to)
        .where(one =>
          one.or([
            one.and([one('decided_at', '>=', from), one('decided_at', '<', to)]),
            one.and([one('first_confirm_at', '>=', from), one('first_confirm_at', '<', to)]),
          ]),
        )
        .execute()
      return ids([...paid, ...refunded, ...decided])
    },

    async ofTrades(outTradeNos) {
      const found: { id: string }[] = []
      // A database takes only so many values in one statement.
      for (let at = 0; at < outTradeNos.length; at += 500) {
        const some = outTradeNos.slice(at, at + 500)
        const rows = db.selectFrom('payment').select('order_id as id').where('out_trade_no', 'in', some)
        found.push(...(await rows.execute()))
      }
      return ids(found)
    },

    async sharing({ id, ref, startsAt, quote }) {
      if (!('scheduleId' in ref)) return []
      const rows = await db
        .selectFrom('orders')
        .select(['id', 'seat_ids_json'])
        .where('cinema_id', '=', ref.cinemaId)
        .where('starts_at', '=', startsAt)
        .where('schedule_id', '=', ref.scheduleId)
        .where('state', '=', 'TICKETED')
        .where('id', '<>', id)
        .execute()
      const seats = quote.lines.map(line => JSON.stringify(line.seatId))
      return ids(rows.filter(row => seats.some(seat => row.seat_ids_json.includes(seat))))
    },

    order: store.byId,
  }
}
