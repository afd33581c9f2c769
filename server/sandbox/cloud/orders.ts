import type { Db } from './database.ts'

export interface Order {
  orderId: string
  lockOrderId: string
  channelCode: string
  cinemaLinkId: string
  scheduleId: number
  bookingId: string
  confirmationId: string
  mobile: string
  parameters: string
  confirmedAt: number
  ticketsAt: number
  reversedAt: number | null
}

export interface Ticket {
  ticketNo: string
  seatId: string
  ticketFen: number
  feeFen: number
  printed: 0 | 1
  refunded: 0 | 1
}

/** The part of specification 5.7.4's states that an order of tickets alone can reach here. */
export type OrderStatus = 'wait_ticket' | 'ticket_success' | 'reverse_success'

/** What became of the order by now: tickets come when the cinema's system has answered, which is a matter of the clock. */
export function statusOf(order: Order, now: number): OrderStatus {
  if (order.reversedAt !== null) return 'reverse_success'
  return now < order.ticketsAt ? 'wait_ticket' : 'ticket_success'
}

const columns = `
  order_id AS orderId, lock_order_id AS lockOrderId, channel_code AS channelCode, cinema_link_id AS cinemaLinkId,
  schedule_id AS scheduleId, booking_id AS bookingId, confirmation_id AS confirmationId, mobile, parameters,
  confirmed_at AS confirmedAt, tickets_at AS ticketsAt, reversed_at AS reversedAt`

/** Orders of tickets and what belongs to them. */
export function ordersIn(db: Db) {
  const add = db.prepare<[Order]>(
    `INSERT INTO ticket_order VALUES (@orderId, @lockOrderId, @channelCode, @cinemaLinkId, @scheduleId, @bookingId,
       @confirmationId, @mobile, @parameters, @confirmedAt, @ticketsAt, @reversedAt)`,
  )
  const addTicket = db.prepare('INSERT INTO ticket VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const by = (condition: string) =>
    db.prepare<string[], Order>(`SELECT ${columns} FROM ticket_order WHERE ${condition}`)
  const byLock = by('lock_order_id = ?')
  const byId = by('order_id = ?')
  const byConfirmation = by('cinema_link_id = ? AND confirmation_id = ?')
  const all = by('TRUE ORDER BY confirmed_at, order_id')
  const tickets = db.prepare<[string], Ticket>(
    `SELECT ticket_no AS ticketNo, seat_id AS seatId, ticket_fen AS ticketFen, fee_fen AS feeFen, printed, refunded
     FROM ticket WHERE order_id = ? ORDER BY place`,
  )
  const reverse = db.prepare<[number, string]>('UPDATE ticket_order SET reversed_at = ? WHERE order_id = ?')
  const refundTickets = db.prepare<[string]>('UPDATE ticket SET refunded = 1 WHERE order_id = ?')

  return {
    add(order: Order, orderTickets: readonly Ticket[]): void {
      add.run(order)
      orderTickets.forEach((ticket, place) => {
        const { ticketNo, seatId, ticketFen, feeFen, printed, refunded } = ticket
        addTicket.run(ticketNo, order.orderId, place, seatId, ticketFen, feeFen, printed, refunded)
      })
    },
    byLock: (lockOrderId: string): Order | undefined => byLock.get(lockOrderId),
    byId: (orderId: string): Order | undefined => byId.get(orderId),
    byConfirmation: (cinemaLinkId: string, confirmationId: string): Order | undefined =>
      byConfirmation.get(cinemaLinkId, confirmationId),
    all: (): Order[] => all.all(),
    /** In the order they were asked for. */
    tickets: (orderId: string): Ticket[] => tickets.all(orderId),
    reverse(orderId: string, now: number): void {
      reverse.run(now, orderId)
      refundTickets.run(orderId)
    },
  }
}
