import { declare } from '../declare.ts'
import { parameters, required } from '../params.ts'
import { orderEcho } from '../parts.ts'

/** 5.12 Gives the tickets and goods of an order back. */
export const refundMixOrder = declare({
  name: 'order.refundMixOrder',
  section: '5.12',
  kind: 'settle',
  answer: 'object',
  params: parameters({ cinemaLinkId: required, orderId: required }),
  result: orderEcho,
})
