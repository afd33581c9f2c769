import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { addDays } from '#contract/time.ts'
import type { OwnBenefitCard } from '../benefit-cards.ts'
import type { Probe } from '../probe.ts'
import { Count, OptionalText, objectIn, yuanOf } from '../reading.ts'
import type { Rule } from '../rule.ts'
import { allOf, done, holds, judged, refusedWith, Untried } from '../verdict.ts'

const registering = { api: 'benefitCard.registerBenefitCard', mode: 'full' } as const
const renewing = { api: 'benefitCard.renewBenefitCard', mode: 'full' } as const

const Detail = z.object({
  benefitPolicyCode: OptionalText,
  cardStatus: OptionalText,
  endDate: OptionalText,
})
const Renewed = z.object({
  endDate: OptionalText,
  oldAvailableDiscountTickets: Count,
  availableDiscountTickets: Count,
})
const Order = z.object({
  benefitCardNumber: OptionalText,
  orderType: OptionalText,
  orderStatus: OptionalText,
})

/** Benefit cards: specification 8. */
export const benefitCardRules: readonly Rule[] = [
  {
    ...registering,
    id: 'benefit-cards.register-fee',
    section: '8.3.2, 9.2.12',
    sentence: 'Another fee than the policy’s is refused with BCARD_REGISTER_FEE_INVALID.',
    async check(probe) {
      const { registerFen } = await probe.benefitCards.policyOnSale()
      const answer = await registration(probe, { registerAmount: yuanOf(registerFen + 1) })
      return refusedWith(answer, 'BCARD_REGISTER_FEE_INVALID')
    },
  },
  {
    ...registering,
    id: 'benefit-cards.register-policy',
    section: '9.2.12',
    sentence: 'A policy that does not exist is refused with BCARD_POLICY_NOT_EXIST.',
    check: async probe =>
      refusedWith(await registration(probe, { benefitPolicyId: '99999999' }), 'BCARD_POLICY_NOT_EXIST'),
  },
  {
    ...registering,
    id: 'benefit-cards.register-disabled',
    section: '8.2.4, 9.2.12',
    sentence: 'Of a policy that is disabled no cards are sold: BCARD_POLICY_DISABLED.',
    async check({ benefitCards, ask }) {
      const disabled = (await benefitCards.policies()).find(({ enabled }) => !enabled)
      if (!disabled) throw new Untried('not-applicable', 'no policy is disabled')
      const request = benefitCards.registerRequest(disabled)
      return refusedWith(await ask('benefitCard.registerBenefitCard', request), 'BCARD_POLICY_DISABLED')
    },
  },
  {
    ...registering,
    id: 'benefit-cards.register-mobile',
    section: '9.2.12',
    sentence: 'A mobile number that is none is refused with BCARD_MOBILE_INVALID.',
    check: async probe => refusedWith(await registration(probe, { mobile: '12345' }), 'BCARD_MOBILE_INVALID'),
  },
  {
    ...registering,
    id: 'benefit-cards.register',
    section: '8.3.4',
    sentence: 'A right registration gives a card of the policy that is in order (N).',
    check: probe =>
      judged('benefitCard.registerBenefitCard', async () => {
        const { answer, policy } = await probe.benefitCards.own()
        const card = objectIn(answer, Detail)
        return allOf(
          holds(card.cardStatus === 'N', `its state is ${card.cardStatus}`, answer),
          holds(
            card.benefitPolicyCode === policy.policyCode,
            `its policy is ${card.benefitPolicyCode}`,
            answer,
          ),
        )
      }),
  },
  {
    ...registering,
    id: 'benefit-cards.register-again',
    section: '8.3.2',
    sentence: 'The same registration again gives the same card.',
    async check({ benefitCards, ask }) {
      const { request, answer } = await benefitCards.own()
      const again = await ask('benefitCard.registerBenefitCard', request)
      const same = isDeepStrictEqual(again.payload, answer.payload)
      return allOf(done(again), holds(same, 'the second answer is another one', again))
    },
  },
  {
    ...registering,
    id: 'benefit-cards.register-otherwise',
    section: '9.2.1',
    sentence: 'The same outTradeNo with another name is refused with REQUEST_PARAM_INCONFORMITY_ERROR.',
    async check({ benefitCards, ask }) {
      const { request } = await benefitCards.own()
      const answer = await ask('benefitCard.registerBenefitCard', {
        ...request,
        cardUserName: 'somebody else',
      })
      return refusedWith(answer, 'REQUEST_PARAM_INCONFORMITY_ERROR')
    },
  },
  {
    ...registering,
    id: 'benefit-cards.one-a-mobile',
    section: '8.3.2, 9.2.12',
    sentence: 'A mobile number has one card of a policy: another one is refused with BCARD_MOBILE_EXIST.',
    async check(probe) {
      const { mobile } = await probe.benefitCards.own()
      return refusedWith(await registration(probe, { mobile }), 'BCARD_MOBILE_EXIST')
    },
  },
  {
    api: 'benefitCard.getCardDetail',
    mode: 'full',
    id: 'benefit-cards.detail',
    section: '8.5.4',
    sentence: 'The card is told as it was registered.',
    async check({ benefitCards, ask }) {
      const card = await benefitCards.own()
      const answer = await ask('benefitCard.getCardDetail', { benefitCardNumber: card.cardNumber })
      if (!answer.ok) return done(answer)
      const told = objectIn(answer, Detail)
      return allOf(
        holds(told.cardStatus === 'N', `its state is ${told.cardStatus}`, answer),
        holds(told.benefitPolicyCode === card.policy.policyCode, 'it is of another policy', answer),
        holds(
          card.endDate === undefined || (told.endDate ?? '') >= card.endDate,
          `it ends on ${told.endDate}, not ${card.endDate}`,
          answer,
        ),
      )
    },
  },
  {
    api: 'benefitCard.getCardOrderDetail',
    mode: 'full',
    id: 'benefit-cards.order',
    section: '8.6.3, 8.6.4',
    sentence:
      'A registration is found by its benefitCardOrderId and by its outTradeNo: success, of type register.',
    async check({ benefitCards, ask }) {
      const card = await benefitCards.own()
      const byTrade = await ask('benefitCard.getCardOrderDetail', { outTradeNo: card.outTradeNo })
      const byOrder = await ask('benefitCard.getCardOrderDetail', { benefitCardOrderId: card.cardOrderId })
      if (!byTrade.ok || !byOrder.ok) return allOf(done(byTrade), done(byOrder))
      const found = objectIn(byTrade, Order)
      return allOf(
        holds(found.benefitCardNumber === card.cardNumber, 'it is of another card', byTrade),
        holds(found.orderType === 'register', `it is of type ${found.orderType}`, byTrade),
        holds(found.orderStatus === 'success', `it says ${found.orderStatus}`, byTrade),
        holds(
          isDeepStrictEqual(byOrder.payload, byTrade.payload),
          'by its number it is another one',
          byOrder,
        ),
      )
    },
  },
  {
    ...renewing,
    id: 'benefit-cards.renew-mobile',
    section: '8.4.2, 9.2.12',
    sentence: 'A card is renewed with its own mobile number alone: BCARD_MOBILE_INVALID.',
    async check(probe) {
      const request = { ...renewal(probe, await renewable(probe)), mobile: probe.numbers.mobile() }
      return refusedWith(await probe.ask('benefitCard.renewBenefitCard', request), 'BCARD_MOBILE_INVALID')
    },
  },
  {
    ...renewing,
    id: 'benefit-cards.renew-fee',
    section: '8.4.2, 9.2.12',
    sentence: 'Another fee than the policy’s is refused with BCARD_RENEW_FEE_INVALID.',
    async check(probe) {
      const card = await renewable(probe)
      const renewAmount = yuanOf((card.policy.renewFen ?? 0) + 1)
      const answer = await probe.ask('benefitCard.renewBenefitCard', {
        ...renewal(probe, card),
        renewAmount,
      })
      return refusedWith(answer, 'BCARD_RENEW_FEE_INVALID')
    },
  },
  {
    ...renewing,
    id: 'benefit-cards.renew-unknown',
    section: '9.2.12',
    sentence: 'A card that does not exist is refused with BCARD_NOT_EXIST.',
    async check(probe) {
      const request = { ...renewal(probe, await renewable(probe)), benefitCardNumber: '000000000000' }
      return refusedWith(await probe.ask('benefitCard.renewBenefitCard', request), 'BCARD_NOT_EXIST')
    },
  },
  {
    ...renewing,
    id: 'benefit-cards.renew',
    section: '8.2.4, 8.4.4',
    sentence:
      'A renewal adds the policy’s days to the end of the card and its tickets to those left, once for one outTradeNo.',
    async check(probe) {
      const card = await renewable(probe)
      const { addValidDays = 0, renewTickets } = card.policy
      const before = await probe.benefitCards.detail(card.cardNumber)
      const request = renewal(probe, card)
      const first = await probe.ask('benefitCard.renewBenefitCard', request)
      const again = await probe.ask('benefitCard.renewBenefitCard', request)
      if (!first.ok || !again.ok) return allOf(done(first), done(again))
      const {
        endDate,
        oldAvailableDiscountTickets: old,
        availableDiscountTickets: now,
      } = objectIn(first, Renewed)
      const expected = addDays(before.endDate ?? '', addValidDays)
      const after = await probe.benefitCards.detail(card.cardNumber)
      return allOf(
        holds(endDate === expected, `it ends on ${endDate}, not ${expected}`, first),
        holds(
          old === undefined || now === undefined || now - old === (renewTickets ?? 0),
          `from ${old} to ${now} tickets`,
          first,
        ),
        holds(isDeepStrictEqual(again.payload, first.payload), 'the second answer is another one', again),
        holds(after.endDate === expected, `the card ends on ${after.endDate}`, again),
      )
    },
  },
  {
    ...renewing,
    id: 'benefit-cards.not-renewable',
    section: '8.2.4, 9.2.12',
    sentence: 'A card of a policy without renewAmount is not renewed: BCARD_NOT_ALLOW_RENEW.',
    async check(probe) {
      const card = await probe.benefitCards.own()
      if (card.policy.renewFen !== undefined)
        throw new Untried('not-applicable', 'the card of this run can be renewed')
      const answer = await probe.ask('benefitCard.renewBenefitCard', renewal(probe, card))
      return refusedWith(answer, 'BCARD_NOT_ALLOW_RENEW')
    },
  },
]

async function registration({ benefitCards, ask }: Probe, change: object) {
  const request = benefitCards.registerRequest(await benefitCards.policyOnSale())
  return ask('benefitCard.registerBenefitCard', { ...request, ...change })
}

async function renewable({ benefitCards }: Probe): Promise<OwnBenefitCard> {
  const card = await benefitCards.own()
  if (card.policy.renewFen === undefined)
    throw new Untried('not-applicable', 'no policy on sale has cards that can be renewed')
  return card
}

const renewal = ({ numbers }: Probe, { cardNumber, mobile, policy }: OwnBenefitCard) => ({
  benefitCardNumber: cardNumber,
  outTradeNo: numbers.next(),
  mobile,
  renewAmount: yuanOf(policy.renewFen ?? 0),
})
