import { type Order, statusOf } from '../cloud/orders.ts'
import type { ApiName } from '../protocol/api-names.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api, Call } from './api.ts'
import { giveBackToCards } from './give-back.ts'
import { cinemaOf } from './lookups.ts'
import { ownOrderOf } from './own-order.ts'

const soonestMs = 12 * 60_000

/**
 * The two reversals (5.13, 5.14): they undo an order that the cinema has not answered, or answered only after
 * twelve minutes; from twelve minutes after the confirm until the film starts. They can be repeated.
 */
export function reverseTicketsApi(name: ApiName, kind: Order['kind']): Api {
  return {
    name,
    handle(call) {
      const { cloud, now } = call
      const cinema = cinemaOf(call)
      const order = ownOrderOf(call, cinema, kind, 'REVERSE_ORDER_TYPE_UNMATCH')
      if (statusOf(order, now) !== 'reverse_success') {
        checkReversible(call, order)
        cloud.orders.reverse(order.orderId, now)
        cloud.takenSeats.free(order.lockOrderId)
        giveBackToCards(call, order.orderId, now)
      }
      return { data: { cinemaLinkId: cinema.cinemaLinkId, orderId: order.orderId } }
    },
  }
}

/**
 * It is the platform's own state of the order that counts (5.13.2, note 2): unanswered, or answered so late.
 *
 * @throws BizRefusal REVERSE_TICKET_STATUS_INCORRECT, REVERSE_TICKET_NO_TIME_YET, REVERSE_TICKET_FAILED when the film
 * has started, the tickets were printed, or the cinema could not do it
 */
function checkReversible({ cloud, now, ground }: Call, order: Order): void {
  const status = statusOf(order, now)
  const late = status === 'ticket_success' && order.ticketsAt - order.confirmedAt >= soonestMs
  if (status !== 'wait_ticket' && !late) throw new BizRefusal('REVERSE_TICKET_STATUS_INCORRECT', status)
  if (now - order.confirmedAt < soonestMs) throw new BizRefusal('REVERSE_TICKET_NO_TIME_YET')
  const show = cloud.shows.find(order.scheduleId)
  if (!show || now >= show.startsAt) throw new BizRefusal('REVERSE_TICKET_FAILED', 'the film has started')
  if (cloud.orders.tickets(order.orderId).some(ticket => ticket.printed === 1))
    throw new BizRefusal('REVERSE_TICKET_FAILED', 'the tickets were printed')
  if (ground.fails) throw new BizRefusal('REVERSE_TICKET_FAILED', 'the cinema could not do it')
}
