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
  ticketsAt: number
  reversedAt: number | null
  refundedAt: number | null
}

export interface Ticket {
  ticketNo: string
  seatId: string
  ticketFen: number
  feeFen: number
  printed: 0 | 1
}

/** The part of specification 5.7.4's states that an order can reach here. */
export type OrderStatus =
  | 'wait_ticket'
  | 'ticket_success'
  | 'refunding'
  | 'refund_success'
  | 'reverse_success'

/** What became of the order by now: when the cinema's system has answered is a matter of the clock. */
export function statusOf({ reversedAt, refundedAt, ticketsAt }: Order, now: number): OrderStatus {
  if (reversedAt !== null) return 'reverse_success'
  if (refundedAt !== null) return now < refundedAt ? 'refunding' : 'refund_success'
  return now < ticketsAt ? 'wait_ticket' : 'ticket_success'
}

/** Whether the tickets have been given back, one way or the other. */
export function isGivenBack(order: Order, now: number): boolean {
  const status = statusOf(order, now)
  return status === 'refund_success' || status === 'reverse_success'
}

const columns = `
  order_id AS orderId, lock_order_id AS lockOrderId, channel_code AS channelCode, cinema_link_id AS cinemaLinkId,
  schedule_id AS scheduleId, kind, booking_id AS bookingId, confirmation_id AS confirmationId, mobile, parameters,
  confirmed_at AS confirmedAt, tickets_at AS ticketsAt, reversed_at AS reversedAt, refunded_at AS refundedAt`

/** Orders of tickets, with goods or without, and what belongs to them. */
export function ordersIn(db: Db) {
  const add = db.prepare<[Order]>(
    `INSERT INTO ticket_order VALUES (@orderId, @lockOrderId, @channelCode, @cinemaLinkId, @scheduleId, @kind,
       @bookingId, @confirmationId, @mobile, @parameters, @confirmedAt, @ticketsAt, @reversedAt, @refundedAt)`,
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
  const refund = db.prepare<[number, string]>('UPDATE ticket_order SET refunded_at = ? WHERE order_id = ?')
  const print = db.prepare<[string]>('UPDATE ticket SET printed = 1 WHERE order_id = ?')
  const refunds = db
    .prepare<[number], number>(
      'SELECT count(*) FROM ticket_order WHERE schedule_id = ? AND refunded_at IS NOT NULL',
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
    /** The cinema takes the tickets back at `at`, epoch ms. */
    refund: (orderId: string, at: number): void => void refund.run(at, orderId),
    /** How many orders of the show were given back for money, by whichever channel. */
    refundsOf: (scheduleId: number): number => refunds.get(scheduleId) ?? 0,
    print: (orderId: string): void => void print.run(orderId),
  }
}
