import { yuan } from '#contract/money.ts'
import { type BenefitPolicy, benefitPolicies } from '../world/benefit-policies.ts'
import type { Api } from './api.ts'
import { given } from './formats.ts'

/** 8.2 The kinds of benefit cards, those that are no longer sold among them; pending and expired ones are not. */
export const getPolicyList: Api = {
  name: 'ykse.partner.benefitCard.getPolicyList',
  handle: () => ({
    dataList: benefitPolicies
      .filter(({ state }) => state === 'enabled' || state === 'disabled')
      .map(policy => ({
        benefitPolicyCode: policy.policyCode,
        benefitPolicyName: policy.name,
        policyDescription: policy.description,
        ...policyLimits(policy),
        registerAmount: yuan(policy.registerFen),
        validDays: policy.validDays,
        policyStatus: policy.state === 'enabled' ? 'enable' : 'disable',
        ...(policy.renewal
          ? {
              renewAmount: yuan(policy.renewal.fen),
              addValidDays: policy.renewal.days,
              ...given({ renewDiscountTickets: policy.renewal.tickets }),
            }
          : {}),
        cinemas: policy.cinemaLinkIds.map(cinemaLinkId => ({ cinemaLinkId })),
      })),
  }),
}

/** What the policy allows, as every answer about its cards says it (8.2.4, 8.3.4, 8.5.4). */
export const policyLimits = ({ ticketsPerDay, ticketsPerShow, ticketsInAll }: BenefitPolicy) =>
  given({
    dailyDiscountTickets: ticketsPerDay,
    eachShowDiscountTickets: ticketsPerShow,
    totalDiscountTickets: ticketsInAll,
  })
