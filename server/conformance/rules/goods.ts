import { z } from 'zod'
import { type BoughtGoods, goodsLine, goodsRequest } from '../orders.ts'
import type { Probe } from '../probe.ts'
import { fenOf, OptionalText, objectIn, yuanOf } from '../reading.ts'
import type { Rule } from '../rule.ts'
import { allOf, done, holds, judged, refused, refusedWith, Untried } from '../verdict.ts'

const confirming = { api: 'order.confirmGoodsOrder', mode: 'full' } as const
const refunding = { api: 'order.refundGoodsOrder', mode: 'full' } as const

const GoodsOrder = z.object({
  goodsOrderId: OptionalText,
  pickUpCode: OptionalText,
  totalGoodsPrice: OptionalText,
  orderStatus: OptionalText,
})

const confirms: readonly {
  api: string
  name: string
  section: string
  order: (probe: Probe) => Promise<BoughtGoods>
}[] = [
  {
    api: 'order.confirmGoodsOrder',
    name: 'order',
    section: '6.2',
    order: ({ orders }) => orders.goods(),
  },
  {
    api: 'order.confirmGoodsOrderForMultiPay',
    name: 'order-multi-paid',
    section: '6.3',
    order: ({ orders }) => orders.goodsMultiPaid(),
  },
]

/** Orders of goods alone: specification 6. */
export const goodsRules: readonly Rule[] = [
  ...confirms.flatMap(({ api, name, section, order }): Rule[] => [
    {
      id: `goods.${name}`,
      api,
      mode: 'full',
      section: `${section}.4`,
      sentence:
        'A right order of goods succeeds: a pickup code of 4 to 20 digits, and salePrice x count in all.',
      check: probe =>
        judged(api, async () => {
          const { answer, totalFen } = await order(probe)
          const { pickUpCode, totalGoodsPrice } = objectIn(answer, GoodsOrder)
          return allOf(
            holds(/^\w{4,20}$/.test(pickUpCode ?? ''), `pickUpCode is ${pickUpCode}`, answer),
            holds(fenOf(totalGoodsPrice) === totalFen, `totalGoodsPrice is ${totalGoodsPrice}`, answer),
          )
        }),
    },
    {
      id: `goods.${name}-again`,
      api,
      mode: 'full',
      section: `${section}.2, note 2`,
      sentence: 'The same order again is the same order (idempotent by thirdOrderId).',
      async check(probe) {
        const { request, goodsOrderId } = await order(probe)
        const answer = await probe.ask(api, request)
        if (!answer.ok) return done(answer)
        const again = objectIn(answer, GoodsOrder).goodsOrderId
        return holds(again === goodsOrderId, `it is order ${again} now, ${goodsOrderId} before`, answer)
      },
    },
    {
      id: `goods.${name}-otherwise`,
      api,
      mode: 'full',
      section: '9.2.1',
      sentence:
        'The same thirdOrderId with another mobile number is refused with REQUEST_PARAM_INCONFORMITY_ERROR.',
      async check(probe) {
        const { request } = await order(probe)
        const answer = await probe.ask(api, { ...request, mobile: '13800138001' })
        return refusedWith(answer, 'REQUEST_PARAM_INCONFORMITY_ERROR')
      },
    },
  ]),
  {
    ...confirming,
    id: 'goods.price',
    section: '6.2.2, note 3; 9.2.7',
    sentence: 'A price below the settle price is refused with GOODS_PRICE_LESS (or GOODS_AMOUNT_ERROR).',
    async check(probe) {
      const { settleFen } = await probe.counter.firstGoods()
      if (settleFen === undefined) throw new Untried('not-applicable', 'the goods have no settle price')
      const answer = await orderOfOne(probe, { salePrice: yuanOf(settleFen - 1) })
      return refusedWith(answer, 'GOODS_PRICE_LESS', 'GOODS_AMOUNT_ERROR')
    },
  },
  {
    ...confirming,
    id: 'goods.no-price',
    section: '9.2.7',
    sentence: 'A line without a price is refused with GOODS_PRICE_ERROR (or GOODS_INFO_ERROR).',
    check: async probe =>
      refusedWith(await orderOfOne(probe, { salePrice: undefined }), 'GOODS_PRICE_ERROR', 'GOODS_INFO_ERROR'),
  },
  {
    ...confirming,
    id: 'goods.unknown',
    section: '9.2.7',
    sentence: 'Goods that the cinema has not are refused with GOODS_NOT_FOUND.',
    check: async probe => refusedWith(await orderOfOne(probe, { goodsId: '999999999' }), 'GOODS_NOT_FOUND'),
  },
  {
    ...confirming,
    id: 'goods.too-many',
    section: '6.1.4',
    sentence: 'More of a thing than maxBuyCount is refused.',
    async check(probe) {
      const { maxBuyCount } = await probe.counter.menu()
      if (maxBuyCount === undefined) throw new Untried('not-applicable', 'there is no maxBuyCount')
      return refused(await orderOfOne(probe, { count: String(maxBuyCount + 1) }))
    },
  },
  {
    ...confirming,
    id: 'goods.none',
    section: '6.2.3, 9.2.1',
    sentence: 'An order of nothing is refused with GOODS_INFO_NOT_NULL (or NULL_ARGUMENT).',
    async check({ counter, numbers, ask, cinema: { cinemaLinkId } }) {
      await counter.firstGoods()
      const answer = await ask('order.confirmGoodsOrder', goodsRequest(cinemaLinkId, numbers.next(), []))
      return refusedWith(answer, 'GOODS_INFO_NOT_NULL', 'NULL_ARGUMENT')
    },
  },
  {
    api: 'order.getGoodsOrderInfo',
    mode: 'full',
    id: 'goods.order-info',
    section: '6.4.4',
    sentence: 'An order of goods is found by its goodsOrderId: goods_success, and what it cost.',
    async check({ orders, ask, cinema: { cinemaLinkId } }) {
      const { goodsOrderId, totalFen, answer: confirmed } = await orders.goods()
      const answer = await ask('order.getGoodsOrderInfo', { cinemaLinkId, goodsOrderId })
      if (!answer.ok) return done(answer)
      const found = objectIn(answer, GoodsOrder)
      const { pickUpCode } = objectIn(confirmed, GoodsOrder)
      return allOf(
        // The example of 6.4.5 writes it with a blank.
        holds(/^goods[_ ]success$/.test(found.orderStatus ?? ''), `it says ${found.orderStatus}`, answer),
        holds(found.pickUpCode === pickUpCode, `pickUpCode is ${found.pickUpCode}`, answer),
        holds(fenOf(found.totalGoodsPrice) === totalFen, `it cost ${found.totalGoodsPrice}`, answer),
      )
    },
  },
  {
    api: 'order.refundOrder',
    mode: 'full',
    id: 'goods.refund-as-tickets',
    section: '9.2.4',
    sentence:
      'An order of goods alone is not given back as one of tickets: REFUND_ORDER_TYPE_NOT_MATCH (or ORDER_NOT_FOUND).',
    check: async ({ orders, ask, cinema: { cinemaLinkId } }) =>
      refusedWith(
        await ask('order.refundOrder', { cinemaLinkId, orderId: (await orders.goods()).goodsOrderId }),
        'REFUND_ORDER_TYPE_NOT_MATCH',
        'ORDER_NOT_FOUND',
      ),
  },
  {
    ...refunding,
    id: 'goods.refund',
    section: '6.5',
    sentence: 'An order of goods that was just made is taken back.',
    check: async ({ orders }) => done(await orders.goodsRefund()),
  },
  {
    ...refunding,
    id: 'goods.refund-twice',
    section: '9.2.8',
    sentence: 'Goods that were given back are not given back again.',
    async check({ orders, ask, cinema: { cinemaLinkId } }) {
      const { goodsOrderId } = await orders.goods()
      const first = await orders.goodsRefund()
      if (!first.ok) throw new Untried('not-applicable', `the order was not taken back (${first.code})`)
      return refused(await ask('order.refundGoodsOrder', { cinemaLinkId, goodsOrderId }))
    },
  },
  {
    api: 'order.getGoodsOrderInfo',
    mode: 'full',
    id: 'goods.refunded-order',
    section: '6.4.4',
    sentence: 'The query of goods that were given back says refund_success.',
    async check({ orders, ask, cinema: { cinemaLinkId } }) {
      const { goodsOrderId } = await orders.goods()
      const first = await orders.goodsRefund()
      if (!first.ok) throw new Untried('not-applicable', `the order was not taken back (${first.code})`)
      const answer = await ask('order.getGoodsOrderInfo', { cinemaLinkId, goodsOrderId })
      if (!answer.ok) return done(answer)
      const { orderStatus } = objectIn(answer, GoodsOrder)
      return holds(orderStatus === 'refund_success', `it says ${orderStatus}`, answer)
    },
  },
  {
    ...refunding,
    id: 'goods.refund-unknown',
    section: '9.2.8',
    sentence: 'An order that does not exist is refused with ORDER_NOT_FOUND.',
    check: async ({ ask, cinema: { cinemaLinkId } }) =>
      refusedWith(
        await ask('order.refundGoodsOrder', { cinemaLinkId, goodsOrderId: '000000000000' }),
        'ORDER_NOT_FOUND',
      ),
  },
]

/** An order of one thing, with its line changed. */
async function orderOfOne({ counter, numbers, ask, cinema: { cinemaLinkId } }: Probe, change: object) {
  const line = { ...goodsLine(await counter.firstGoods()), ...change }
  return ask('order.confirmGoodsOrder', goodsRequest(cinemaLinkId, numbers.next(), [line]))
}
