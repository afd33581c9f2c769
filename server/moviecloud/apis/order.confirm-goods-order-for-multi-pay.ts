import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { goodsOrder, mobile, splitGoodsLine } from '../parts.ts'

/** 6.3 Orders goods alone; every line says how it was paid. */
export const confirmGoodsOrderForMultiPay = declare({
  name: 'order.confirmGoodsOrderForMultiPay',
  section: '6.3',
  kind: 'settle',
  idempotentBy: 'thirdOrderId',
  answer: 'object',
  params: z.object({
    cinemaLinkId: required,
    thirdOrderId: required,
    mobile,
    goodsList: z.array(splitGoodsLine).min(1),
  }),
  result: goodsOrder,
})
