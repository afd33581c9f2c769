import type { z } from 'zod'
import { SeatId, SectionId } from '#contract/ids.ts'
import type { confirmOrder } from './apis/order.confirm-order.ts'
import type { getOrderInfo } from './apis/order.get-order-info.ts'
import type { getTicketInfo } from './apis/order.get-ticket-info.ts'
import type { Asked } from './freeze-confirm.ts'
import type { CloudOrder, CloudTicket, Confirmed } from './gateway-types.ts'
import type { confirmedMix } from './parts.ts'
import { isExactly, toLines } from './translate-goods.ts'

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

type Issued = Extract<Confirmed, { is: 'issued' }>
type UpstreamTickets = z.output<typeof confirmOrder.result>

/** 5.3 Tickets only when the answer has an order, a pickup number and a ticket for exactly each of our seats. */
export function toTickets(answer: UpstreamTickets, { seatIds }: Asked): Issued | undefined {
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
    answer.tickets.length === seatIds.length && seatIds.every(id => tickets.some(t => t.seatId === id))
  if (!exact) return undefined
  return {
    is: 'issued',
    cloudOrderId: orderId,
    bookingNo: bookingId ?? '',
    pickupCode: confirmationId,
    tickets,
    goods: [],
  }
}

/** 5.5 Tickets as above, and beside them exactly our goods with a pickup code of their own. */
export function toMix(answer: z.output<typeof confirmedMix>, asked: Asked): Issued | undefined {
  const issued = toTickets(answer, asked)
  const goodsCode = answer.goodsOrder?.pickUpCode
  const goods = toLines(answer.goodsOrder?.goods ?? [])
  if (issued === undefined || goodsCode === undefined || goods === undefined) return undefined
  return isExactly(goods, asked.goods) ? { ...issued, goodsCode, goods } : undefined
}

/** 5.7 An order without a number cannot be reversed or asked for again, so it is none. */
export function toOrder(order: z.output<typeof getOrderInfo.result>): CloudOrder | undefined {
  const goods = toLines(order.goodsOrder?.goods ?? [])
  if (order.orderId === undefined || goods === undefined) return undefined
  const goodsCode = order.goodsOrder?.pickUpCode
  return {
    cloudOrderId: order.orderId,
    status: isStatus(order.status) ? order.status : 'other',
    ...(order.bookingId !== undefined && { bookingNo: order.bookingId }),
    ...(order.confirmationId !== undefined && { pickupCode: order.confirmationId }),
    ...(goodsCode !== undefined && { goodsCode }),
    goods,
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
