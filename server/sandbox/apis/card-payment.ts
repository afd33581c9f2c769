/** A part of an order that a member card pays, as the call names it; nothing about the card has been checked. */
export interface CardPayment {
  cardNumber: string
  /** Enciphered with the channel's card key (specification 3); absent where the call may leave it out (5.3.3). */
  cardPassword?: string
  /** The cinema that issued the card; it need not be the one that sells. */
  issuedBy: string
  payFen: number
  /** Whether the ticket or the goods are sold at the card's discount. */
  discounted: boolean
  /** A ticket by its seat, goods by their place in the list: two lines of one thing may have different cards. */
  paysFor: { kind: 'ticket'; seatId: string } | { kind: 'goods'; line: number }
}
