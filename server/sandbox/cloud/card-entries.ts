import type { Db } from './database.ts'

/** Something that happened on a member card; money in fen, points in hundredths. */
export interface CardEntry {
  cardNumber: string
  kind: 'recharge' | 'consume' | 'points'
  /** The card order, or the order of tickets or goods that was paid. */
  orderId: string
  bookingId: string
  cinemaLinkId: string
  at: number
  /** Added when filled up, taken when paid with; 0 on cards by times. */
  amountFen: number
  beforeFen: number
  afterFen: number
  times: number
  points: number
  scheduleId: number | null
  filmCode: string | null
  shortName: string | null
  seats: number
  discountedSeats: number
  timesPerTicket: number | null
  givenBackAt: number | null
}

/** The rest of an entry that has nothing to do with a show. */
export const atNoShow = {
  scheduleId: null,
  filmCode: null,
  shortName: null,
  seats: 0,
  discountedSeats: 0,
  timesPerTicket: null,
  givenBackAt: null,
} as const

const columns = `
  card_number AS cardNumber, kind, order_id AS orderId, booking_id AS bookingId, cinema_link_id AS cinemaLinkId, at,
  amount_fen AS amountFen, before_fen AS beforeFen, after_fen AS afterFen, times, points, schedule_id AS scheduleId,
  film_code AS filmCode, short_name AS shortName, seats, discounted_seats AS discountedSeats,
  times_per_ticket AS timesPerTicket, given_back_at AS givenBackAt`

/** The history of the member cards: what the records of 7.12 to 7.14 show and the limits of a grade count. */
export function cardEntriesIn(db: Db) {
  const add = db.prepare<[CardEntry]>(
    `INSERT INTO card_entry VALUES (NULL, @cardNumber, @kind, @orderId, @bookingId, @cinemaLinkId, @at, @amountFen,
       @beforeFen, @afterFen, @times, @points, @scheduleId, @filmCode, @shortName, @seats, @discountedSeats,
       @timesPerTicket, @givenBackAt, 0)`,
  )
  const between = db.prepare<[string, number, number], CardEntry>(
    `SELECT ${columns} FROM card_entry WHERE card_number = ? AND at >= ? AND at < ? ORDER BY at DESC, entry_id DESC`,
  )
  const giveBack = db.prepare<[number, string]>(
    "UPDATE card_entry SET given_back_at = ? WHERE order_id = ? AND kind = 'consume' AND given_back = 0",
  )
  const due = 'given_back = 0 AND given_back_at IS NOT NULL AND given_back_at <= ?'
  const dueBy = db.prepare<[number], CardEntry>(
    `SELECT ${columns} FROM card_entry WHERE ${due} ORDER BY given_back_at, entry_id`,
  )
  const settle = db.prepare<[number]>(`UPDATE card_entry SET given_back = 1 WHERE ${due}`)
  const sum = (condition: string) =>
    db
      .prepare<[string, number], number>(
        `SELECT coalesce(sum(discounted_seats), 0) FROM card_entry
         WHERE card_number = ? AND kind = 'consume' AND given_back = 0 AND ${condition}`,
      )
      .pluck()
  const count = db
    .prepare<[string, string], number>('SELECT count(*) FROM card_entry WHERE card_number = ? AND kind = ?')
    .pluck()
  const since = sum('at >= ?')
  const ofShow = sum('schedule_id = ?')

  return {
    add: (entry: CardEntry): void => void add.run(entry),
    /** From `fromMs` up to before `toMs`, the latest first. */
    between: (cardNumber: string, fromMs: number, toMs: number): CardEntry[] =>
      between.all(cardNumber, fromMs, toMs),
    /** What cards paid for an order is to be given back at `at`, unless they have it already. */
    giveBack: (orderId: string, at: number): void => void giveBack.run(at, orderId),
    /** What is to be given back by now, each entry once: the caller puts it on the cards. */
    takeDue(now: number): CardEntry[] {
      const entries = dueBy.all(now)
      if (entries.length > 0) settle.run(now)
      return entries
    },
    count: (cardNumber: string, kind: CardEntry['kind']): number => count.get(cardNumber, kind) ?? 0,
    /** Tickets bought at the card's discount since an instant, and not given back. */
    discountedSince: (cardNumber: string, fromMs: number): number => since.get(cardNumber, fromMs) ?? 0,
    discountedAtShow: (cardNumber: string, scheduleId: number): number =>
      ofShow.get(cardNumber, scheduleId) ?? 0,
  }
}
