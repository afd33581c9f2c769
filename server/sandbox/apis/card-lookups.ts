import type { Cloud } from '../cloud/cloud.ts'
import { cardStateOn, type MemberCard } from '../cloud/member-cards.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Cinema } from '../world/world.ts'
import type { Call } from './api.ts'
import { text } from './arguments.ts'
import { beijingDay, passwordOf } from './card-arguments.ts'
import { cinemaOf } from './lookups.ts'

/** The card that `cardNumber` names, whichever cinema issued it. @throws BizRefusal NULL_ARGUMENT, CARD_NOT_EXIST_ERROR */
export function cardOf({ args, cloud }: Call): MemberCard {
  return knownCard(cloud, text(args, 'cardNumber'))
}

/** @throws BizRefusal CARD_NOT_EXIST_ERROR */
export function knownCard(cloud: Cloud, cardNumber: string): MemberCard {
  const card = cloud.memberCards.find(cardNumber)
  if (!card) throw new BizRefusal('CARD_NOT_EXIST_ERROR', cardNumber)
  return card
}

/**
 * The card that `cardNumber` names at the cinema that issued it.
 *
 * @throws BizRefusal CARD_NOT_EXIST_ERROR and the codes of cinemaOf
 */
export function issuedCardOf(call: Call): { card: MemberCard; cinema: Cinema } {
  const cinema = cinemaOf(call)
  const card = cardOf(call)
  if (card.cinemaLinkId !== cinema.cinemaLinkId)
    throw new BizRefusal('CARD_NOT_EXIST_ERROR', `${card.cardNumber} is of another cinema`)
  return { card, cinema }
}

/** @throws BizRefusal CARD_NOT_USE_ERROR for a card that is lost, exchanged, cancelled, expired or used up */
export function checkUsable(card: MemberCard, now: number): void {
  const state = cardStateOn(card, beijingDay(now))
  if (state !== 'N') throw new BizRefusal('CARD_NOT_USE_ERROR', `its state is ${state}`)
}

/** @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR, `wrong` when it is not the card's password */
export function checkPassword(
  call: Call,
  card: MemberCard,
  name = 'cardPassword',
  wrong: 'CARD_PASSWORD_ERROR' | 'CARD_OLD_PASSWORD_ERROR' = 'CARD_PASSWORD_ERROR',
): void {
  if (passwordOf(call, name) !== card.password) throw new BizRefusal(wrong)
}
