import { type Order, statusOf } from '../books.ts'
import { minuteMs } from '../calendar.ts'
import { isNamed } from '../rules/confirm.ts'
import { slowness } from './confirming.ts'
import { aRecent, channelOf, type Desk, type Wish } from './desk.ts'

/** An order with tickets, of those that `fits` mostly. */
function anOrder(desk: Desk, fits: (order: Order) => boolean = () => true): Order | undefined {
  const orders = [...desk.books.orders.values()]
  const fitting = orders.filter(fits)
  return aRecent(desk, fitting.length > 0 && desk.dice.percent(85) ? fitting : orders)
}

export function orderInfo(desk: Desk): Wish | undefined {
  const { books, dice } = desk
  const order = anOrder(desk, one => !isNamed(one)) ?? anOrder(desk)
  const lock = dice.percent(10) ? dice.pick([...books.locks.values()]) : undefined
  const found = lock ?? order
  if (!found) return undefined
  const byOrder = order && isNamed(order) && dice.percent(50) ? { orderId: order.orderId } : undefined
  return {
    api: 'order.getOrderInfo',
    channel: channelOf(desk, found.channel),
    data: { cinemaLinkId: found.cinemaLinkId, ...(byOrder ?? { lockOrderId: found.lockOrderId }) },
  }
}

const byNumber =
  (api: string, name: string, numberOf: (order: Order) => string | undefined) =>
  (desk: Desk): Wish | undefined => {
    const order = anOrder(desk, one => numberOf(one) !== undefined)
    if (!order) return undefined
    const number = numberOf(order) ?? '2026112400000000'
    return {
      api,
      channel: channelOf(desk, order.channel),
      data: { cinemaLinkId: order.cinemaLinkId, [name]: number },
    }
  }

export const ticketInfo = byNumber('order.getTicketInfo', 'confirmationId', order => order.confirmationId)
export const printStatus = byNumber('ticket.getOrderPrintStatus', 'printId', order => order.bookingId)
export const printTicket = byNumber('ticket.printTicket', 'printId', order => order.bookingId)

const giveBack =
  (apis: Record<Order['kind'], string>, fits: (order: Order, now: number) => boolean) =>
  (desk: Desk): Wish | undefined => {
    const { dice, now, books } = desk
    const order = anOrder(desk, one => isNamed(one) && fits(one, now))
    if (!order || !isNamed(order) || !(fits(order, now) || dice.percent(35))) return undefined
    const other = dice.percent(3) ? aRecent(desk, books.goodsOrders.values()) : undefined
    const asKind = dice.percent(94) ? order.kind : order.kind === 'mix' ? 'ticket' : 'mix'
    const { cinemaLinkId, channel } = other ?? order
    return {
      api: apis[asKind],
      channel: channelOf(desk, channel),
      data: { cinemaLinkId, orderId: other?.goodsOrderId ?? order.orderId },
      slowMs: apis.ticket === 'order.refundOrder' && dice.percent(30) ? slowness(desk) : 0,
    }
  }

export const refund = giveBack(
  { ticket: 'order.refundOrder', mix: 'order.refundMixOrder' },
  (order, now) => !order.printed && statusOf(order, now) === 'ticket_success',
)
export const reverse = giveBack(
  { ticket: 'order.reverseOrder', mix: 'order.reverseMixOrder' },
  (order, now) =>
    order.reversedAt === undefined &&
    order.ticketsAt >= order.confirmedAt + 12 * minuteMs &&
    now >= order.confirmedAt + 12 * minuteMs,
)

const withGoodsOrder =
  (api: string) =>
  (desk: Desk): Wish | undefined => {
    const { books, dice } = desk
    const order = aRecent(desk, books.goodsOrders.values())
    const mixed = dice.percent(6) ? aRecent(desk, books.orders.values()) : undefined
    const found = mixed && isNamed(mixed) ? mixed : order
    if (!found) return undefined
    return {
      api,
      channel: channelOf(desk, found.channel),
      data: {
        cinemaLinkId: found.cinemaLinkId,
        goodsOrderId: 'goodsOrderId' in found ? found.goodsOrderId : found.orderId,
      },
      slowMs: api === 'order.refundGoodsOrder' && dice.percent(15) ? slowness(desk) : 0,
    }
  }

export const goodsOrderInfo = withGoodsOrder('order.getGoodsOrderInfo')
export const refundGoods = withGoodsOrder('order.refundGoodsOrder')
