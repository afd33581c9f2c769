import { declare } from '../declare.ts'
import { fen, record, text, whole } from '../fields.ts'
import { outTradeNo, parameters, required, signedText, upTo } from '../params.ts'

/** 7.3 Adds to a card's balance; a negative amount takes from it. */
export const recharge = declare({
  name: 'card.recharge',
  section: '7.3',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: parameters({
    cinemaLinkId: required,
    cardNumber: required,
    outTradeNo,
    rechargeAmount: signedText,
    description: upTo(100).optional(),
  }),
  result: record({
    outTradeNo: text.optional(),
    cardOrderId: text.optional(),
    balanceFen: fen.optional(),
    availableTimes: whole.optional(),
  }),
})
