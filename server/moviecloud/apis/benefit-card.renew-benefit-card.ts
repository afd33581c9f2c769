import { z } from 'zod'
import { declare, required, yuanText } from '../declare.ts'
import { day, record, text, whole } from '../fields.ts'

/** 8.4 Renews a benefit card. */
export const renewBenefitCard = declare({
  name: 'benefitCard.renewBenefitCard',
  section: '8.4',
  kind: 'settle',
  idempotentBy: 'outTradeNo',
  timeoutMs: 60_000,
  answer: 'object',
  params: z.object({
    benefitCardNumber: required,
    outTradeNo: required.max(32),
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
