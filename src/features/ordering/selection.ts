import type { Hall } from '#contract/hall.ts'
import type { SeatId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { holdsSeats } from './order-rules.ts'

/** Positions in the hall of the seats with these ids, in the same order; unknown ids are left out. */
export function seatIndexes(hall: Hall, seatIds: readonly SeatId[]): number[] {
  const positions = new Map(hall.seats.id.map((id, index) => [id, index]))
  return seatIds.flatMap(id => positions.get(id) ?? [])
}

/** The ids at these positions. */
export function seatIdsAt(hall: Hall, indexes: readonly number[]): SeatId[] {
  return indexes.flatMap(index => hall.seats.id[index] ?? [])
}

/** The seats that an order has locked in this hall: taken for everybody but its own guest. */
export function ownSeats(hall: Hall, order: Order | undefined): ReadonlySet<number> {
  if (!order || !holdsSeats(order) || order.show.id !== hall.showId) return new Set()
  return new Set(
    seatIndexes(
      hall,
      order.quote.lines.map(line => line.seatId),
    ),
  )
}

/**
 * What the chosen seats come to by the hall's own prices, fee included, in fen. The server's quote decides;
 * this only spares the guest a surprise on the next screen.
 */
export function expectedTotal(hall: Hall, indexes: readonly number[]): number {
  const bands = indexes.flatMap(index => hall.bands[hall.seats.band[index] ?? -1] ?? [])
  const tickets = bands.reduce((sum, band) => sum + band.ticketFen, 0)
  const fees = bands.map(band => band.feeFen)
  const fee = hall.feeKind === 'ticket' ? fees.reduce((sum, fen) => sum + fen, 0) : Math.max(0, ...fees)
  return tickets + fee
}
