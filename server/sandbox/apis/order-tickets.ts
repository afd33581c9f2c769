import { yuan } from '#contract/money.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { isGivenBack, type Order, type Ticket } from '../cloud/orders.ts'
import type { Seat } from '../world/seat-plan.ts'
import { type Cinema, seatsById } from '../world/world.ts'
import { inHall, type ShowInHall } from './lookups.ts'

/** An order with the show and hall it is for, and a seat for every ticket. */
export interface OrderInHall extends ShowInHall {
  tickets: { ticket: Ticket; seat: Seat }[]
}

/** @throws Error when the order's show or seat is gone, which the sandbox never lets happen */
export function orderInHall(cloud: Cloud, cinema: Cinema, order: Order): OrderInHall {
  const show = cloud.shows.find(order.scheduleId)
  if (!show) throw new Error(`order ${order.orderId} has no show`)
  const place = inHall(cinema, show)
  const seats = seatsById(place.plan)
  const tickets = cloud.orders.tickets(order.orderId).map(ticket => {
    const seat = seats.get(ticket.seatId)
    if (!seat) throw new Error(`ticket ${ticket.ticketNo} has no seat`)
    return { ticket, seat }
  })
  return { ...place, tickets }
}

/** The fields of a ticket that getOrderInfo and getTicketInfo share. The fee taken is the fee asked for. */
export const ticketState = (order: Order, { ticketFen, feeFen, printed }: Ticket, now: number) => ({
  ticketPrice: yuan(ticketFen),
  ticketFee: yuan(feeFen),
  serviceFee: yuan(feeFen),
  printStatus: printed === 1 ? 'Y' : 'N',
  refundStatus: isGivenBack(order, now) ? 'Y' : 'N',
})
