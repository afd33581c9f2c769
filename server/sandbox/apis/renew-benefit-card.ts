import { yuan } from '#contract/money.ts'
import { addDays } from '#contract/time.ts'
import { benefitStateOn, policyOfCard } from '../cloud/benefit-cards.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { fen } from './arguments.ts'
import { benefitCardOf, benefitMobileOf, checkOnSale } from './benefit-rules.ts'
import { beijingDay } from './card-arguments.ts'
import { cardOrderApi } from './card-order-once.ts'
import { given } from './formats.ts'

/**
 * 8.4 Lets a benefit card live longer and gives it more tickets. The days count from its last one, or from today
 * when it has expired (8.2.4).
 */
export const renewBenefitCard = cardOrderApi('ykse.partner.benefitCard.renewBenefitCard', 'benefit', call => {
  const { args, cloud, now } = call
  const card = benefitCardOf(call)
  const mobile = benefitMobileOf(args)
  const amountFen = fen(args, 'renewAmount')
  if (mobile !== card.mobile) throw new BizRefusal('BCARD_MOBILE_INVALID', 'not the one of the card')
  if (card.stopped === 1) throw new BizRefusal('BCARD_DISABLED', card.cardNumber)
  const policy = policyOfCard(card)
  checkOnSale(policy)
  const { renewal } = policy
  if (!renewal) throw new BizRefusal('BCARD_NOT_ALLOW_RENEW', policy.policyCode)
  if (amountFen !== renewal.fen) throw new BizRefusal('BCARD_RENEW_FEE_INVALID', yuan(renewal.fen))

  const today = beijingDay(now)
  const endDate = addDays(benefitStateOn(card, today) === 'T' ? today : card.endDate, renewal.days)
  const ticketsLeft = card.ticketsLeft === null ? null : card.ticketsLeft + (renewal.tickets ?? 0)
  cloud.benefitCards.save({ ...card, endDate, ticketsLeft })
  return {
    type: 'renew',
    cardNumber: card.cardNumber,
    cinemaLinkId: null,
    amountFen,
    points: null,
    description: null,
    answer: {
      endDate,
      renewDate: today,
      ...given({
        totalDiscountTickets: policy.ticketsInAll,
        renewDiscountTickets: renewal.tickets,
        oldAvailableDiscountTickets: card.ticketsLeft,
        availableDiscountTickets: ticketsLeft,
      }),
    },
  }
})
