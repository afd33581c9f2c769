import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { fen, record, text, whole } from '../fields.ts'
import { outTradeNo } from '../parts.ts'

/** 7.3 Adds to a card's balance; a negative amount takes from it. */
export const recharge = declare({
  name: 'card.recharge',
  section: '7.3',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: z.object({
    cinemaLinkId: required,
    cardNumber: required,
    outTradeNo,
    rechargeAmount: z
      .string()
      .regex(/^-?\d{1,10}(\.\d{1,2})?$/, 'must be an amount in yuan such as "100.00"'),
    description: z.string().max(100).optional(),
  }),
  result: record({
    outTradeNo: text.optional(),
    cardOrderId: text.optional(),
    balanceFen: fen.optional(),
    availableTimes: whole.optional(),
  }),
})
