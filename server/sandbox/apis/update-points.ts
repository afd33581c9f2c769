import { yuan } from '#contract/money.ts'
import { atNoShow } from '../cloud/card-entries.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { descriptionOf, signedHundredths } from './card-arguments.ts'
import { checkUsable, issuedCardOf } from './card-lookups.ts'
import { cardOrderApi } from './card-order-once.ts'

/** 7.4 Adds points, to both counts; or takes them from those to trade, with a reason and down to none. */
export const updatePoints = cardOrderApi('ykse.partner.card.updatePoints', 'member', (call, cardOrderId) => {
  const { args, cloud, now } = call
  const { card, cinema } = issuedCardOf(call)
  const points = signedHundredths(args, 'points')
  const description = descriptionOf(args, points)
  checkUsable(card, now)

  const pointsLeft = card.pointsLeft + points
  if (pointsLeft < 0) throw new BizRefusal('ILLEGAL_ARGUMENT', 'there are not so many points on the card')
  const pointsEver = card.pointsEver + Math.max(points, 0)
  cloud.memberCards.save({ ...card, pointsLeft, pointsEver })
  cloud.cardEntries.add({
    cardNumber: card.cardNumber,
    kind: 'points',
    orderId: cardOrderId,
    bookingId: cardOrderId,
    cinemaLinkId: cinema.cinemaLinkId,
    at: now,
    amountFen: 0,
    beforeFen: card.balanceFen,
    afterFen: card.balanceFen,
    times: 0,
    points,
    ...atNoShow,
  })
  return {
    type: 'modifypoints',
    cardNumber: card.cardNumber,
    cinemaLinkId: cinema.cinemaLinkId,
    amountFen: null,
    points,
    description,
    answer: { accumulationPoints: yuan(pointsEver), tradePoints: yuan(pointsLeft) },
  }
})
