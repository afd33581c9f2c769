import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { goodsOrder } from '../parts.ts'

/** 6.4 State and content of a goods order. */
export const getGoodsOrderInfo = declare({
  name: 'order.getGoodsOrderInfo',
  section: '6.4',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: z.object({ cinemaLinkId: required, goodsOrderId: required }),
  result: goodsOrder,
})
