import { declare } from '../declare.ts'
import { echo, text } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 6.5 Gives a goods order back. */
export const refundGoodsOrder = declare({
  name: 'order.refundGoodsOrder',
  section: '6.5',
  kind: 'settle',
  answer: 'object',
  params: parameters({ cinemaLinkId: required, goodsOrderId: required, orderType: required.optional() }),
  result: echo({ cinemaLinkId: text.optional(), goodsOrderId: text.optional() }),
})
