import { declare } from '../declare.ts'
import { parameters, required } from '../params.ts'
import { orderEcho } from '../parts.ts'

/** 5.11 Gives the tickets of an order back. */
export const refundOrder = declare({
  name: 'order.refundOrder',
  section: '5.11',
  kind: 'settle',
  answer: 'object',
  params: parameters({ cinemaLinkId: required, orderId: required }),
  result: orderEcho,
})
