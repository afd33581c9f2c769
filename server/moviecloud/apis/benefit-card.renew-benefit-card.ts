import { declare } from '../declare.ts'
import { day, record, text, whole } from '../fields.ts'
import { parameters, required, upTo, yuanText } from '../params.ts'

/** 8.4 Renews a benefit card. */
export const renewBenefitCard = declare({
  name: 'benefitCard.renewBenefitCard',
  section: '8.4',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: parameters({
    benefitCardNumber: required,
    outTradeNo: upTo(32).min(1, 'must not be empty'),
    mobile: required,
    renewAmount: yuanText,
  }),
  result: record({
    outTradeNo: text.optional(),
    benefitCardOrderId: text.optional(),
    endDate: day.optional(),
    totalDiscountTickets: whole.optional(),
    renewDiscountTickets: whole.optional(),
    oldAvailableDiscountTickets: whole.optional(),
    availableDiscountTickets: whole.optional(),
    renewDate: day.optional(),
  }),
})
