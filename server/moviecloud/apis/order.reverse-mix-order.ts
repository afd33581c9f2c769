import { declare } from '../declare.ts'
import { parameters, required } from '../params.ts'
import { orderEcho } from '../parts.ts'

/** 5.14 Undoes a mixed confirm whose outcome the cloud does not tell, from 12 minutes after it. */
export const reverseMixOrder = declare({
  name: 'order.reverseMixOrder',
  section: '5.14',
  kind: 'settle',
  idempotentBy: 'orderId',
  answer: 'object',
  params: parameters({ cinemaLinkId: required, orderId: required }),
  result: orderEcho,
})
