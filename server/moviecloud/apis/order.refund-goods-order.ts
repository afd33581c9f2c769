import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { record, text } from '../fields.ts'

/** 6.5 Gives a goods order back. */
export const refundGoodsOrder = declare({
  name: 'order.refundGoodsOrder',
  section: '6.5',
  kind: 'settle',
  answer: 'object',
  params: z.object({ cinemaLinkId: required, goodsOrderId: required, orderType: required.optional() }),
  result: record({ cinemaLinkId: text.optional(), goodsOrderId: text.optional() }),
})
