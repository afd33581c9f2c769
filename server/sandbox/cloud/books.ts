import type { Db } from './database.ts'

/** What there is in all: for whoever looks at the sandbox from outside the protocol. */
export function booksIn(db: Db) {
  const numbers = (sql: string) => db.prepare<[], string>(sql).pluck()
  const goodsOrders = numbers('SELECT goods_order_id FROM goods_order ORDER BY confirmed_at, goods_order_id')
  const memberCards = numbers('SELECT card_number FROM member_card ORDER BY card_number')
  const benefitCards = numbers('SELECT card_number FROM benefit_card ORDER BY card_number')
  const counts = db.prepare<
    { now: number },
    { locks: number; orders: number; soldSeats: number }
  >(`SELECT (SELECT count(*) FROM seat_lock WHERE released = 0 AND locked_until > @now
              AND lock_order_id NOT IN (SELECT lock_order_id FROM ticket_order)) AS locks,
            (SELECT count(*) FROM ticket_order) + (SELECT count(*) FROM goods_order) AS orders,
            (SELECT count(*) FROM taken_seat WHERE locked_until IS NULL) AS soldSeats`)
  const seatsTaken = db.prepare<
    { scheduleId: number; now: number },
    { seatId: string; lockOrderId: string | null; lockedUntil: number | null }
  >(`SELECT seat_id AS seatId, lock_order_id AS lockOrderId, locked_until AS lockedUntil FROM taken_seat
     WHERE schedule_id = @scheduleId AND (locked_until IS NULL OR locked_until > @now)`)

  return {
    goodsOrderIds: (): string[] => goodsOrders.all(),
    memberCardNumbers: (): string[] => memberCards.all(),
    benefitCardNumbers: (): string[] => benefitCards.all(),
    /** Locks that hold now, orders of every kind, and seats sold by whomever. */
    counts: (now: number) => counts.get({ now }) ?? { locks: 0, orders: 0, soldSeats: 0 },
    /** The seats of a show that cannot be bought now, and by whom: no lock means the cinema's till. */
    seatsTaken: (scheduleId: number, now: number) => seatsTaken.all({ scheduleId, now }),
  }
}
