import { gradeOfCard, type MemberCard } from '../cloud/member-cards.ts'
import { decipherPassword } from '../protocol/card-cipher.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Call } from './api.ts'
import { text } from './arguments.ts'
import { allowanceOf } from './card-allowance.ts'
import { checkUsable } from './card-lookups.ts'
import type { CardPayment } from './card-payment.ts'
import { discountedFen } from './card-prices.ts'
import type { ShowInHall } from './lookups.ts'

/** What cards make of an order's prices, where they do anything. */
export interface CardTerms {
  /** Of a ticket outside the areas, by seat. */
  ticketFen: ReadonlyMap<string, number>
  /** Percent of the price of goods, by their place in the list. */
  goodsPercent: ReadonlyMap<number, number>
}

/**
 * The card that a payment names, if it may pay with it.
 *
 * @throws BizRefusal CARD_NOT_EXIST_ERROR, FORMAT_ERROR, CARD_PASSWORD_ERROR, CARD_NOT_USE_ERROR
 */
export function payingCard({ cloud, channel, now }: Call, payment: CardPayment): MemberCard {
  const card = cloud.memberCards.find(payment.cardNumber)
  if (!card || card.cinemaLinkId !== payment.issuedBy)
    throw new BizRefusal('CARD_NOT_EXIST_ERROR', payment.cardNumber)
  if (payment.cardPassword !== undefined) {
    const password = decipherPassword(payment.cardPassword, channel.cardKey)
    if (password === undefined) throw new BizRefusal('FORMAT_ERROR', 'cardPassword')
    if (password !== card.password) throw new BizRefusal('CARD_PASSWORD_ERROR')
  }
  checkUsable(card, now)
  return card
}

/**
 * The prices at which member cards buy, when they have that discount here and as many tickets of it left (9.2.9 has
 * no code of its own for it: such a card is "not usable").
 *
 * @throws BizRefusal CARD_NOT_USE_ERROR, PAYMENT_METHOD_ERROR for a ticket with two discounts, and the codes of
 * payingCard
 */
export function memberTerms(
  call: Call,
  payments: readonly CardPayment[],
  place: ShowInHall | undefined,
): CardTerms {
  const ticketFen = new Map<string, number>()
  const goodsPercent = new Map<number, number>()
  const ticketsOf = new Map<string, number>()
  for (const payment of payments) {
    const card = payingCard(call, payment)
    if (!payment.discounted) continue
    if (payment.paysFor.kind === 'goods') {
      goodsPercent.set(payment.paysFor.line, goodsPercentOf(call, card))
    } else if (place) {
      const { seatId } = payment.paysFor
      const { discount, tickets } = allowanceOf(call.cloud, card, place, call.now)
      const count = (ticketsOf.get(card.cardNumber) ?? 0) + 1
      if (!discount || count > tickets)
        throw new BizRefusal('CARD_NOT_USE_ERROR', `a discount on ${tickets} tickets`)
      if (ticketFen.has(seatId)) throw new BizRefusal('PAYMENT_METHOD_ERROR', `${seatId} has two discounts`)
      ticketsOf.set(card.cardNumber, count)
      ticketFen.set(seatId, discountedFen(place.show, discount))
    }
  }
  return { ticketFen, goodsPercent }
}

/**
 * Grades are a cinema's own, for goods as for tickets: elsewhere the card pays without a discount.
 *
 * @throws BizRefusal CARD_NOT_USE_ERROR
 */
function goodsPercentOf({ args }: Call, card: MemberCard): number {
  const { goodsPercent } = gradeOfCard(card)
  if (goodsPercent === undefined || card.cinemaLinkId !== text(args, 'cinemaLinkId'))
    throw new BizRefusal('CARD_NOT_USE_ERROR', 'no discount on goods')
  return goodsPercent
}
