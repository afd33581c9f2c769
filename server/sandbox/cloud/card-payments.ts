import { BizRefusal } from '../protocol/refusal.ts'
import type { Channel } from './channels.ts'
import type { Show } from './shows.ts'

/** A part of an order that a member card pays, as the call names it; nothing about the card has been checked. */
export interface CardPayment {
  cardNumber: string
  /** Enciphered with the channel's card key (specification 3). */
  cardPassword: string
  /** The cinema that issued the card; it need not be the one that sells. */
  issuedBy: string
  payFen: number
  /** Whether the ticket or the goods are sold at the card's discount. */
  discounted: boolean
  paysFor: { kind: 'ticket'; seatId: string } | { kind: 'goods'; goodsId: string }
}

export interface CardPurchase {
  channel: Channel
  /** The number of the order, of tickets or of goods. */
  orderId: string
  cinemaLinkId: string
  /** Absent for goods alone. */
  show?: Show
  now: number
  payments: readonly CardPayment[]
}

/** What orders need of the member cards. Both run inside the call's transaction. */
export interface CardPayments {
  /** Takes every amount off its card. @throws BizRefusal with the code that names what is wrong with a card */
  take(purchase: CardPurchase): void
  /** Gives back what cards paid for an order; nothing when none did, or when it was given back before. */
  giveBack(orderId: string, now: number): void
}

/** A cloud that has issued no cards: whichever is named does not exist. */
export const noCards: CardPayments = {
  take({ payments }) {
    const [first] = payments
    if (first) throw new BizRefusal('CARD_NOT_EXIST_ERROR', first.cardNumber)
  },
  giveBack: () => undefined,
}
