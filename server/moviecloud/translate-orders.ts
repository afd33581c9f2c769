import type { z } from 'zod'
import { SeatId, SectionId } from '#contract/ids.ts'
import type { confirmOrder } from './apis/order.confirm-order.ts'
import type { getOrderInfo } from './apis/order.get-order-info.ts'
import type { getTicketInfo } from './apis/order.get-ticket-info.ts'
import type { CloudOrder, CloudTicket, CloudTickets } from './gateway-types.ts'

const statuses: ReadonlySet<string> = new Set<CloudOrder['status']>([
  'wait_ticket',
  'ticket_success',
  'ticket_failed',
  'refunding',
  'refund_success',
  'refund_failed',
  'reverse_success',
])
const isStatus = (status: string): status is CloudOrder['status'] => statuses.has(status)

/** 5.3 Tickets only when the answer has an order, a pickup number and a ticket for exactly each of our seats. */
export function toTickets(
  answer: z.output<typeof confirmOrder.result>,
  asked: readonly string[],
): CloudTickets | undefined {
  const { orderId, bookingId, confirmationId } = answer
  if (orderId === undefined || confirmationId === undefined) return undefined
  const tickets = answer.tickets.flatMap(({ seatId, ticketNo, rowId, columnId, serviceFeeFen }) =>
    seatId === undefined
      ? []
      : {
          ticketNo: ticketNo ?? '',
          seatId: SeatId.parse(seatId),
          row: rowId ?? '',
          column: columnId ?? '',
          serviceFeeFen: serviceFeeFen ?? 0,
        },
  )
  const exact =
    answer.tickets.length === asked.length && asked.every(id => tickets.some(t => t.seatId === id))
  return exact
    ? { cloudOrderId: orderId, bookingNo: bookingId ?? '', pickupCode: confirmationId, tickets }
    : undefined
}

/** 5.7 An order without a number cannot be reversed or asked for again, so it is none. */
export function toOrder(order: z.output<typeof getOrderInfo.result>): CloudOrder | undefined {
  if (order.orderId === undefined) return undefined
  return {
    cloudOrderId: order.orderId,
    status: isStatus(order.status) ? order.status : 'other',
    ...(order.bookingId !== undefined && { bookingNo: order.bookingId }),
    ...(order.confirmationId !== undefined && { pickupCode: order.confirmationId }),
    tickets: order.tickets.map(ticket => ({
      ticketNo: ticket.ticketNo ?? '',
      row: ticket.rowId ?? '',
      column: ticket.columnId ?? '',
      ...(ticket.sectionId !== undefined && { sectionId: SectionId.parse(ticket.sectionId) }),
      ticketFen: ticket.ticketPriceFen ?? 0,
      feeFen: ticket.ticketFeeFen ?? 0,
    })),
  }
}

/** 5.8 */
export function toTicket(ticket: z.output<typeof getTicketInfo.result>, pickupCode: string): CloudTicket {
  return {
    printId: ticket.printId,
    pickupCode,
    bookingNo: ticket.bookingId ?? '',
    tickets: ticket.tickets.map(one => ({
      ticketNo: one.ticketNo ?? '',
      row: one.rowId ?? '',
      column: one.columnId ?? '',
      sectionName: one.sectionName ?? '',
      ticketFen: one.ticketPriceFen ?? 0,
      feeFen: one.ticketFeeFen ?? 0,
      printed: one.printStatus === true,
      refunded: one.refundStatus === true,
    })),
  }
}
