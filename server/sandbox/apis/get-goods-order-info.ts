import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { text } from './arguments.ts'
import { goodsOrderFields } from './confirm-goods.ts'
import { cinemaOf, isOwn } from './lookups.ts'

/** 6.4 An order of goods alone; the goods of a mixed order are told by getOrderInfo. */
export const getGoodsOrderInfo: Api = {
  name: 'ykse.partner.order.getGoodsOrderInfo',
  handle(call) {
    const cinema = cinemaOf(call)
    const order = call.cloud.goodsOrders.byId(text(call.args, 'goodsOrderId'))
    if (!order || !isOwn(call, cinema, order)) throw new BizRefusal('ORDER_NOT_FOUND')
    return { data: goodsOrderFields(call, order) }
  },
}
