import { statusOf } from '../cloud/orders.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { text } from './arguments.ts'
import { cinemaOf, isOwn } from './lookups.ts'

const soonestMs = 12 * 60_000

/**
 * 5.13 Undoes an order that the cinema has not answered, or answered only after twelve minutes; from twelve
 * minutes after the confirm until the film starts. It can be repeated.
 */
export const reverseOrder: Api = {
  name: 'ykse.partner.order.reverseOrder',
  handle(call) {
    const { args, cloud, now } = call
    const cinema = cinemaOf(call)
    const orderId = text(args, 'orderId')
    const order = cloud.orders.byId(orderId)
    if (!order || !isOwn(call, cinema, order)) throw new BizRefusal('ORDER_NOT_FOUND')
    if (statusOf(order, now) !== 'reverse_success') {
      const answeredInTime = order.ticketsAt - order.confirmedAt < soonestMs && now >= order.ticketsAt
      if (answeredInTime) throw new BizRefusal('REVERSE_TICKET_STATUS_INCORRECT')
      if (now - order.confirmedAt < soonestMs) throw new BizRefusal('REVERSE_TICKET_NO_TIME_YET')
      const show = cloud.shows.find(order.scheduleId)
      if (!show || now >= show.startsAt) throw new BizRefusal('REVERSE_TICKET_FAILED', 'the film has started')
      cloud.orders.reverse(orderId, now)
      cloud.takenSeats.free(order.lockOrderId)
    }
    return { data: { cinemaLinkId: cinema.cinemaLinkId, orderId } }
  },
}
