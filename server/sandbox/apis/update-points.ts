import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { atNoShow } from '../cloud/card-entries.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { descriptionOf, signedHundredths } from './card-arguments.ts'
import { checkUsable, issuedCardOf, knownCard } from './card-lookups.ts'
import { cardOrderApi } from './card-order-once.ts'

const Wish = z.object({
  cinemaLinkId: z.string(),
  cardNumber: z.string(),
  points: z.int(),
  description: z.string().nullable(),
})

/** 7.4 Adds points, to both counts; or takes them from those to trade, with a reason and down to none. */
export const updatePoints = cardOrderApi({
  name: 'ykse.partner.card.updatePoints',
  family: 'member',
  type: 'modifypoints',
  wish: Wish,

  read(call) {
    const { card, cinema } = issuedCardOf(call)
    const points = signedHundredths(call.args, 'points')
    const description = descriptionOf(call.args, points)
    return { cinemaLinkId: cinema.cinemaLinkId, cardNumber: card.cardNumber, points, description }
  },

  carryOut({ cinemaLinkId, cardNumber, points, description }, { cloud, now, cardOrderId }) {
    const card = knownCard(cloud, cardNumber)
    checkUsable(card, now)
    const pointsLeft = card.pointsLeft + points
    if (pointsLeft < 0) throw new BizRefusal('ILLEGAL_ARGUMENT', 'there are not so many points on the card')
    const pointsEver = card.pointsEver + Math.max(points, 0)
    cloud.memberCards.save({ ...card, pointsLeft, pointsEver })
    cloud.cardEntries.add({
      cardNumber,
      kind: 'points',
      orderId: cardOrderId,
      bookingId: cardOrderId,
      cinemaLinkId,
      at: now,
      amountFen: 0,
      beforeFen: card.balanceFen,
      afterFen: card.balanceFen,
      times: 0,
      points,
      ...atNoShow,
    })
    return {
      cardNumber,
      cinemaLinkId,
      amountFen: null,
      points,
      description,
      answer: { accumulationPoints: yuan(pointsEver), tradePoints: yuan(pointsLeft) },
    }
  },
})
