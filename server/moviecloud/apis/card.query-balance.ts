import { declare } from '../declare.ts'
import { decimal, fen, record, text, whole } from '../fields.ts'
import { cipherText, parameters, required } from '../params.ts'

/** 7.8 Balance, visits left and points of a card. */
export const queryBalance = declare({
  name: 'card.queryBalance',
  section: '7.8',
  kind: 'read',
  answer: 'object',
  params: parameters({ cinemaLinkId: required, cardNumber: required, cardPassword: cipherText }),
  result: record({
    cardNumber: text.optional(),
    cinemaLinkId: text.optional(),
    balanceFen: fen.optional(),
    availableTimes: whole.optional(),
    accumulationPoints: decimal.optional(),
    tradePoints: decimal.optional(),
  }),
})
