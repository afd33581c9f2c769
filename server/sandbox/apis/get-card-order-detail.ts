import { cardOrderStatusOf } from '../cloud/card-orders.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { askedCardOrder } from './asked-card-order.ts'
import { signedDecimal } from './card-arguments.ts'
import { beijingTime, given } from './formats.ts'

/** 7.11 What became of a registration, a recharge or a change of points. One that was refused never was an order. */
export const getCardOrderDetail: Api = {
  name: 'ykse.partner.card.getCardOrderDetail',
  handle(call) {
    const order = askedCardOrder(call, 'member')
    if (!order) throw new BizRefusal('ORDER_NOT_FOUND')
    return {
      data: {
        cardOrderId: order.cardOrderId,
        outTradeNo: order.outTradeNo,
        cinemaLinkId: order.cinemaLinkId,
        ...given({ cardNumber: order.cardNumber }),
        orderStatus: cardOrderStatusOf(order, call.now),
        ...(order.amountFen === null ? {} : { amount: signedDecimal(order.amountFen) }),
        ...(order.points === null ? {} : { points: signedDecimal(order.points) }),
        orderType: order.type,
        description: order.description ?? '',
        createDateTime: beijingTime(order.createdAt),
      },
    }
  },
}
