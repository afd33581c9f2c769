import { yuan } from '#contract/money.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { type Order, statusOf } from '../cloud/orders.ts'
import type { Result } from '../protocol/answer.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Cinema } from '../world/world.ts'
import type { Api, Call } from './api.ts'
import { canonical, text } from './arguments.ts'
import { checkLockedSeats, checkMoney, mobileOf } from './confirm-checks.ts'
import { cinemaOf, lockOf, showOf } from './lookups.ts'
import { orderInHall } from './order-tickets.ts'
import { placeOrder } from './place-order.ts'
import { ticketLinesOf } from './ticket-lines.ts'

/** 5.3 Turns a lock into tickets. Repeated with the same parameters it answers the same and does nothing. */
export const confirmOrder: Api = {
  name: 'ykse.partner.order.confirmOrder',
  handle(call) {
    const { args, cloud, now } = call
    const cinema = cinemaOf(call)
    const lockOrderId = text(args, 'lockOrderId')
    const lines = ticketLinesOf(args)
    const mobile = mobileOf(args)

    const lock = lockOf(call, cinema, lockOrderId)
    if (!lock) throw new BizRefusal('LOCK_SEAT_UNSUCCESS', `no lock ${lockOrderId}`)
    const earlier = cloud.orders.byLock(lockOrderId)
    if (earlier) return repeat(call, cinema, earlier)

    const place = showOf(call, cinema)
    if (lock.scheduleId !== place.show.scheduleId) throw new BizRefusal('SHOW_REF_SEQ_NO_UNMATCH')
    checkLockedSeats(lines, cloud.locks.seatIds(lockOrderId))
    if (now >= place.show.stopSellingAt) throw new BizRefusal('ORDER_TICKET_TIME_END')
    if (lock.released === 1 || now >= lock.lockedUntil)
      throw new BizRefusal('ORDER_SEAT_ERROR', 'the lock is over')
    checkMoney(args, lines, cinema, place)

    const parameters = canonical(args)
    const order = placeOrder(call, cinema, place.show, { lockOrderId, mobile, parameters, lines })
    cloud.takenSeats.sell(lockOrderId)
    return outcome(call, cinema, order)
  },
}

/** The same id again: the same parameters get the same answer, others are refused (9.2.1). */
function repeat(call: Call, cinema: Cinema, order: Order): Result {
  if (order.parameters !== canonical(call.args)) throw new BizRefusal('REQUEST_PARAM_INCONFORMITY_ERROR')
  return outcome(call, cinema, order)
}

function outcome({ cloud, now }: Call, cinema: Cinema, order: Order): Result {
  switch (statusOf(order, now)) {
    case 'wait_ticket':
      return { bizCode: 'ORDER_PROCESSING' }
    case 'reverse_success':
      throw new BizRefusal('ORDER_SEAT_ERROR', 'the order was reversed')
    case 'ticket_success':
      return { data: tickets(cloud, cinema, order) }
  }
}

function tickets(cloud: Cloud, cinema: Cinema, order: Order) {
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
  }
}
