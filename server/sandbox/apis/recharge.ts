import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { atNoShow } from '../cloud/card-entries.ts'
import { cardStateOn, gradeOfCard, type MemberCard } from '../cloud/member-cards.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { CardGrade } from '../world/card-grades.ts'
import { addMonths, beijingDay, descriptionOf, signedHundredths } from './card-arguments.ts'
import { cardOf, checkUsable, knownCard } from './card-lookups.ts'
import { cardOrderApi } from './card-order-once.ts'
import { cinemaOf } from './lookups.ts'

const Wish = z.object({
  cinemaLinkId: z.string(),
  cardNumber: z.string(),
  amountFen: z.int(),
  description: z.string().nullable(),
})

/**
 * 7.3 Fills a card up, at any cinema; a negative amount takes from it, down to nothing and with a reason. Cards by
 * times count how often the least amount goes into it.
 */
export const recharge = cardOrderApi({
  name: 'ykse.partner.card.recharge',
  family: 'member',
  type: 'recharge',
  wish: Wish,

  read(call) {
    const { cinemaLinkId } = cinemaOf(call)
    const card = cardOf(call)
    const amountFen = signedHundredths(call.args, 'rechargeAmount')
    const description = descriptionOf(call.args, amountFen)
    const { type } = gradeOfCard(card)
    if (type !== 'V' && type !== 'T') throw new BizRefusal('CARD_TYPE_NOADD_ERROR', `grade of type ${type}`)
    return { cinemaLinkId, cardNumber: card.cardNumber, amountFen, description }
  },

  carryOut({ cinemaLinkId, cardNumber, amountFen, description }, { cloud, now, cardOrderId }) {
    const card = knownCard(cloud, cardNumber)
    const grade = gradeOfCard(card)
    const filled = filledUp(extended(card, grade, amountFen, now), grade, amountFen)
    if (filled.balanceFen < 0 || filled.times < 0)
      throw new BizRefusal('ILLEGAL_ARGUMENT', 'there is not so much on the card')
    cloud.memberCards.save(filled)
    cloud.cardEntries.add({
      cardNumber,
      kind: 'recharge',
      orderId: cardOrderId,
      bookingId: cloud.cardNumbers.rechargeBooking(cinemaLinkId, now),
      cinemaLinkId,
      at: now,
      amountFen,
      beforeFen: card.balanceFen,
      afterFen: filled.balanceFen,
      times: filled.times - card.times,
      points: 0,
      ...atNoShow,
    })
    return {
      cardNumber,
      cinemaLinkId,
      amountFen,
      points: null,
      description,
      answer: {
        balance: yuan(filled.balanceFen),
        ...(grade.type === 'T' ? { availableTimes: String(filled.times) } : {}),
      },
    }
  },
})

/** @throws BizRefusal TIME_CARD_CHARGE_ERROR, ILLEGAL_ARGUMENT below the least amount */
function filledUp(card: MemberCard, grade: CardGrade, amountFen: number): MemberCard {
  if (grade.timesForLeast !== undefined) {
    if (amountFen % grade.leastFen !== 0)
      throw new BizRefusal('TIME_CARD_CHARGE_ERROR', `multiples of ${yuan(grade.leastFen)}`)
    return { ...card, times: card.times + (amountFen / grade.leastFen) * grade.timesForLeast }
  }
  if (amountFen > 0 && amountFen < grade.leastFen)
    throw new BizRefusal('ILLEGAL_ARGUMENT', `at least ${yuan(grade.leastFen)}`)
  return { ...card, balanceFen: card.balanceFen + amountFen }
}

/**
 * An expired card comes back to life with a recharge where its grade says so (7.1.4).
 *
 * @throws BizRefusal CARD_NOT_USE_ERROR
 */
function extended(card: MemberCard, grade: CardGrade, amountFen: number, now: number): MemberCard {
  const today = beijingDay(now)
  const { extendsFromFen } = grade
  const revives = extendsFromFen !== undefined && amountFen > 0 && amountFen >= extendsFromFen
  if (cardStateOn(card, today) === 'T' && revives)
    return { ...card, validUntil: addMonths(today, grade.validMonths) }
  checkUsable(card, now)
  return card
}
