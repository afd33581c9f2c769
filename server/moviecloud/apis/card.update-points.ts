import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { decimal, record, text } from '../fields.ts'
import { outTradeNo } from '../parts.ts'

/** 7.4 Adds points to a card, or takes them when negative. */
export const updatePoints = declare({
  name: 'card.updatePoints',
  section: '7.4',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: z.object({
    cinemaLinkId: required,
    cardNumber: required,
    outTradeNo,
    points: z.string().regex(/^-?\d{1,10}(\.\d{1,2})?$/, 'must be a number with at most two decimals'),
    description: z.string().max(100).optional(),
  }),
  result: record({
    outTradeNo: text.optional(),
    cardOrderId: text.optional(),
    accumulationPoints: decimal.optional(),
    tradePoints: decimal.optional(),
  }),
})
