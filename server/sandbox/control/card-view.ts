import type { SandboxCards } from '#contract/sandbox-control.ts'
import { beijingDay } from '../apis/card-arguments.ts'
import { policyOfCard } from '../cloud/benefit-cards.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { cardStateOn, gradeOfCard } from '../cloud/member-cards.ts'

/** All cards with what is on them, passwords included: they are made up, and whoever tests needs them. */
export function allCards(cloud: Cloud): SandboxCards {
  const today = beijingDay(cloud.clock.now())
  return {
    memberCards: cloud.books.memberCardNumbers().flatMap(cardNumber => {
      const card = cloud.memberCards.find(cardNumber)
      if (!card) return []
      const grade = gradeOfCard(card)
      return [
        {
          cardNumber,
          cinemaLinkId: card.cinemaLinkId,
          grade: grade.name,
          gradeType: grade.type,
          password: card.password,
          status: cardStateOn(card, today),
          balanceFen: card.balanceFen,
          times: card.times,
          points: card.pointsLeft,
          validUntil: card.validUntil,
        },
      ]
    }),
    benefitCards: cloud.books.benefitCardNumbers().flatMap(cardNumber => {
      const card = cloud.benefitCards.find(cardNumber)
      if (!card) return []
      return [
        {
          cardNumber,
          policyCode: card.policyCode,
          policy: policyOfCard(card).name,
          mobile: card.mobile,
          stopped: card.stopped === 1,
          endDate: card.endDate,
          ticketsLeft: card.ticketsLeft,
        },
      ]
    }),
  }
}
