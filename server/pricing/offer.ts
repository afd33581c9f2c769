import type { RefundRule } from '#contract/catalog.ts'
import type { SeatId, ShowId } from '#contract/ids.ts'
import type { OrderCinema, OrderShow, Quote } from '#contract/order.ts'
import type { ShowRef } from '../moviecloud/gateway-types.ts'

/** Everything an order needs to know of the show and seats it is for, priced and checked by the server. */
export interface Offer {
  ref: ShowRef
  show: OrderShow
  quote: Quote
  refund: RefundRule
  startsAtMs: number
  sellsUntilMs: number
}

/** The same for goods alone. */
export interface GoodsOffer {
  cinema: OrderCinema
  quote: Quote
}

/**
 * Checks the seats against plan, state of sale and seat rules, and prices them.
 *
 * @param own seats of this show that the guest has locked already and gives back for these
 * @throws Problem show-not-found, show-changed, show-not-on-sale, sales-ended, seat-not-for-sale,
 *   couple-seat-split, single-gap, companion-seat, seats-apart, too-many-seats, invalid-request (field names the
 *   seat), cinema-unavailable
 */
export type MakeOffer = (
  showId: ShowId,
  seatIds: readonly SeatId[],
  own?: readonly SeatId[],
) => Promise<Offer>
