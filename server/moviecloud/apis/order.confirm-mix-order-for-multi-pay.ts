import { z } from 'zod'
import { declare } from '../declare.ts'
import { confirmOf, parameters, some, splitGoodsLine, splitTicketLine } from '../params.ts'
import { confirmedMix } from '../parts.ts'

/** 5.6 Issues tickets and goods of a paid lock; every line says how it was paid. */
export const confirmMixOrderForMultiPay = declare({
  name: 'order.confirmMixOrderForMultiPay',
  section: '5.6',
  kind: 'settle',
  idempotentBy: 'lockOrderId',
  answer: 'object',
  params: parameters({
    ...confirmOf,
    ticketList: some(splitTicketLine),
    goodsList: z.array(splitGoodsLine).optional(),
  }),
  result: confirmedMix,
})
