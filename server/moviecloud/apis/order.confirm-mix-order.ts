import { z } from 'zod'
import { declare } from '../declare.ts'
import { confirmedMix, confirmOf, goodsOrderLine, paymentList, ticketLine } from '../parts.ts'

/** 5.5 Issues tickets and goods of a paid lock. */
export const confirmMixOrder = declare({
  name: 'order.confirmMixOrder',
  section: '5.5',
  kind: 'settle',
  idempotentBy: 'lockOrderId',
  answer: 'object',
  params: z.object({
    ...confirmOf,
    ticketList: z.array(ticketLine).min(1),
    goodsList: z.array(goodsOrderLine).optional(),
    paymentList: paymentList.optional(),
  }),
  result: confirmedMix,
})
