import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { decimal, fen, record, text, whole } from '../fields.ts'

/** 7.8 Balance, visits left and points of a card. */
export const queryBalance = declare({
  name: 'card.queryBalance',
  section: '7.8',
  kind: 'read',
  answer: 'object',
  params: z.object({ cinemaLinkId: required, cardNumber: required, cardPassword: required }),
  result: record({
    cardNumber: text.optional(),
    cinemaLinkId: text.optional(),
    balanceFen: fen.optional(),
    availableTimes: whole.optional(),
    accumulationPoints: decimal.optional(),
    tradePoints: decimal.optional(),
  }),
})
