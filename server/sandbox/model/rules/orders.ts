import { type Books, isGivenBack, type Order, statusOf } from '../books.ts'
import { timeAt } from '../calendar.ts'
import {
  type Ask,
  answers,
  type Broken,
  type Expected,
  isAbsent,
  matches,
  text,
  verdict,
  yuan,
} from '../verdict.ts'
import type { House } from '../world.ts'
import { goodsTold, nameOrder } from './confirm.ts'
import { houseOf, isOwn } from './lookups.ts'

/** 5.7 */
export function orderInfo(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const { lockOrderId, orderId } = ask.data
  if (isAbsent(lockOrderId) && isAbsent(orderId)) broken.add('NULL_ARGUMENT')
  if (broken.size > 0 || !house) return { codes: broken }
  const order = [...books.orders.values()].find(
    one =>
      (isAbsent(orderId) || one.orderId === orderId) &&
      (isAbsent(lockOrderId) || one.lockOrderId === lockOrderId),
  )
  if (!order || !isOwn(ask, house, order)) return answers('ORDER_NOT_FOUND')
  return answers('SUCCESS', data => {
    nameOrder(books, order, data)
    const show = books.shows.get(order.scheduleId)
    matches(data, {
      orderId: order.orderId,
      ...(order.bookingId === undefined ? {} : { bookingId: order.bookingId }),
      ...(order.confirmationId === undefined ? {} : { confirmationId: order.confirmationId }),
      showDateTime: timeAt(show?.startsAt ?? 0),
      hallId: show?.hallId,
      filmCode: show?.filmCode,
      shortName: show?.shortName,
      status: statusOf(order, ask.now),
      tickets: ticketsTold(books, order, ask.now),
      goodsOrder: order.kind === 'mix' ? goodsTold(order.goods) : undefined,
    })
  })
}

const ticketsTold = (books: Books, order: Order, now: number) =>
  order.tickets.map(({ seatId, ticketFen, feeFen }) => {
    const seat = books.shows.get(order.scheduleId)?.seats.get(seatId)
    return {
      sectionId: seat?.sectionId,
      rowId: seat?.rowId,
      columnId: seat?.columnId,
      ticketPrice: yuan(ticketFen),
      ticketFee: yuan(feeFen),
      serviceFee: yuan(feeFen),
      printStatus: order.printed ? 'Y' : 'N',
      refundStatus: isGivenBack(order, now) ? 'Y' : 'N',
    }
  })

/** 5.8 */
export function ticketInfo(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const order = pickedUp(books, ask, 'confirmationId', broken)
  return verdict(broken, data => {
    if (!order) return
    matches(data, {
      printId: order.bookingId,
      bookingId: order.bookingId,
      confirmationId: order.confirmationId,
      channelCode: ask.channel.channelCode,
      createDateTime: timeAt(order.confirmedAt),
      tickets: ticketsTold(books, order, ask.now),
    })
  })
}

/** 5.10, whose answer is a code of its own either way. */
export function printStatus(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const order = pickedUp(books, ask, 'printId', broken)
  if (broken.size > 0 || !order) return { codes: broken }
  return answers(isPrintable(order, ask.now) ? 'PRINT_TICKET_ALLOW' : 'PRINT_TICKET_NOT_ALLOW')
}

/** 5.9, once. */
export function printTicket(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const order = pickedUp(books, ask, 'printId', broken)
  if (broken.size > 0 || !order) return { codes: broken }
  if (!isPrintable(order, ask.now)) return answers('PRINT_TICKET_NOT_ALLOW')
  return answers('SUCCESS', data => {
    matches(data, { cinemaLinkId: order.cinemaLinkId, printId: order.bookingId })
    order.printed = true
  })
}

/** The order with tickets that a pickup number or a print number names; the latter is the booking's. */
function pickedUp(books: Books, ask: Ask, name: string, broken: Broken): Order | undefined {
  const house: House | undefined = houseOf(books, ask, broken)
  const number = text(ask.data, name, broken)
  if (!house || number === undefined) return undefined
  const order = [...books.orders.values()].find(
    one => number === (name === 'printId' ? one.bookingId : one.confirmationId) && isOwn(ask, house, one),
  )
  if (order && statusOf(order, ask.now) !== 'wait_ticket') return order
  broken.add('CONFIRMATIONID_WRONG')
  return undefined
}

const isPrintable = (order: Order, now: number): boolean =>
  !order.printed && statusOf(order, now) === 'ticket_success'
