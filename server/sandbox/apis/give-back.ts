import type { Cloud } from '../cloud/cloud.ts'
import type { Call } from './api.ts'

/**
 * Has cards of either family get back what they paid for an order; nothing when none paid, or when they have it.
 *
 * @param at when the cinema has done its part, epoch ms; when that is still to come, the cards wait for it
 */
export function giveBackToCards({ cloud, now }: Call, orderId: string, at: number): void {
  cloud.cardEntries.giveBack(orderId, at)
  cloud.benefitCards.giveBack(orderId, at)
  giveBackDue(cloud, now)
}

/** Gives back what is due. Points that were got with it are lost again, as far as they are still there. */
export function giveBackDue(cloud: Cloud, now: number): void {
  for (const entry of cloud.cardEntries.takeDue(now)) {
    const card = cloud.memberCards.find(entry.cardNumber)
    if (!card) throw new Error(`order ${entry.orderId} was paid by no card`)
    cloud.memberCards.save({
      ...card,
      balanceFen: card.balanceFen + entry.amountFen,
      times: card.times - entry.times,
      pointsEver: Math.max(0, card.pointsEver - entry.points),
      pointsLeft: Math.max(0, card.pointsLeft - entry.points),
    })
  }
  for (const { orderId, cardNumber, tickets } of cloud.benefitCards.takeDue(now)) {
    const card = cloud.benefitCards.find(cardNumber)
    if (!card) throw new Error(`order ${orderId} was paid by no benefit card`)
    if (card.ticketsLeft !== null)
      cloud.benefitCards.save({ ...card, ticketsLeft: card.ticketsLeft + tickets })
  }
}
