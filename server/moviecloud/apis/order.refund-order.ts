import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { orderEcho } from '../parts.ts'

/** 5.11 Gives the tickets of an order back. */
export const refundOrder = declare({
  name: 'order.refundOrder',
  section: '5.11',
  kind: 'settle',
  answer: 'object',
  params: z.object({ cinemaLinkId: required, orderId: required }),
  result: orderEcho,
})
