import type { CardNotice, CardRequest } from '#contract/cards.ts'
import type { CinemaId, SeatId, SectionId } from '#contract/ids.ts'
import type { Fen } from '#contract/money.ts'
import type { Quote, QuoteLine } from '#contract/order.ts'
import type { PayingCard, ShowRef } from '../moviecloud/gateway-types.ts'

export type MemberRequest = Extract<CardRequest, { kind: 'member' }>
export type BenefitRequest = Extract<CardRequest, { kind: 'benefit' }>

/** An order of tickets, as far as a card's prices depend on it. */
export interface CardOrder {
  ref: ShowRef
  /** At the prices that everybody pays. */
  quote: Quote
  /** Where its seats are: prices with a member card are asked for by section (7.10). */
  sections: ReadonlyMap<SeatId, SectionId>
}

/** An order from the counter alone. */
export interface GoodsCardOrder {
  cinemaId: CinemaId
  quote: Quote
}

/** The order with a card. */
export interface CardOffer {
  lines: QuoteLine[]
  /** As a confirm names it; the password is enciphered once and for all. */
  card: PayingCard
  /** What the card is charged: money, or visits for tickets at its price and nothing else, or nothing: the guest pays us. */
  charges: 'balance' | 'times' | 'nothing'
  /** The most of the order's total that the card can bear. */
  payable: Fen
  notice?: CardNotice
}
