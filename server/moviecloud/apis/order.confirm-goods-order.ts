import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { goodsOrder, goodsOrderLine, mobile, paymentList } from '../parts.ts'

/** 6.2 Orders goods alone. The table demands a mobile number, the example has none: the cloud decides. */
export const confirmGoodsOrder = declare({
  name: 'order.confirmGoodsOrder',
  section: '6.2',
  kind: 'settle',
  idempotentBy: 'thirdOrderId',
  answer: 'object',
  params: z.object({
    cinemaLinkId: required,
    thirdOrderId: required,
    mobile: mobile.optional(),
    goodsList: z.array(goodsOrderLine).min(1),
    paymentList: paymentList.optional(),
  }),
  result: goodsOrder,
})
