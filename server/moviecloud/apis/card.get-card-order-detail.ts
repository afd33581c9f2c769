import { declare } from '../declare.ts'
import { beijingTime, decimal, fen, record, text } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 7.11 What became of a register, recharge or points order; `cardOrderId` goes before `outTradeNo`. */
export const getCardOrderDetail = declare({
  name: 'card.getCardOrderDetail',
  section: '7.11',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: parameters({ cardOrderId: required.optional(), outTradeNo: required.optional() }).refine(
    p => p.cardOrderId !== undefined || p.outTradeNo !== undefined,
    {
      path: ['cardOrderId'],
      message: 'cardOrderId and outTradeNo must not both be absent',
    },
  ),
  result: record({
    cardOrderId: text.optional(),
    outTradeNo: text.optional(),
    cinemaLinkId: text.optional(),
    cardNumber: text.optional(),
    orderStatus: text.optional(),
    amountFen: fen.optional(),
    points: decimal.optional(),
    orderType: text.optional(),
    description: text.optional(),
    createDateTime: beijingTime.optional(),
  }),
})
