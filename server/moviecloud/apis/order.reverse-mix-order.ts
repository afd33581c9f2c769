import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { orderEcho } from '../parts.ts'

/** 5.14 Undoes a mixed confirm whose outcome the cloud does not tell, from 12 minutes after it. */
export const reverseMixOrder = declare({
  name: 'order.reverseMixOrder',
  section: '5.14',
  kind: 'settle',
  answer: 'object',
  params: z.object({ cinemaLinkId: required, orderId: required }),
  result: orderEcho,
})
