import { declare } from '../declare.ts'
import { mobile, parameters, required, some, splitGoodsLine } from '../params.ts'
import { goodsOrder } from '../parts.ts'

/** 6.3 Orders goods alone; every line says how it was paid. */
export const confirmGoodsOrderForMultiPay = declare({
  name: 'order.confirmGoodsOrderForMultiPay',
  section: '6.3',
  kind: 'settle',
  idempotentBy: 'thirdOrderId',
  answer: 'object',
  params: parameters({
    cinemaLinkId: required,
    thirdOrderId: required,
    mobile,
    goodsList: some(splitGoodsLine),
  }),
  result: goodsOrder,
})
