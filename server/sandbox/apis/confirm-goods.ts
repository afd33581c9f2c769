import { type GoodsOrder, goodsStatusOf } from '../cloud/goods-orders.ts'
import type { Result } from '../protocol/answer.ts'
import type { ApiName } from '../protocol/api-names.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api, Call } from './api.ts'
import { canonical, text } from './arguments.ts'
import { memberTerms } from './card-terms.ts'
import { mobileOf, optionalMobile } from './confirm-checks.ts'
import { menuOf } from './get-goods.ts'
import { giveBackToCards } from './give-back.ts'
import { goodsFields } from './goods-fields.ts'
import { goodsWishesOf } from './goods-lines.ts'
import { checkGoodsPaid, goodsToHold } from './goods-rules.ts'
import { holdGoods } from './hold-goods.ts'
import { cardPaymentsOf, type Paying } from './item-payments.ts'
import { cinemaOf } from './lookups.ts'
import { checkClaims, memberPaymentsOf, orderPaymentOf } from './order-payment.ts'
import { takeFromCards } from './take-from-cards.ts'

/** The two confirms of goods alone (6.2, 6.3). */
export function confirmGoodsApi(name: ApiName, paying: Paying): Api {
  return { name, handle: call => confirmGoods(call, name, paying) }
}

/**
 * Orders goods; repeated with the same `thirdOrderId` and parameters it orders nothing and tells how the order
 * stands by now.
 */
function confirmGoods(call: Call, api: ApiName, paying: Paying): Result {
  const { args, cloud, channel, now } = call
  const cinema = cinemaOf(call)
  const thirdOrderId = text(args, 'thirdOrderId')
  const wishes = goodsWishesOf(args, paying)
  // 6.2.3 wants a number and the example of 6.2.5 has none; 6.3.5 has one.
  const mobile = paying === 'in-all' ? optionalMobile(args) : mobileOf(args)

  const parameters = canonical({ api, args })
  const earlier = cloud.goodsOrders.byThirdOrder(channel.channelCode, thirdOrderId)
  if (earlier && earlier.parameters !== parameters) throw new BizRefusal('REQUEST_PARAM_INCONFORMITY_ERROR')
  if (earlier) return outcome(call, earlier)

  const payment = paying === 'in-all' ? orderPaymentOf(args) : { by: 'items' as const }
  if (payment.by === 'benefit') throw new BizRefusal('PAYMENT_METHOD_ERROR', 'a benefit card buys tickets')
  const payments =
    payment.by === 'items'
      ? wishes.flatMap((wish, line) => cardPaymentsOf(wish.payments, { kind: 'goods', line }))
      : memberPaymentsOf(payment, [], wishes)
  const terms = memberTerms(call, payments, undefined)
  const goods = goodsToHold(wishes, menuOf(call.channel, cinema), terms.goodsPercent)
  if (payment.by === 'items') checkGoodsPaid(wishes)
  else checkClaims(payment, [], wishes)

  const { cinemaLinkId } = cinema
  const order: GoodsOrder = {
    goodsOrderId: cloud.numbers.goodsOrderNumber(channel.channelCode, cinemaLinkId, now),
    thirdOrderId,
    channelCode: channel.channelCode,
    cinemaLinkId,
    mobile: mobile ?? null,
    parameters,
    confirmedAt: now,
    readyAt: now + call.ground.delayMs,
    readyFails: call.ground.fails ? 1 : 0,
    refundedAt: null,
    refundFails: 0,
  }
  cloud.goodsOrders.add(order)
  holdGoods(call, cinema, order.goodsOrderId, goods)
  const { goodsOrderId } = order
  takeFromCards(call, { orderId: goodsOrderId, bookingId: goodsOrderId, cinemaLinkId, payments })
  if (order.readyFails === 1) giveBackToCards(call, goodsOrderId, order.readyAt)
  return outcome(call, order)
}

/**
 * How the order stands is a field of the answer (6.2.4). One that failed is no success for callers who look at the
 * code alone either, as 9.1 wants them to.
 */
function outcome(call: Call, order: GoodsOrder): Result {
  const data = goodsOrderFields(call, order)
  return data.orderStatus === 'goods_failed' ? { bizCode: 'GOODS_ORDER_FAILED', data } : { data }
}

/** 6.2.4, which is 6.4.4 as well. @throws Error when the order has no goods, which the sandbox never lets happen */
export function goodsOrderFields({ cloud, now }: Call, order: GoodsOrder) {
  const held = cloud.goodsHeld.find(order.goodsOrderId)
  if (!held) throw new Error(`order ${order.goodsOrderId} has no goods`)
  const { goods, ...fields } = goodsFields(held)
  return {
    goodsOrderId: order.goodsOrderId,
    ...fields,
    orderStatus: goodsStatusOf(order, now),
    goodsList: goods,
  }
}
