import type { Order } from '../cloud/orders.ts'
import type { Show } from '../cloud/shows.ts'
import type { Cinema } from '../world/world.ts'
import type { Call } from './api.ts'
import type { TicketLine } from './ticket-lines.ts'

export interface NewOrder {
  lockOrderId: string
  kind: Order['kind']
  mobile: string
  parameters: string
  lines: readonly TicketLine[]
}

/** Writes the order with its tickets, numbered like the examples of specification 5.3.5. */
export function placeOrder(call: Call, cinema: Cinema, show: Show, wanted: NewOrder): Order {
  const { cloud, channel, now } = call
  const { cinemaLinkId } = cinema
  const order: Order = {
    orderId: cloud.numbers.orderNumber(channel.channelCode, cinemaLinkId, now),
    lockOrderId: wanted.lockOrderId,
    channelCode: channel.channelCode,
    cinemaLinkId,
    scheduleId: show.scheduleId,
    kind: wanted.kind,
    bookingId: cloud.numbers.bookingNumber(cinemaLinkId, now),
    confirmationId: cloud.numbers.confirmationNumber(cinemaLinkId, show.startsAt),
    mobile: wanted.mobile,
    parameters: wanted.parameters,
    confirmedAt: now,
    ticketsAt: now + call.ground.delayMs,
    ticketsFail: call.ground.fails ? 1 : 0,
    reversedAt: null,
    refundedAt: null,
    refundFails: 0,
  }
  const tickets = wanted.lines.map(({ seatId, ticketFen, feeFen }) => ({
    ticketNo: cloud.numbers.ticketNumber(cinemaLinkId, now),
    seatId,
    ticketFen,
    feeFen,
    printed: 0 as const,
  }))
  cloud.orders.add(order, tickets)
  return order
}
