import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { record, text } from '../fields.ts'

/** 5.13 Undoes a confirm of tickets whose outcome the cloud does not tell, from 12 minutes after it. */
export const reverseOrder = declare({
  name: 'order.reverseOrder',
  section: '5.13',
  kind: 'settle',
  answer: 'object',
  params: z.object({ cinemaLinkId: required, orderId: required }),
  result: record({ cinemaLinkId: text.optional(), orderId: text.optional() }),
})
