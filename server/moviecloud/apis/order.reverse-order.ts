import { declare } from '../declare.ts'
import { parameters, required } from '../params.ts'
import { orderEcho } from '../parts.ts'

/** 5.13 Undoes a confirm of tickets whose outcome the cloud does not tell, from 12 minutes after it. */
export const reverseOrder = declare({
  name: 'order.reverseOrder',
  section: '5.13',
  kind: 'settle',
  idempotentBy: 'orderId',
  answer: 'object',
  params: parameters({ cinemaLinkId: required, orderId: required }),
  result: orderEcho,
})
