import { declare } from '../declare.ts'
import { decimal, record, text } from '../fields.ts'
import { outTradeNo, parameters, required, signedText, upTo } from '../params.ts'

/** 7.4 Adds points to a card, or takes them when negative. */
export const updatePoints = declare({
  name: 'card.updatePoints',
  section: '7.4',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: parameters({
    cinemaLinkId: required,
    cardNumber: required,
    outTradeNo,
    points: signedText,
    description: upTo(100).optional(),
  }),
  result: record({
    outTradeNo: text.optional(),
    cardOrderId: text.optional(),
    accumulationPoints: decimal.optional(),
    tradePoints: decimal.optional(),
  }),
})
