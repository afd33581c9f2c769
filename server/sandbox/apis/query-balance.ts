import { yuan } from '#contract/money.ts'
import { gradeOfCard } from '../cloud/member-cards.ts'
import type { Api } from './api.ts'
import { checkPassword, issuedCardOf } from './card-lookups.ts'

/** 7.8 What is left on a card: money or times, by its grade, and points. Lost and expired cards can be asked about. */
export const queryBalance: Api = {
  name: 'ykse.partner.card.queryBalance',
  handle(call) {
    const { card } = issuedCardOf(call)
    checkPassword(call, card)
    return {
      data: {
        cardNumber: card.cardNumber,
        cinemaLinkId: card.cinemaLinkId,
        ...(gradeOfCard(card).type === 'T'
          ? { availableTimes: card.times }
          : { balance: yuan(card.balanceFen) }),
        accumulationPoints: yuan(card.pointsEver),
        tradePoints: yuan(card.pointsLeft),
      },
    }
  },
}
