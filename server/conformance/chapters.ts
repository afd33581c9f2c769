import type { Rule } from './rule.ts'
import { benefitCardRules } from './rules/benefit-cards.ts'
import { goodsRules } from './rules/goods.ts'
import { memberCardAccountRules } from './rules/member-card-accounts.ts'
import { memberCardRules } from './rules/member-cards.ts'
import { multiPayRules } from './rules/multi-pay.ts'
import { envelopeRule, parameterRules } from './rules/parameters.ts'
import { payingByCardRules } from './rules/paying-by-card.ts'
import { hallRules } from './rules/reading-halls.ts'
import { otherReadingRules } from './rules/reading-others.ts'
import { programmeRules } from './rules/reading-programme.ts'
import { lockRules } from './rules/selling-locks.ts'
import { orderRules } from './rules/selling-orders.ts'
import { pickupRules } from './rules/selling-pickup.ts'
import { refundRules } from './rules/selling-refunds.ts'
import { refusedConfirmRules } from './rules/selling-refusals.ts'
import { signatureRules } from './rules/signature.ts'
import { tableRules } from './rules/tables.ts'

/**
 * All rules, in the order in which they are tried: what is bought once is looked at by every rule that needs it
 * before it is given back, and the rules about all answers come last.
 */
export const rules: readonly Rule[] = [
  ...signatureRules,
  ...parameterRules,
  ...programmeRules,
  ...hallRules,
  ...otherReadingRules,
  ...lockRules,
  ...refusedConfirmRules,
  ...multiPayRules,
  ...orderRules,
  ...pickupRules,
  ...refundRules,
  ...goodsRules,
  ...memberCardRules,
  ...memberCardAccountRules,
  ...benefitCardRules,
  ...payingByCardRules,
  ...tableRules,
  envelopeRule,
]
