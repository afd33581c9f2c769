import type { SandboxOrder } from '#contract/sandbox-control.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { type GoodsOrder, goodsStatusOf } from '../cloud/goods-orders.ts'
import { type Order, statusOf } from '../cloud/orders.ts'

/** All orders of tickets and of goods, as they stand now, oldest first. */
export function allOrders(cloud: Cloud): SandboxOrder[] {
  const now = cloud.clock.now()
  const tickets = cloud.orders.all().map(order => ticketOrder(cloud, order, now))
  const goods = cloud.books.goodsOrderIds().flatMap(id => {
    const order = cloud.goodsOrders.byId(id)
    return order ? [goodsOrder(cloud, order, now)] : []
  })
  return [...tickets, ...goods].sort((a, b) => a.confirmedAt - b.confirmedAt)
}

function ticketOrder(cloud: Cloud, order: Order, now: number): SandboxOrder {
  const lock = cloud.locks.find(order.lockOrderId)
  const status: string = statusOf(order, now)
  return {
    orderId: order.orderId,
    kind: order.kind,
    channelCode: order.channelCode,
    cinemaLinkId: order.cinemaLinkId,
    lockOrderId: order.lockOrderId,
    scheduleId: String(order.scheduleId),
    confirmationId: order.confirmationId,
    status,
    mobile: order.mobile,
    confirmedAt: order.confirmedAt,
    life: lifeOf([
      [lock && lock.lockedUntil - cloud.lockMs, 'locked'],
      [order.confirmedAt, 'confirmed'],
      [order.ticketsAt, status === 'ticket_failed' ? 'failed' : 'tickets'],
      [order.reversedAt, 'reversed'],
      [order.refundedAt, status === 'refund_failed' ? 'refund-failed' : 'refunded'],
    ]),
    tickets: cloud.orders
      .tickets(order.orderId)
      .map(ticket => ({ ...ticket, printed: ticket.printed === 1 })),
    goods: goodsOf(cloud, order.orderId),
  }
}

function goodsOrder(cloud: Cloud, order: GoodsOrder, now: number): SandboxOrder {
  const status: string = goodsStatusOf(order, now)
  return {
    orderId: order.goodsOrderId,
    kind: 'goods',
    channelCode: order.channelCode,
    cinemaLinkId: order.cinemaLinkId,
    status,
    mobile: order.mobile,
    confirmedAt: order.confirmedAt,
    life: lifeOf([
      [order.confirmedAt, 'confirmed'],
      [order.readyAt, status === 'goods_failed' ? 'failed' : 'goods'],
      [order.refundedAt, status === 'refund_failed' ? 'refund-failed' : 'refunded'],
    ]),
    tickets: [],
    goods: goodsOf(cloud, order.goodsOrderId),
  }
}

/** What has an instant, past or still to come, in order. */
const lifeOf = (steps: readonly (readonly [at: number | null | undefined, what: string])[]) =>
  steps
    .flatMap(([at, what]) => (at === null || at === undefined ? [] : [{ at, what }]))
    .sort((a, b) => a.at - b.at)

const goodsOf = (cloud: Cloud, orderId: string): SandboxOrder['goods'] =>
  (cloud.goodsHeld.find(orderId)?.lines ?? []).map(({ name, count, saleFen }) => ({ name, count, saleFen }))
