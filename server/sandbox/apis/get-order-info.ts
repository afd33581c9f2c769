import type { GoodsHold, GoodsLine } from '../cloud/goods-held.ts'
import { statusOf } from '../cloud/orders.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { optionalText } from './arguments.ts'
import { beijingTime } from './formats.ts'
import { goodsFields } from './goods-fields.ts'
import { cinemaOf, isOwn } from './lookups.ts'
import { orderInHall, ticketState } from './order-tickets.ts'

/**
 * 5.7 An order by the lock it came from or by its own number; before the confirm there is none. While the cinema
 * has not answered, the order bears its numbers already, as in the example of 5.7.5: only the status tells.
 */
export const getOrderInfo: Api = {
  name: 'ykse.partner.order.getOrderInfo',
  handle(call) {
    const { args, cloud, now } = call
    const cinema = cinemaOf(call)
    const lockOrderId = optionalText(args, 'lockOrderId')
    const orderId = optionalText(args, 'orderId')
    if (lockOrderId === undefined && orderId === undefined)
      throw new BizRefusal('NULL_ARGUMENT', 'lockOrderId or orderId')
    const order = orderId === undefined ? cloud.orders.byLock(lockOrderId ?? '') : cloud.orders.byId(orderId)
    const asked = lockOrderId === undefined || order?.lockOrderId === lockOrderId
    if (!order || !asked || !isOwn(call, cinema, order)) throw new BizRefusal('ORDER_NOT_FOUND')
    const { show, tickets } = orderInHall(cloud, cinema, order)
    return {
      data: {
        orderId: order.orderId,
        bookingId: order.bookingId,
        confirmationId: order.confirmationId,
        showDateTime: beijingTime(show.startsAt),
        hallId: show.hallId,
        filmCode: show.filmCode,
        shortName: show.shortName,
        status: statusOf(order, now),
        tickets: tickets.map(({ ticket, seat }) => ({
          ticketNo: ticket.ticketNo,
          seatCode: seat.seatCode,
          sectionId: seat.sectionId,
          rowId: seat.rowId,
          columnId: seat.columnId,
          ...ticketState(order, ticket, now),
        })),
        ...goodsOf(cloud.goodsHeld.find(order.orderId)),
      },
    }
  },
}

/** The goods of a mixed order; unlike the confirm's answer, 5.7.4 has no total of their prices. */
function goodsOf(hold: (GoodsHold & { lines: GoodsLine[] }) | undefined) {
  if (!hold) return {}
  const { totalGoodsPrice: _, goods, ...order } = goodsFields(hold)
  return { goodsOrder: { ...order, goods } }
}
