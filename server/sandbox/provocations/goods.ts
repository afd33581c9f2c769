import { mixRequest } from '../test-goods.ts'
import { as, lastOf } from './guest.ts'
import type { Provocation } from './provocation.ts'
import { underFault } from './under-fault.ts'

const cinemaLinkId = '681'

/** An order of goods whose line says something else. */
const misordered = (row: Pick<Provocation, 'code' | 'how'>, line: object): Provocation => ({
  ...row,
  api: 'order.confirmGoodsOrder',
  provoke: async ({ ask, goods: request }) => ask('order.confirmGoodsOrder', await request(line)),
})

/** What is answered about goods (9.2.7, 9.2.8). */
export const goods: readonly Provocation[] = [
  misordered(
    {
      code: 'GOODS_AMOUNT_ERROR',
      how: 'Sell goods that have a settlePrice for more than that: 1728 of cinema 681 for `99.00`.',
    },
    { goodsId: '1728', isPackage: false, salePrice: '99.00' },
  ),
  misordered(
    {
      code: 'GOODS_PRICE_LESS',
      how: 'Sell goods for less than their settlePrice: 1728 of cinema 681 for `0.01`.',
    },
    { goodsId: '1728', isPackage: false, salePrice: '0.01' },
  ),
  misordered({ code: 'GOODS_PRICE_ERROR', how: 'Leave out the count of a line.' }, { count: undefined }),
  misordered(
    { code: 'GOODS_NOT_FOUND', how: 'Buy goodsId `1`, which no cinema has.' },
    { goodsId: '1', isPackage: false },
  ),
  misordered(
    {
      code: 'GOODS_ORDER_FAILED',
      how: 'Buy eleven of one thing at cinema 681, whose maxBuyCount is 10.',
    },
    { count: '11' },
  ),
  underFault({
    code: 'GOODS_ORDER_FAILED',
    api: 'order.confirmGoodsOrder',
    fault: { kind: 'fail-tickets', api: 'order.confirmGoodsOrder' },
    last: 'buy goods: the counter could not do it.',
    request: guest => guest.goods(),
  }),
  misordered(
    {
      code: 'GOODS_PACKAGE_EMPTY',
      how: 'Buy package 1798 of cinema 681, which is on the list and has nothing in it.',
    },
    { goodsId: '1798', isPackage: true, salePrice: '79.00' },
  ),
  misordered(
    {
      code: 'GOODS_DISABLED_OR_END_SALE',
      how: 'Buy 1799 of cinema 681, which was taken off the list.',
    },
    { goodsId: '1799', isPackage: false, salePrice: '22.00' },
  ),
  {
    code: 'CHANNEL_NOT_ALLOW_BUY',
    api: 'order.confirmGoodsOrder',
    how: 'Buy goods as channel FOYER-TICKETS, which sells tickets alone.',
    provoke: async ({ ask, goods: request }) =>
      ask('order.confirmGoodsOrder', await request(), as('FOYER-TICKETS')),
  },
  {
    code: 'CHANNEL_NOT_ALLOW_BUY',
    api: 'goods.getGoods',
    how: 'Ask for the goods of cinema 58, which sells none through partners.',
    provoke: ({ ask }) => ask('goods.getGoods', { cinemaLinkId: '58' }),
  },
  underFault({
    code: 'GOODS_FEE_ERROR',
    api: 'order.confirmGoodsOrder',
    fault: { kind: 'refuse', code: 'GOODS_FEE_ERROR', api: 'order.confirmGoodsOrder' },
    last: 'buy goods: no parameter of the specification names a fee for them.',
    request: guest => guest.goods(),
  }),
  underFault({
    code: 'GOODS_ORDER_CLOSE_ERROR',
    api: 'order.confirmGoodsOrder',
    fault: { kind: 'trouble', trouble: 'goods-closed', cinemaLinkId },
    last: 'buy goods at cinema 681.',
    request: guest => guest.goods(),
  }),
  underFault({
    code: 'GOODS_ORDER_CLOSE_ERROR',
    api: 'order.confirmMixOrder',
    first: 'Lock two seats at cinema 681',
    fault: { kind: 'trouble', trouble: 'goods-closed', cinemaLinkId },
    last: 'confirm them with goods.',
    request: async guest => mixRequest(guest, await guest.show()),
  }),
  underFault({
    code: 'GOODS_ORDER_CLOSE_ERROR',
    api: 'order.refundGoodsOrder',
    first: 'Buy goods at cinema 681',
    fault: { kind: 'trouble', trouble: 'goods-closed', cinemaLinkId },
    last: 'give them back.',
    request: guest => guest.goodsOrder(),
  }),
  {
    code: 'GOODS_REFUND_FAILED',
    api: 'order.refundGoodsOrder',
    how: 'Buy goods, and give them back twice.',
    async provoke({ ask, goodsOrder }) {
      const order = await goodsOrder()
      return lastOf(2, () => ask('order.refundGoodsOrder', order))
    },
  },
  underFault({
    code: 'GOODS_REFUND_FAILED',
    api: 'order.refundGoodsOrder',
    first: 'Buy goods',
    fault: { kind: 'fail-tickets', api: 'order.refundGoodsOrder' },
    last: 'give them back: the counter could not do it.',
    request: guest => guest.goodsOrder(),
  }),
]
