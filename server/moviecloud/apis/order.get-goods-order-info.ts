import { declare } from '../declare.ts'
import { parameters, required } from '../params.ts'
import { goodsOrder } from '../parts.ts'

/** 6.4 State and content of a goods order. */
export const getGoodsOrderInfo = declare({
  name: 'order.getGoodsOrderInfo',
  section: '6.4',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: parameters({ cinemaLinkId: required, goodsOrderId: required }),
  result: goodsOrder,
})
