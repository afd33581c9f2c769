import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { addDays } from '#contract/time.ts'
import { type BenefitCard, benefitStateOn } from '../cloud/benefit-cards.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { type BenefitPolicy, policyOf } from '../world/benefit-policies.ts'
import { type Arguments, fen, optionalText, text } from './arguments.ts'
import { benefitMobileOf, checkOnSale } from './benefit-rules.ts'
import { beijingDay } from './card-arguments.ts'
import { cardOrderApi } from './card-order-once.ts'
import { given } from './formats.ts'
import { policyLimits } from './get-policy-list.ts'

const Wish = z.object({
  policyCode: z.string(),
  mobile: z.string(),
  amountFen: z.int(),
  userName: z.string().nullable(),
  idcard: z.string().nullable(),
})

/** 8.3 Sells a benefit card: one of a policy for a mobile number, at the policy's price. */
export const registerBenefitCard = cardOrderApi({
  name: 'ykse.partner.benefitCard.registerBenefitCard',
  family: 'benefit',
  type: 'register',
  wish: Wish,

  read({ args }) {
    const policyCode = text(args, 'benefitPolicyId')
    const mobile = benefitMobileOf(args)
    const amountFen = fen(args, 'registerAmount')
    const userName = optionalText(args, 'cardUserName', 20) ?? null
    const idcard = idcardOf(args)

    const policy = knownPolicy(policyCode)
    checkOnSale(policy)
    if (amountFen !== policy.registerFen)
      throw new BizRefusal('BCARD_REGISTER_FEE_INVALID', yuan(policy.registerFen))
    return { policyCode, mobile, amountFen, userName, idcard }
  },

  carryOut({ policyCode, mobile, amountFen, userName, idcard }, { cloud, now }) {
    const policy = knownPolicy(policyCode)
    if (cloud.benefitCards.byMobile(policyCode, mobile)) throw new BizRefusal('BCARD_MOBILE_EXIST', mobile)
    const today = beijingDay(now)
    const card: BenefitCard = {
      cardNumber: cloud.cardNumbers.benefitCard(now),
      policyCode,
      mobile,
      userName,
      idcard,
      stopped: 0,
      registeredOn: today,
      endDate: addDays(today, policy.validDays),
      ticketsLeft: policy.ticketsInAll ?? null,
    }
    cloud.benefitCards.add(card)
    return {
      cardNumber: card.cardNumber,
      cinemaLinkId: null,
      amountFen,
      points: null,
      description: null,
      answer: {
        benefitCardNumber: card.cardNumber,
        startDate: today,
        endDate: card.endDate,
        mobile,
        benefitPolicyCode: policyCode,
        benefitPolicyName: policy.name,
        cardStatus: benefitStateOn(card, today),
        ...given({ cardUserName: userName, idcard }),
        ...policyLimits(policy),
      },
    }
  },
})

/** @throws BizRefusal BCARD_POLICY_NOT_EXIST */
function knownPolicy(policyCode: string): BenefitPolicy {
  const policy = policyOf(policyCode)
  if (!policy) throw new BizRefusal('BCARD_POLICY_NOT_EXIST', policyCode)
  return policy
}

/** Eighteen characters (8.3.3); the example masks the last ones. @throws BizRefusal FORMAT_ERROR */
function idcardOf(args: Arguments): string | null {
  const idcard = optionalText(args, 'idcard')
  if (idcard !== undefined && !/^\d{6}[\dA-Za-z]{12}$/.test(idcard))
    throw new BizRefusal('FORMAT_ERROR', 'idcard has to have 18 characters')
  return idcard ?? null
}
