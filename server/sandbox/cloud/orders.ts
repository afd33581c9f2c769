import type { Db } from './database.ts'

export interface Order {
  orderId: string
  lockOrderId: string
  channelCode: string
  cinemaLinkId: string
  scheduleId: number
  /** Tickets alone, or tickets and goods; each has its own refund and reversal. */
  kind: 'ticket' | 'mix'
  bookingId: string
  confirmationId: string
  mobile: string
  parameters: string
  confirmedAt: number
  /** When the cinema's own system answers the confirm; epoch ms, as all instants here. */
  ticketsAt: number
  /** What it answers then is that there are no tickets. */
  ticketsFail: 0 | 1
  reversedAt: number | null
  /** When it answers the latest refund. */
  refundedAt: number | null
  /** What it answers then is that it takes nothing back. */
  refundFails: 0 | 1
}

export interface Ticket {
  ticketNo: string
  seatId: string
  ticketFen: number
  feeFen: number
  printed: 0 | 1
}

/** Specification 5.7.4. */
export type OrderStatus =
  | 'wait_ticket'
  | 'ticket_success'
  | 'ticket_failed'
  | 'refunding'
  | 'refund_success'
  | 'refund_failed'
  | 'reverse_success'

/** What became of the order by now: when the cinema's system has answered is a matter of the clock. */
export function statusOf(order: Order, now: number): OrderStatus {
  const { ticketsAt, ticketsFail, reversedAt, refundedAt, refundFails } = order
  if (reversedAt !== null) return 'reverse_success'
  if (refundedAt !== null) {
    if (now < refundedAt) return 'refunding'
    return refundFails === 1 ? 'refund_failed' : 'refund_success'
  }
  if (now < ticketsAt) return 'wait_ticket'
  return ticketsFail === 1 ? 'ticket_failed' : 'ticket_success'
}

/** Whether there ever were tickets: not while the cinema has not answered, nor when it was reversed before that. */
export const hasTickets = ({ ticketsAt, ticketsFail, reversedAt }: Order, now: number): boolean =>
  ticketsFail === 0 && (reversedAt ?? now) >= ticketsAt

/** Whether the tickets have been given back, one way or the other. */
export function isGivenBack(order: Order, now: number): boolean {
  const status = statusOf(order, now)
  return status === 'refund_success' || status === 'reverse_success'
}

const columns = `
  order_id AS orderId, lock_order_id AS lockOrderId, channel_code AS channelCode, cinema_link_id AS cinemaLinkId,
  schedule_id AS scheduleId, kind, booking_id AS bookingId, confirmation_id AS confirmationId, mobile, parameters,
  confirmed_at AS confirmedAt, tickets_at AS ticketsAt, tickets_fail AS ticketsFail, reversed_at AS reversedAt,
  refunded_at AS refundedAt, refund_fails AS refundFails`

/** Orders of tickets, with goods or without, and what belongs to them. */
export function ordersIn(db: Db) {
  const add = db.prepare<[Order]>(
    `INSERT INTO ticket_order VALUES (@orderId, @lockOrderId, @channelCode, @cinemaLinkId, @scheduleId, @kind,
       @bookingId, @confirmationId, @mobile, @parameters, @confirmedAt, @ticketsAt, @ticketsFail, @reversedAt, @refundedAt,
       @refundFails)`,
  )
  const addTicket = db.prepare('INSERT INTO ticket VALUES (?, ?, ?, ?, ?, ?, ?)')
  const by = (condition: string) =>
    db.prepare<string[], Order>(`SELECT ${columns} FROM ticket_order WHERE ${condition}`)
  const byLock = by('lock_order_id = ?')
  const byId = by('order_id = ?')
  const byConfirmation = by('cinema_link_id = ? AND confirmation_id = ?')
  const byBooking = by('cinema_link_id = ? AND booking_id = ?')
  const all = by('TRUE ORDER BY confirmed_at, order_id')
  const tickets = db.prepare<[string], Ticket>(
    `SELECT ticket_no AS ticketNo, seat_id AS seatId, ticket_fen AS ticketFen, fee_fen AS feeFen, printed
     FROM ticket WHERE order_id = ? ORDER BY place`,
  )
  const reverse = db.prepare<[number, string]>('UPDATE ticket_order SET reversed_at = ? WHERE order_id = ?')
  const refund = db.prepare<[number, 0 | 1, string]>(
    'UPDATE ticket_order SET refunded_at = ?, refund_fails = ? WHERE order_id = ?',
  )
  const print = db.prepare<[string]>('UPDATE ticket SET printed = 1 WHERE order_id = ?')
  const refunds = db
    .prepare<[number, number], number>(
      `SELECT count(*) FROM ticket_order
       WHERE schedule_id = ? AND refunded_at IS NOT NULL AND (refund_fails = 0 OR refunded_at > ?)`,
    )
    .pluck()

  return {
    add(order: Order, orderTickets: readonly Ticket[]): void {
      add.run(order)
      orderTickets.forEach((ticket, place) => {
        const { ticketNo, seatId, ticketFen, feeFen, printed } = ticket
        addTicket.run(ticketNo, order.orderId, place, seatId, ticketFen, feeFen, printed)
      })
    },
    byLock: (lockOrderId: string): Order | undefined => byLock.get(lockOrderId),
    byId: (orderId: string): Order | undefined => byId.get(orderId),
    byConfirmation: (cinemaLinkId: string, confirmationId: string): Order | undefined =>
      byConfirmation.get(cinemaLinkId, confirmationId),
    byBooking: (cinemaLinkId: string, bookingId: string): Order | undefined =>
      byBooking.get(cinemaLinkId, bookingId),
    all: (): Order[] => all.all(),
    /** In the order they were asked for. */
    tickets: (orderId: string): Ticket[] => tickets.all(orderId),
    reverse: (orderId: string, now: number): void => void reverse.run(now, orderId),
    /** The cinema takes the tickets back at `at`, epoch ms, or answers then that it does not. */
    refund: (orderId: string, at: number, fails: boolean): void =>
      void refund.run(at, fails ? 1 : 0, orderId),
    /** How many orders of the show were given back for money or are about to be, by whichever channel. */
    refundsOf: (scheduleId: number, now: number): number => refunds.get(scheduleId, now) ?? 0,
    print: (orderId: string): void => void print.run(orderId),
  }
}
