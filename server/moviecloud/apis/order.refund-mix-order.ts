import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { orderEcho } from '../parts.ts'

/** 5.12 Gives the tickets and goods of an order back. */
export const refundMixOrder = declare({
  name: 'order.refundMixOrder',
  section: '5.12',
  kind: 'settle',
  answer: 'object',
  params: z.object({ cinemaLinkId: required, orderId: required }),
  result: orderEcho,
})
