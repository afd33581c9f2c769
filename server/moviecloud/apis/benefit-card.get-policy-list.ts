import { declare } from '../declare.ts'
import { fen, list, record, text, whole } from '../fields.ts'
import { parameters } from '../params.ts'

/** 8.2 The kinds of benefit cards on offer; a missing count means no limit. */
export const getPolicyList = declare({
  name: 'benefitCard.getPolicyList',
  section: '8.2',
  kind: 'read',
  cacheMs: 30 * 60_000,
  answer: 'list',
  params: parameters({}),
  result: list(
    record({
      benefitPolicyCode: text.optional(),
      benefitPolicyName: text.optional(),
      policyDescription: text.optional(),
      dailyDiscountTickets: whole.optional(),
      eachShowDiscountTickets: whole.optional(),
      totalDiscountTickets: whole.optional(),
      registerAmountFen: fen.optional(),
      validDays: whole.optional(),
      policyStatus: text.optional(),
      renewAmountFen: fen.optional(),
      addValidDays: whole.optional(),
      renewDiscountTickets: whole.optional(),
      cinemas: list(record({ cinemaLinkId: text })),
    }),
  ),
})
