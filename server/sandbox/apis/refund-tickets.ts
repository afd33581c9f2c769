import { type Order, statusOf } from '../cloud/orders.ts'
import type { ApiName } from '../protocol/api-names.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Cinema } from '../world/world.ts'
import type { Api, Call } from './api.ts'
import { cinemaOf } from './lookups.ts'
import { ownOrderOf } from './own-order.ts'
import { giveBackToCards } from './take-from-cards.ts'

/** The two refunds of orders with tickets (5.11, 5.12): all of the order or nothing, its goods with it. */
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
      if (status !== 'ticket_success') throw new BizRefusal('REFUND_TICKET_STATUS_INCORRECT', status)
      checkPolicy(call, cinema, order)

      const at = now + call.ground.delayMs
      cloud.orders.refund(order.orderId, at)
      cloud.takenSeats.freeAt(order.lockOrderId, at)
      giveBackToCards(cloud, order.orderId, at)
      if (at > now) return { bizCode: 'ORDER_PROCESSING' }
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
  if (cloud.orders.refundsOf(scheduleId) >= refundLimitCount)
    throw new BizRefusal('OVER_REFUND_UPPER_LIMIT', `${refundLimitCount} orders of a show`)
}
