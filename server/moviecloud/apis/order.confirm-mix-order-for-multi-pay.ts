import { z } from 'zod'
import { declare } from '../declare.ts'
import { confirmedMix, confirmOf, splitGoodsLine, splitTicketLine } from '../parts.ts'

/** 5.6 Issues tickets and goods of a paid lock; every line says how it was paid. */
export const confirmMixOrderForMultiPay = declare({
  name: 'order.confirmMixOrderForMultiPay',
  section: '5.6',
  kind: 'settle',
  idempotentBy: 'lockOrderId',
  answer: 'object',
  params: z.object({
    ...confirmOf,
    ticketList: z.array(splitTicketLine).min(1),
    goodsList: z.array(splitGoodsLine).optional(),
  }),
  result: confirmedMix,
})
