import { type Books, type Order, statusOf } from '../books.ts'
import { minuteMs } from '../calendar.ts'
import { giveBack } from '../card-ledger.ts'
import { type Ask, answers, type Broken, type Expected, matches, text } from '../verdict.ts'
import type { House } from '../world.ts'
import { houseOf, isOwn } from './lookups.ts'

/** 5.11 and 5.12: what the cinema has set decides (4.1.4), and the kinds of orders have to match. */
export function refundTickets(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const found = ownOrder(books, ask, broken, 'REFUND_ORDER_TYPE_NOT_MATCH')
  if (!found) return { codes: broken }
  const { order, house } = found
  const status = statusOf(order, ask.now)
  if (status === 'refunding') return answers('ORDER_PROCESSING')
  if (status === 'refund_success') return answers('TICKET_HAS_REFUND')
  if (status !== 'ticket_success') return answers('REFUND_TICKET_STATUS_INCORRECT')
  checkPolicy(books, order, house, ask.now, broken)
  if (broken.size > 0) return { codes: broken }
  return answers(ask.slowMs > 0 ? 'ORDER_PROCESSING' : 'SUCCESS', data => {
    if (ask.slowMs === 0) matches(data, { cinemaLinkId: house.cinemaLinkId, orderId: order.orderId })
    order.refundedAt = ask.now + ask.slowMs
    giveBack(books, order.orderId, order.refundedAt, ask.now)
  })
}

function checkPolicy(books: Books, order: Order, house: House, now: number, broken: Broken): void {
  const startsAt = books.shows.get(order.scheduleId)?.startsAt ?? 0
  const refunds = [...books.orders.values()].filter(
    one => one.scheduleId === order.scheduleId && one.refundedAt !== undefined,
  ).length
  if (house.refundBefore === undefined) broken.add('REFUND_POLICY_NOT_FOUND')
  else if (now >= startsAt - house.refundBefore * minuteMs) broken.add('CANCEL_TIME_ERROR')
  if (now >= startsAt) broken.add('REFUND_POLICY_HAS_EXPIRE')
  if (order.printed) broken.add('TICKET_HAS_PRINT')
  if (now < order.confirmedAt + house.unspoken.refundAfterMinutes * minuteMs)
    broken.add('CANCEL_ORDER_CONDITION_ERROR')
  if (house.refundLimit !== undefined && refunds >= house.refundLimit) broken.add('OVER_REFUND_UPPER_LIMIT')
}

/** From when on an order may be reversed, and how late tickets have to be for it (5.13.2, notes 1 and 2). */
const lateMs = 12 * minuteMs

/** 5.13 and 5.14, which can be repeated. */
export function reverseTickets(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const found = ownOrder(books, ask, broken, 'REVERSE_ORDER_TYPE_UNMATCH')
  if (!found) return { codes: broken }
  const { order, house } = found
  const { now } = ask
  const status = statusOf(order, now)
  if (status !== 'reverse_success') {
    const late = order.ticketsAt - order.confirmedAt >= lateMs
    if (!(status === 'wait_ticket' || (status === 'ticket_success' && late)))
      broken.add('REVERSE_TICKET_STATUS_INCORRECT')
    if (now < order.confirmedAt + lateMs) broken.add('REVERSE_TICKET_NO_TIME_YET')
    if (order.printed || now >= (books.shows.get(order.scheduleId)?.startsAt ?? 0))
      broken.add('REVERSE_TICKET_FAILED')
  }
  if (broken.size > 0) return { codes: broken }
  return answers('SUCCESS', data => {
    matches(data, { cinemaLinkId: house.cinemaLinkId, orderId: order.orderId })
    if (order.reversedAt !== undefined) return
    order.reversedAt = now
    giveBack(books, order.orderId, now, now)
  })
}

function ownOrder(
  books: Books,
  ask: Ask,
  broken: Broken,
  unlike: string,
): { order: Order; house: House } | undefined {
  const house = houseOf(books, ask, broken)
  const orderId = text(ask.data, 'orderId', broken)
  if (!house || orderId === undefined) return undefined
  const order = books.orders.get(orderId)
  const found = order ?? books.goodsOrders.get(orderId)
  const kind = ask.api.includes('Mix') ? 'mix' : 'ticket'
  if (!found || !isOwn(ask, house, found)) broken.add('ORDER_NOT_FOUND')
  else if (order?.kind !== kind) broken.add(unlike)
  return order && broken.size === 0 ? { order, house } : undefined
}
