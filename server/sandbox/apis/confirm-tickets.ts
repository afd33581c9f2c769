import { yuan } from '#contract/money.ts'
import { type Order, statusOf } from '../cloud/orders.ts'
import type { Result } from '../protocol/answer.ts'
import type { ApiName } from '../protocol/api-names.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Cinema } from '../world/world.ts'
import type { Api, Call } from './api.ts'
import { canonical, text } from './arguments.ts'
import { memberTerms } from './card-terms.ts'
import { checkLockedSeats, checkTicketMoney, mobileOf } from './confirm-checks.ts'
import { menuOf } from './get-goods.ts'
import { giveBackToCards } from './give-back.ts'
import { goodsFields } from './goods-fields.ts'
import { goodsWishesOf } from './goods-lines.ts'
import { checkGoodsPaid, goodsToHold } from './goods-rules.ts'
import { holdGoods } from './hold-goods.ts'
import { cardPaymentsOf, checkPaid, type Paying } from './item-payments.ts'
import { cinemaOf, lockOf, showOf } from './lookups.ts'
import { checkClaims, memberPaymentsOf, orderPaymentOf } from './order-payment.ts'
import { orderInHall } from './order-tickets.ts'
import { placeOrder } from './place-order.ts'
import { benefitTerms, takeBenefit } from './take-benefit.ts'
import { takeFromCards } from './take-from-cards.ts'
import { ticketLinesOf } from './ticket-lines.ts'

/** The four confirms of tickets (5.3 to 5.6). */
export function confirmTicketsApi(name: ApiName, kind: Order['kind'], paying: Paying): Api {
  return { name, handle: call => confirmTickets(call, { api: name, kind, paying }) }
}

/**
 * Turns a lock into tickets, and into goods with them when the order is mixed. Repeated with the same parameters it
 * answers the same and does nothing.
 */
function confirmTickets(
  call: Call,
  { api, kind, paying }: { api: ApiName; kind: Order['kind']; paying: Paying },
): Result {
  const { args, cloud, now } = call
  const cinema = cinemaOf(call)
  const lockOrderId = text(args, 'lockOrderId')
  const lines = ticketLinesOf(args, paying)
  const wishes = kind === 'mix' ? goodsWishesOf(args, paying) : []
  const mobile = mobileOf(args)

  const lock = lockOf(call, cinema, lockOrderId)
  if (!lock) throw new BizRefusal('LOCK_SEAT_UNSUCCESS', `no lock ${lockOrderId}`)
  // Another of the four confirms with this lock is another request, whatever its parameters are.
  const parameters = canonical({ api, args })
  const earlier = cloud.orders.byLock(lockOrderId)
  if (earlier && earlier.parameters !== parameters) throw new BizRefusal('REQUEST_PARAM_INCONFORMITY_ERROR')
  if (earlier) return outcome(call, cinema, earlier)

  const place = showOf(call, cinema)
  if (lock.scheduleId !== place.show.scheduleId) throw new BizRefusal('SHOW_REF_SEQ_NO_UNMATCH')
  checkLockedSeats(lines, cloud.locks.seatIds(lockOrderId))
  if (now >= place.show.stopSellingAt) throw new BizRefusal('ORDER_TICKET_TIME_END')
  if (lock.released === 1 || now >= lock.lockedUntil)
    throw new BizRefusal('ORDER_SEAT_ERROR', 'the lock is over')

  const payment = paying === 'in-all' ? orderPaymentOf(args) : { by: 'items' as const }
  const payments =
    payment.by === 'items'
      ? [
          ...lines.flatMap(line => cardPaymentsOf(line.payments, { kind: 'ticket', seatId: line.seatId })),
          ...wishes.flatMap((wish, line) => cardPaymentsOf(wish.payments, { kind: 'goods', line })),
        ]
      : memberPaymentsOf(payment, lines, wishes)
  const terms = memberTerms(call, payments, place)
  const benefitFen = payment.by === 'benefit' ? benefitTerms(call, payment.cardNumber, lines, place.show) : []
  checkTicketMoney(lines, cinema, place, new Map([...terms.ticketFen, ...benefitFen]))
  const goods = kind === 'mix' ? goodsToHold(wishes, menuOf(call.channel, cinema), terms.goodsPercent) : []
  if (payment.by !== 'items') checkClaims(payment, lines, wishes)
  else {
    for (const { seatId, ticketFen, feeFen, payments } of lines)
      checkPaid(payments, ticketFen + feeFen, seatId)
    checkGoodsPaid(wishes)
  }

  const order = placeOrder(call, cinema, place.show, { lockOrderId, kind, mobile, parameters, lines })
  if (kind === 'mix') holdGoods(call, cinema, order.orderId, goods)
  const { orderId, bookingId, cinemaLinkId } = order
  takeFromCards(call, { orderId, bookingId, cinemaLinkId, place, payments })
  if (payment.by === 'benefit') takeBenefit(call, payment.cardNumber, order, lines)
  sellOrFail(call, order)
  return outcome(call, cinema, order)
}

/** The seats are sold; or, when the cinema is going to fail, free from then on, and cards have their money again. */
function sellOrFail(call: Call, { orderId, lockOrderId, ticketsAt, ticketsFail }: Order): void {
  const { takenSeats } = call.cloud
  if (ticketsFail === 0) return void takenSeats.sell(lockOrderId)
  takenSeats.freeAt(lockOrderId, ticketsAt)
  giveBackToCards(call, orderId, ticketsAt)
}

function outcome(call: Call, cinema: Cinema, order: Order): Result {
  switch (statusOf(order, call.now)) {
    // Nobody can say yet whether there will be tickets, or whether they stay.
    case 'wait_ticket':
    case 'refunding':
      return { bizCode: 'ORDER_PROCESSING' }
    // The order stands, as one that failed.
    case 'ticket_failed':
      return { bizCode: 'ORDER_PROCESS_TIME_OUT' }
    case 'reverse_success':
      throw new BizRefusal('ORDER_SEAT_ERROR', 'the order was reversed')
    case 'refund_success':
      throw new BizRefusal('ORDER_SEAT_ERROR', 'the order was given back')
    case 'ticket_success':
    case 'refund_failed':
      return { data: confirmed(call, cinema, order) }
  }
}

/** 5.3.4, and 5.5.4 with goods. */
function confirmed({ cloud }: Call, cinema: Cinema, order: Order) {
  const goods = cloud.goodsHeld.find(order.orderId)
  return {
    orderId: order.orderId,
    bookingId: order.bookingId,
    confirmationId: order.confirmationId,
    tickets: orderInHall(cloud, cinema, order).tickets.map(({ ticket, seat }) => ({
      ticketNo: ticket.ticketNo,
      seatId: seat.seatId,
      seatCode: seat.seatCode,
      sectionId: seat.sectionId,
      rowId: seat.rowId,
      columnId: seat.columnId,
      serviceFee: yuan(ticket.feeFen),
    })),
    ...(goods ? { goodsOrder: goodsFields(goods) } : {}),
  }
}
