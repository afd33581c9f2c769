import { type Order, statusOf } from '../cloud/orders.ts'
import type { ApiName } from '../protocol/api-names.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Cinema } from '../world/world.ts'
import type { Api, Call } from './api.ts'
import { giveBackToCards } from './give-back.ts'
import { cinemaOf } from './lookups.ts'
import { ownOrderOf } from './own-order.ts'

/**
 * The two refunds of orders with tickets (5.11, 5.12): all of the order or nothing, its goods with it. One that the
 * cinema could not do leaves the tickets good, and may be asked for again.
 */
export function refundTicketsApi(name: ApiName, kind: Order['kind']): Api {
  return {
    name,
    handle(call) {
      const { cloud, now } = call
      const cinema = cinemaOf(call)
      const order = ownOrderOf(call, cinema, kind, 'REFUND_ORDER_TYPE_NOT_MATCH')
      const status = statusOf(order, now)
      // The cinema is still at it: asked again, it has not begun anew.
      if (status === 'refunding') return { bizCode: 'ORDER_PROCESSING' }
      if (status === 'refund_success') throw new BizRefusal('TICKET_HAS_REFUND')
      if (status !== 'ticket_success' && status !== 'refund_failed')
        throw new BizRefusal('REFUND_TICKET_STATUS_INCORRECT', status)
      checkPolicy(call, cinema, order)

      const { delayMs, fails } = call.ground
      const at = now + delayMs
      cloud.orders.refund(order.orderId, at, fails)
      if (!fails) {
        cloud.takenSeats.freeAt(order.lockOrderId, at)
        giveBackToCards(call, order.orderId, at)
      }
      if (at > now) return { bizCode: 'ORDER_PROCESSING' }
      if (fails) return { bizCode: 'CINEMA_EXECUTOR_ERROR' }
      return { data: { cinemaLinkId: cinema.cinemaLinkId, orderId: order.orderId } }
    },
  }
}

/**
 * What the cinema has set: whether it takes tickets back at all, from when and until when, and how many orders of a
 * show (4.1.4; 5.11.2, note 1).
 *
 * @throws BizRefusal REFUND_POLICY_NOT_FOUND, TICKET_HAS_PRINT, REFUND_POLICY_HAS_EXPIRE from the film's start on,
 * CANCEL_TIME_ERROR, CANCEL_ORDER_CONDITION_ERROR, OVER_REFUND_UPPER_LIMIT
 */
function checkPolicy({ cloud, now }: Call, cinema: Cinema, order: Order): void {
  const { orderId, scheduleId, confirmedAt } = order
  const { refundBeforeMinutes, refundAfterMinutes = 0, refundLimitCount = Number.POSITIVE_INFINITY } = cinema
  if (refundBeforeMinutes === undefined) throw new BizRefusal('REFUND_POLICY_NOT_FOUND')
  if (cloud.orders.tickets(orderId).some(ticket => ticket.printed === 1))
    throw new BizRefusal('TICKET_HAS_PRINT')
  const show = cloud.shows.find(scheduleId)
  if (!show || now >= show.startsAt) throw new BizRefusal('REFUND_POLICY_HAS_EXPIRE', 'the film has started')
  if (now >= show.startsAt - refundBeforeMinutes * 60_000)
    throw new BizRefusal('CANCEL_TIME_ERROR', `until ${refundBeforeMinutes} minutes before the film`)
  if (now < confirmedAt + refundAfterMinutes * 60_000)
    throw new BizRefusal('CANCEL_ORDER_CONDITION_ERROR', `${refundAfterMinutes} minutes after buying`)
  if (cloud.orders.refundsOf(scheduleId, now) >= refundLimitCount)
    throw new BizRefusal('OVER_REFUND_UPPER_LIMIT', `${refundLimitCount} orders of a show`)
}
