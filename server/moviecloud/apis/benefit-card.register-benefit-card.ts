import { declare } from '../declare.ts'
import { day, record, text, whole } from '../fields.ts'
import { parameters, required, upTo, yuanText } from '../params.ts'

/** 8.3 Opens a benefit card; `benefitPolicyId` is what every answer calls benefitPolicyCode. */
export const registerBenefitCard = declare({
  name: 'benefitCard.registerBenefitCard',
  section: '8.3',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: parameters({
    benefitPolicyId: required,
    outTradeNo: upTo(32).min(1, 'must not be empty'),
    mobile: required,
    registerAmount: yuanText,
    cardUserName: upTo(20).optional(),
    idcard: upTo(18).optional(),
  }),
  result: record({
    outTradeNo: text.optional(),
    benefitCardOrderId: text.optional(),
    benefitCardNumber: text.optional(),
    startDate: day.optional(),
    endDate: day.optional(),
    mobile: text.optional(),
    benefitPolicyCode: text.optional(),
    benefitPolicyName: text.optional(),
    cardStatus: text.optional(),
    cardUserName: text.optional(),
    idcard: text.optional(),
    dailyDiscountTickets: whole.optional(),
    eachShowDiscountTickets: whole.optional(),
    totalDiscountTickets: whole.optional(),
  }),
})
