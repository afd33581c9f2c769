import { hasTickets, isGivenBack, type Order, statusOf } from '../cloud/orders.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api, Call } from './api.ts'
import { text } from './arguments.ts'
import { cinemaOf, isOwn } from './lookups.ts'

/** 5.10 Whether the tickets of a print number may be printed: a code of its own either way, as in 9.2.6. */
export const getOrderPrintStatus: Api = {
  name: 'ykse.partner.ticket.getOrderPrintStatus',
  handle(call) {
    const { order, data } = printOrderOf(call)
    return { bizCode: isPrintable(call, order) ? 'PRINT_TICKET_ALLOW' : 'PRINT_TICKET_NOT_ALLOW', data }
  },
}

/**
 * The order whose tickets `printId` names, and what both print calls answer.
 *
 * @throws BizRefusal NULL_ARGUMENT, CONFIRMATIONID_WRONG when there is none, or none that ever had tickets
 */
export function printOrderOf(call: Call): { order: Order; data: { cinemaLinkId: string; printId: string } } {
  const cinema = cinemaOf(call)
  const printId = text(call.args, 'printId')
  // getTicketInfo gives the booking's number as the print number.
  const order = call.cloud.orders.byBooking(cinema.cinemaLinkId, printId)
  if (!order || !isOwn(call, cinema, order) || !hasTickets(order, call.now))
    throw new BizRefusal('CONFIRMATIONID_WRONG', printId)
  return { order, data: { cinemaLinkId: cinema.cinemaLinkId, printId } }
}

/** Tickets are printed once, and not when they were given back or are about to be. */
export function isPrintable({ cloud, now }: Call, order: Order): boolean {
  if (isGivenBack(order, now) || statusOf(order, now) === 'refunding') return false
  return cloud.orders.tickets(order.orderId).every(ticket => ticket.printed === 0)
}
