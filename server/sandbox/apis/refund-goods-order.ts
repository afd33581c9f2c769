import { businessDay } from '#contract/time.ts'
import { goodsStatusOf } from '../cloud/goods-orders.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { optionalText, text } from './arguments.ts'
import { giveBackToCards } from './give-back.ts'
import { cinemaOf, isOwn } from './lookups.ts'

/**
 * 6.5 Gives an order of goods alone back. The specification sets no time; the sandbox's counters take back what was
 * bought on the business day, as 9.2.7 has a code for coming too late.
 */
export const refundGoodsOrder: Api = {
  name: 'ykse.partner.order.refundGoodsOrder',
  handle(call) {
    const { args, cloud, now } = call
    const cinema = cinemaOf(call)
    const goodsOrderId = text(args, 'goodsOrderId')
    const order = cloud.goodsOrders.byId(goodsOrderId) ?? cloud.orders.byId(goodsOrderId)
    if (!order || !isOwn(call, cinema, order)) throw new BizRefusal('ORDER_NOT_FOUND', goodsOrderId)
    // The example of 6.5.5 names the kind as well; the table has no such parameter.
    if ('kind' in order || (optionalText(args, 'orderType') ?? 'GOODS') !== 'GOODS')
      throw new BizRefusal('REFUND_ORDER_TYPE_NOT_MATCH')
    const status = goodsStatusOf(order, now)
    if (status === 'refunding') return { bizCode: 'ORDER_PROCESSING' }
    if (status !== 'goods_success' && status !== 'refund_failed')
      throw new BizRefusal('GOODS_REFUND_FAILED', status)
    if (businessDay(now) !== businessDay(order.confirmedAt))
      throw new BizRefusal('CANCEL_TIME_ERROR', 'only on the day they were bought')
    const { delayMs, fails } = call.ground
    const at = now + delayMs
    cloud.goodsOrders.refund(goodsOrderId, at, fails)
    if (!fails) giveBackToCards(call, goodsOrderId, at)
    if (at > now) return { bizCode: 'ORDER_PROCESSING' }
    if (fails) return { bizCode: 'GOODS_REFUND_FAILED' }
    return { data: { cinemaLinkId: cinema.cinemaLinkId, goodsOrderId } }
  },
}
