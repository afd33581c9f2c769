import { declare } from '../declare.ts'
import { beijingTime, fen, record, text } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 8.6 What became of a register, renew or consume order; `benefitCardOrderId` goes before `outTradeNo`. */
export const getBenefitCardOrderDetail = declare({
  name: 'benefitCard.getCardOrderDetail',
  section: '8.6',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: parameters({ benefitCardOrderId: required.optional(), outTradeNo: required.optional() }).refine(
    p => p.benefitCardOrderId !== undefined || p.outTradeNo !== undefined,
    {
      path: ['benefitCardOrderId'],
      message: 'benefitCardOrderId and outTradeNo must not both be absent',
    },
  ),
  result: record({
    benefitCardOrderId: text.optional(),
    outTradeNo: text.optional(),
    benefitCardNumber: text.optional(),
    orderStatus: text.optional(),
    amountFen: fen.optional(),
    orderType: text.optional(),
    description: text.optional(),
    createDateTime: beijingTime.optional(),
  }),
})
