import { declare } from '../declare.ts'
import { day, record, text, whole } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 8.5 A benefit card with its policy and what is left of it. */
export const getBenefitCardDetail = declare({
  name: 'benefitCard.getCardDetail',
  section: '8.5',
  kind: 'read',
  answer: 'object',
  params: parameters({ benefitCardNumber: required }),
  result: record({
    benefitCardNumber: text.optional(),
    mobile: text.optional(),
    benefitPolicyCode: text.optional(),
    benefitPolicyName: text.optional(),
    cardStatus: text.optional(),
    cardUserName: text.optional(),
    idcard: text.optional(),
    endDate: day.optional(),
    registerDate: day.optional(),
    dailyDiscountTickets: whole.optional(),
    eachShowDiscountTickets: whole.optional(),
    totalDiscountTickets: whole.optional(),
    availableDiscountTickets: whole.optional(),
    availableDailyDiscountTickets: whole.optional(),
  }),
})
