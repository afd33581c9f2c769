import type { BenefitCard } from '../cloud/benefit-cards.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { BenefitPolicy } from '../world/benefit-policies.ts'
import type { Call } from './api.ts'
import { type Arguments, text } from './arguments.ts'

/** A mobile number of eleven digits. @throws BizRefusal NULL_ARGUMENT, BCARD_MOBILE_INVALID */
export function benefitMobileOf(args: Arguments): string {
  const mobile = text(args, 'mobile')
  if (!/^1[3-9]\d{9}$/.test(mobile)) throw new BizRefusal('BCARD_MOBILE_INVALID', 'eleven digits')
  return mobile
}

/** The card that `benefitCardNumber` names. @throws BizRefusal NULL_ARGUMENT, BCARD_NOT_EXIST */
export function benefitCardOf({ args, cloud }: Call): BenefitCard {
  return knownBenefitCard(cloud, text(args, 'benefitCardNumber'))
}

/** @throws BizRefusal BCARD_NOT_EXIST */
export function knownBenefitCard(cloud: Cloud, cardNumber: string): BenefitCard {
  const card = cloud.benefitCards.find(cardNumber)
  if (!card) throw new BizRefusal('BCARD_NOT_EXIST', cardNumber)
  return card
}

/**
 * Cards of a policy are sold and renewed only while it is approved, in force and enabled (8.2.4).
 *
 * @throws BizRefusal BCARD_POLICY_NOT_APPROVED, BCARD_POLICY_EXPIRED, BCARD_POLICY_DISABLED
 */
export function checkOnSale({ policyCode, state }: BenefitPolicy): void {
  switch (state) {
    case 'pending':
      throw new BizRefusal('BCARD_POLICY_NOT_APPROVED', policyCode)
    case 'expired':
      throw new BizRefusal('BCARD_POLICY_EXPIRED', policyCode)
    case 'disabled':
      throw new BizRefusal('BCARD_POLICY_DISABLED', policyCode)
    case 'enabled':
  }
}
