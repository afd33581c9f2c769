import { benefitStateOn, policyOfCard } from '../cloud/benefit-cards.ts'
import type { Api } from './api.ts'
import { benefitCardOf } from './benefit-rules.ts'
import { beijingDay } from './card-arguments.ts'
import { given } from './formats.ts'
import { policyLimits } from './get-policy-list.ts'

/** 8.5 A benefit card and what is left of it, in all and today; what is left at a show the caller reckons. */
export const getBenefitCardDetail: Api = {
  name: 'ykse.partner.benefitCard.getCardDetail',
  handle(call) {
    const card = benefitCardOf(call)
    const policy = policyOfCard(card)
    const today = beijingDay(call.now)
    const usedToday = call.cloud.benefitCards.usedOnDay(card.cardNumber, today)
    return {
      data: {
        benefitCardNumber: card.cardNumber,
        mobile: card.mobile,
        benefitPolicyCode: policy.policyCode,
        benefitPolicyName: policy.name,
        cardStatus: benefitStateOn(card, today),
        endDate: card.endDate,
        registerDate: card.registeredOn,
        ...policyLimits(policy),
        ...given({
          cardUserName: card.userName,
          idcard: card.idcard,
          availableDiscountTickets: card.ticketsLeft,
          availableDailyDiscountTickets:
            policy.ticketsPerDay === undefined ? null : Math.max(0, policy.ticketsPerDay - usedToday),
        }),
      },
    }
  },
}
