import type { SeatId, ShowId } from '#contract/ids.ts'
import type { Order, OrderStatus } from '#contract/order.ts'

/** How the screen treats an order: something moves, seats are waiting for the guest, or it is over. */
export type OrderPhase = 'basket' | 'payment' | 'money' | 'done' | 'over'

const phases: Readonly<Record<OrderStatus, OrderPhase>> = {
  locking: 'basket',
  held: 'basket',
  paying: 'payment',
  closing: 'payment',
  issuing: 'money',
  refunding: 'money',
  returning: 'money',
  ticketed: 'done',
  refunded: 'over',
  returned: 'over',
  released: 'over',
  failed: 'over',
}

/** All that the phase depends on. */
type HasStatus = Pick<Order, 'status'>

export const phaseOf = (order: HasStatus): OrderPhase => phases[order.status]

/** Unpaid seats are locked for this order, so it may be replaced or has to be given back. */
export function holdsSeats(order: HasStatus): boolean {
  return phaseOf(order) === 'basket' || phaseOf(order) === 'payment'
}

/** Nobody may walk away from these: a phone may be paying, or money is on its way somewhere. */
export function mustNotBeInterrupted(order: HasStatus): boolean {
  return phaseOf(order) === 'payment' || phaseOf(order) === 'money'
}

const movingEveryMs = 1_000
/** A hold changes only by this guest's own doing or by its end. */
const heldEveryMs = 3_000
const heldEndsSoonMs = 10_000
/** A payment may still land on an order that was given up while its QR was out; then money goes back. */
const lateEveryMs = 5_000

/** Milliseconds until the order is asked for again; false when nothing can change any more. */
export function pollEvery(order: Order): number | false {
  switch (order.status) {
    case 'locking':
    case 'paying':
    case 'closing':
    case 'issuing':
    case 'refunding':
    case 'returning':
      return movingEveryMs
    case 'held':
      return Date.parse(order.holdExpiresAt) - Date.parse(order.now) < heldEndsSoonMs
        ? movingEveryMs
        : heldEveryMs
    case 'released':
      return order.payment === undefined ? false : lateEveryMs
    case 'ticketed':
    case 'refunded':
    case 'returned':
    case 'failed':
      return false
    default:
      return order.status satisfies never
  }
}

/** The order already holds exactly these seats of this show, so "continue" needs no new hold. */
export function holdsExactly(order: Order, showId: ShowId, seatIds: readonly SeatId[]): boolean {
  if (!holdsSeats(order) || order.status === 'closing' || order.show.id !== showId) return false
  const held = new Set(order.quote.lines.map(line => line.seatId))
  return held.size === seatIds.length && seatIds.every(seat => held.has(seat))
}
