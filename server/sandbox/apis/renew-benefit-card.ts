import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { addDays } from '#contract/time.ts'
import { type BenefitCard, benefitStateOn, policyOfCard } from '../cloud/benefit-cards.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { fen } from './arguments.ts'
import { benefitCardOf, benefitMobileOf, checkOnSale, knownBenefitCard } from './benefit-rules.ts'
import { beijingDay } from './card-arguments.ts'
import { cardOrderApi } from './card-order-once.ts'
import { given } from './formats.ts'

const Wish = z.object({ cardNumber: z.string(), amountFen: z.int() })

/**
 * 8.4 Lets a benefit card live longer and gives it more tickets. The days count from its last one, or from today
 * when it has expired (8.2.4).
 */
export const renewBenefitCard = cardOrderApi({
  name: 'ykse.partner.benefitCard.renewBenefitCard',
  family: 'benefit',
  type: 'renew',
  wish: Wish,

  read(call) {
    const card = benefitCardOf(call)
    const mobile = benefitMobileOf(call.args)
    const amountFen = fen(call.args, 'renewAmount')
    if (mobile !== card.mobile) throw new BizRefusal('BCARD_MOBILE_INVALID', 'not the one of the card')
    if (card.stopped === 1) throw new BizRefusal('BCARD_DISABLED', card.cardNumber)
    checkOnSale(policyOfCard(card))
    const renewal = renewalOf(card)
    if (amountFen !== renewal.fen) throw new BizRefusal('BCARD_RENEW_FEE_INVALID', yuan(renewal.fen))
    return { cardNumber: card.cardNumber, amountFen }
  },

  carryOut({ cardNumber, amountFen }, { cloud, now }) {
    const card = knownBenefitCard(cloud, cardNumber)
    const renewal = renewalOf(card)
    const today = beijingDay(now)
    const endDate = addDays(benefitStateOn(card, today) === 'T' ? today : card.endDate, renewal.days)
    const ticketsLeft = card.ticketsLeft === null ? null : card.ticketsLeft + (renewal.tickets ?? 0)
    cloud.benefitCards.save({ ...card, endDate, ticketsLeft })
    return {
      cardNumber,
      cinemaLinkId: null,
      amountFen,
      points: null,
      description: null,
      answer: {
        endDate,
        renewDate: today,
        ...given({
          totalDiscountTickets: policyOfCard(card).ticketsInAll,
          renewDiscountTickets: renewal.tickets,
          oldAvailableDiscountTickets: card.ticketsLeft,
          availableDiscountTickets: ticketsLeft,
        }),
      },
    }
  },
})

/** @throws BizRefusal BCARD_NOT_ALLOW_RENEW */
function renewalOf(card: BenefitCard) {
  const { renewal, policyCode } = policyOfCard(card)
  if (!renewal) throw new BizRefusal('BCARD_NOT_ALLOW_RENEW', policyCode)
  return renewal
}
