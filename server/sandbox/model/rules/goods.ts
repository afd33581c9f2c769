import { z } from 'zod'
import { type Books, type GoodsOrder, goodsStatusOf } from '../books.ts'
import { businessDayAt } from '../calendar.ts'
import { giveBack } from '../card-ledger.ts'
import {
  type Ask,
  answers,
  type Broken,
  canonical,
  type Expected,
  matches,
  text,
  verdict,
  yuan,
} from '../verdict.ts'
import { goodsTold, totalOf } from './confirm.ts'
import { paid } from './confirm-payment.ts'
import { houseOf, isOwn, mobileIn, noteNumber } from './lookups.ts'
import { checkGoods, goodsAsked } from './prices.ts'

/** 6.1 */
export function menu(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  if (house && !house.menu) broken.add('CHANNEL_NOT_ALLOW_BUY')
  return verdict(broken, data =>
    matches(data, {
      cinemaLinkId: house?.cinemaLinkId,
      maxBuyCount: house?.menu?.maxBuyCount,
      goodsList: [...(house?.menu?.goods.values() ?? [])].map(goods => ({
        goodsId: goods.goodsId,
        isPackage: goods.isPackage,
        salePrice: yuan(goods.standardFen),
        settlePrice: goods.settleFen === undefined ? undefined : yuan(goods.settleFen),
        isDiscount: goods.discountable ? 'Y' : 'N',
      })),
    }),
  )
}

/** The two confirms of goods alone (6.2, 6.3). */
export function confirmGoods(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const thirdOrderId = text(ask.data, 'thirdOrderId', broken)
  const mark = `${ask.channel.channelCode} ${thirdOrderId}`
  const asked = canonical([ask.api, ask.data])
  const earlier = books.thirdOrders.get(mark)
  if (earlier?.asked === asked)
    return answers('SUCCESS', data => matches(data, told(earlier, goodsStatusOf(earlier, ask.now))))
  if (earlier) broken.add('REQUEST_PARAM_INCONFORMITY_ERROR')
  const wishes = goodsAsked(ask.data, ask.api.endsWith('ForMultiPay'), broken)
  mobileIn(ask, broken, ask.api.endsWith('ForMultiPay'))
  const payment = paid(books, ask, { tickets: [], wishes }, broken)
  if (house) checkGoods(wishes, house, payment.goodsPercent, broken)
  return verdict(broken, data => {
    const numbers = z
      .looseObject({ goodsOrderId: z.string(), holdId: z.string(), pickUpCode: z.string() })
      .parse(data)
    const { goodsOrderId, pickUpCode } = numbers
    const order: GoodsOrder = {
      goodsOrderId,
      channel: ask.channel.channelCode,
      cinemaLinkId: String(ask.data['cinemaLinkId']),
      asked,
      orderedAt: ask.now,
      readyAt: ask.now + ask.slowMs,
      goods: wishes.map(wish => ({
        goodsId: wish.goodsId,
        saleFen: wish.saleFen,
        count: wish.count,
        isPackage: wish.isPackage,
      })),
      pickUpCode,
    }
    matches(data, told(order, goodsStatusOf(order, ask.now)))
    noteNumber(books, goodsOrderId)
    noteNumber(books, numbers.holdId)
    books.goodsOrders.set(goodsOrderId, order)
    books.thirdOrders.set(mark, order)
    payment.settle({ orderId: goodsOrderId, cinemaLinkId: order.cinemaLinkId, at: ask.now })
  })
}

/** 6.2.4 and 6.4.4 */
export const told = (order: GoodsOrder, orderStatus: string) => ({
  goodsOrderId: order.goodsOrderId,
  pickUpCode: order.pickUpCode,
  totalGoodsPrice: totalOf(order.goods),
  orderStatus,
  ...goodsTold(order.goods, 'goodsList'),
})

/** 6.4 */
export function goodsOrderInfo(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const goodsOrderId = text(ask.data, 'goodsOrderId', broken)
  const order = books.goodsOrders.get(goodsOrderId ?? '')
  if (house && goodsOrderId !== undefined && !(order && isOwn(ask, house, order)))
    broken.add('ORDER_NOT_FOUND')
  return verdict(broken, data => order && matches(data, told(order, goodsStatusOf(order, ask.now))))
}

/** 6.5 The counters take back on the day of the sale; orders with tickets have a refund of their own. */
export function refundGoods(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const goodsOrderId = text(ask.data, 'goodsOrderId', broken)
  if (!house || goodsOrderId === undefined) return { codes: broken }
  const withTickets = books.orders.get(goodsOrderId)
  const order = books.goodsOrders.get(goodsOrderId)
  const found = order ?? withTickets
  if (!found || !isOwn(ask, house, found)) return answers('ORDER_NOT_FOUND')
  if (!order) return answers('REFUND_ORDER_TYPE_NOT_MATCH')
  const status = goodsStatusOf(order, ask.now)
  if (status === 'refunding') return answers('ORDER_PROCESSING')
  if (status !== 'goods_success') broken.add('GOODS_REFUND_FAILED')
  if (businessDayAt(ask.now) !== businessDayAt(order.orderedAt)) broken.add('CANCEL_TIME_ERROR')
  if (broken.size > 0) return { codes: broken }
  const done = (data: unknown) => {
    if (ask.slowMs === 0) matches(data, { cinemaLinkId: order.cinemaLinkId, goodsOrderId })
    order.refundedAt = ask.now + ask.slowMs
    giveBack(books, goodsOrderId, order.refundedAt, ask.now)
  }
  return answers(ask.slowMs > 0 ? 'ORDER_PROCESSING' : 'SUCCESS', done)
}
