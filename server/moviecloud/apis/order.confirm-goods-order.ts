import { declare } from '../declare.ts'
import { goodsOrderLine, mobile, parameters, paymentList, required, some } from '../params.ts'
import { goodsOrder } from '../parts.ts'

/** 6.2 Orders goods alone. The table demands a mobile number, the example has none: the cloud decides. */
export const confirmGoodsOrder = declare({
  name: 'order.confirmGoodsOrder',
  section: '6.2',
  kind: 'settle',
  idempotentBy: 'thirdOrderId',
  answer: 'object',
  params: parameters({
    cinemaLinkId: required,
    thirdOrderId: required,
    mobile: mobile.optional(),
    goodsList: some(goodsOrderLine),
    paymentList: paymentList.optional(),
  }),
  result: goodsOrder,
})
