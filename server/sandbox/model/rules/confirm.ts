import { z } from 'zod'
import { type Books, type Lock, type Order, orderOfLock, statusOf } from '../books.ts'
import {
  type Ask,
  answers,
  type Broken,
  canonical,
  type Expected,
  matches,
  verdict,
  yuan,
} from '../verdict.ts'
import type { Show } from '../world.ts'
import { paid } from './confirm-payment.ts'
import { ownLock } from './locks.ts'
import { houseOf, mobileIn, noteNumber, showOf } from './lookups.ts'
import {
  checkFees,
  checkGoods,
  checkTicketPrice,
  goodsAsked,
  type TicketAsked,
  ticketsAsked,
} from './prices.ts'

/** The four confirms of tickets (5.3 to 5.6). */
export function confirmTickets(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const kind = ask.api.includes('Mix') ? 'mix' : 'ticket'
  const asked = canonical([ask.api, ask.data])
  const house = houseOf(books, ask, broken)
  const lock = ownLock(books, ask, house, broken, 'LOCK_SEAT_UNSUCCESS')
  const earlier = lock && orderOfLock(books, lock.lockOrderId)
  if (earlier?.asked === asked) return repeated(books, earlier, ask.now)
  if (earlier) broken.add('REQUEST_PARAM_INCONFORMITY_ERROR')

  const perItem = ask.api.endsWith('ForMultiPay')
  const tickets = ticketsAsked(ask.data, perItem, broken)
  const wishes = kind === 'mix' ? goodsAsked(ask.data, perItem, broken) : []
  const mobile = mobileIn(ask, broken, true)
  const show = showOf(books, ask, house, broken)
  if (lock) checkLock(lock, tickets, show, ask.now, broken)
  if (show && ask.now >= show.stopsAt) broken.add('ORDER_TICKET_TIME_END')
  const payment = paid(books, ask, { tickets, wishes, show }, broken)
  if (show && house) {
    for (const ticket of tickets) checkTicketPrice(ticket, show, payment.cardFen.get(ticket.seatId), broken)
    checkFees(tickets, show, house, broken)
  }
  if (kind === 'mix' && house) checkGoods(wishes, house, payment.goodsPercent, broken)

  if (broken.size > 0 || !lock || !show || mobile === undefined) return { codes: broken }
  const order = {
    lockOrderId: lock.lockOrderId,
    channel: ask.channel.channelCode,
    cinemaLinkId: show.cinemaLinkId,
    scheduleId: show.scheduleId,
    kind,
    asked,
    mobile,
    confirmedAt: ask.now,
    ticketsAt: ask.now + ask.slowMs,
    tickets: tickets.map(({ seatId, ticketFen, feeFen }) => ({ seatId, ticketFen, feeFen })),
    goods: wishes.map(({ goodsId, saleFen, count, isPackage }) => ({ goodsId, saleFen, count, isPackage })),
    printed: false,
  } as const
  const enter = (orderId: string) => {
    noteNumber(books, orderId)
    books.orders.set(orderId, { ...order, orderId })
    payment.settle({ orderId, cinemaLinkId: show.cinemaLinkId, at: ask.now })
  }
  // Its number is told by the query that has to follow.
  if (ask.slowMs > 0) return answers('ORDER_PROCESSING', () => enter(unnumbered(lock.lockOrderId)))
  return verdict(broken, data => {
    enter(numbersIn(data).orderId)
    checkConfirmed(books, numbersIn(data).orderId, data)
  })
}

/** What the model calls an order until a query has told its number. */
export const unnumbered = (lockOrderId: string): string => `of ${lockOrderId}`

const Numbers = z.looseObject({ orderId: z.string(), bookingId: z.string(), confirmationId: z.string() })
const numbersIn = (data: unknown) => Numbers.parse(data)

function checkLock(
  lock: Lock,
  tickets: readonly TicketAsked[],
  show: Show | undefined,
  now: number,
  broken: Broken,
) {
  if (show && lock.scheduleId !== show.scheduleId) broken.add('SHOW_REF_SEQ_NO_UNMATCH')
  if (tickets.length !== lock.seatIds.length) broken.add('SEAT_COUNT_ERROR')
  if (tickets.some(({ seatId }) => !lock.seatIds.includes(seatId))) broken.add('ORDER_SEAT_ERROR')
  if (lock.released || now >= lock.until) broken.add('ORDER_SEAT_ERROR')
}

/** A repetition is told what has become of the order, and does nothing. */
function repeated(books: Books, order: Order, now: number): Expected {
  switch (statusOf(order, now)) {
    case 'wait_ticket':
    case 'refunding':
      return answers('ORDER_PROCESSING')
    case 'ticket_success':
      return answers('SUCCESS', data => {
        nameOrder(books, order, data)
        checkConfirmed(books, order.orderId, data)
      })
    default:
      return answers('ORDER_SEAT_ERROR')
  }
}

/** Puts an order under the number that an answer told first, and finds that every later answer tells the same. */
export function nameOrder(books: Books, order: Order, data: unknown): void {
  const { orderId } = numbersIn(data)
  if (order.orderId !== unnumbered(order.lockOrderId)) return
  noteNumber(books, orderId)
  books.orders.delete(order.orderId)
  for (const entry of [...books.memberCards.values()].flatMap(card => card.entries))
    if (entry.orderId === order.orderId) entry.orderId = orderId
  for (const use of [...books.benefitCards.values()].flatMap(card => card.uses))
    if (use.orderId === order.orderId) use.orderId = orderId
  order.orderId = orderId
  books.orders.set(orderId, order)
}

/** 5.3.4, and 5.5.4 with goods. */
function checkConfirmed(books: Books, orderId: string, data: unknown): void {
  const order = books.orders.get(orderId)
  const show = order && books.shows.get(order.scheduleId)
  if (!order || !show) throw new Error(`no order ${orderId}`)
  const numbers = numbersIn(data)
  matches(numbers, {
    orderId,
    ...(order.bookingId === undefined ? {} : { bookingId: order.bookingId }),
    ...(order.confirmationId === undefined ? {} : { confirmationId: order.confirmationId }),
  })
  order.bookingId = numbers.bookingId
  order.confirmationId = numbers.confirmationId
  matches(data, {
    tickets: order.tickets.map(({ seatId, feeFen }) => {
      const { sectionId, rowId, columnId } = show.seats.get(seatId) ?? {}
      return { seatId, sectionId, rowId, columnId, serviceFee: yuan(feeFen) }
    }),
    goodsOrder:
      order.kind === 'mix' ? { ...goodsTold(order.goods), totalGoodsPrice: totalOf(order.goods) } : undefined,
  })
}

export const totalOf = (goods: Order['goods']): string =>
  yuan(goods.reduce((sum, { saleFen, count }) => sum + saleFen * count, 0))

export const goodsTold = (goods: Order['goods'], list: 'goods' | 'goodsList' = 'goods') => ({
  totalGoodsFee: '0.00',
  [list]: goods.map(({ goodsId, saleFen, count, isPackage }) => ({
    goodsId,
    salePrice: yuan(saleFen),
    count,
    isPackage,
  })),
})

export const isNamed = (order: Order): boolean => order.orderId !== unnumbered(order.lockOrderId)
