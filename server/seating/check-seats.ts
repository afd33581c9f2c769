import type { Hall } from '#contract/hall.ts'
import type { SeatId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import { couplePartners } from './couples.ts'

/**
 * The rules a choice of seats has to keep before anything is asked of the cloud. Whether the seats are still
 * free is not among them: only the lock itself knows that.
 *
 * @returns the seats' indexes in the hall, in the hall's order
 * @throws Problem too-many-seats, invalid-request (an unknown seat or one named twice; `field` says which),
 *   seat-not-for-sale, couple-seat-split (`seatIds` says which)
 */
export function checkSeats(hall: Hall, seatIds: readonly SeatId[]): number[] {
  if (seatIds.length > hall.maxSeats) throw new Problem('too-many-seats', { field: 'seatIds' })
  const indexes = indexesOf(hall, seatIds)
  const ids = (some: readonly number[]) => some.flatMap(index => hall.seats.id[index] ?? [])

  const damaged = new Set(hall.seats.damaged)
  const notForSale = indexes.filter(index => damaged.has(index) || hall.seats.type[index] === 'H')
  if (notForSale.length > 0) throw new Problem('seat-not-for-sale', { seatIds: ids(notForSale) })

  const partners = couplePartners(hall)
  const chosen = new Set(indexes)
  const split = indexes.filter(index => {
    const partner = partners.get(index)
    return partner !== undefined && !chosen.has(partner)
  })
  if (split.length > 0) throw new Problem('couple-seat-split', { seatIds: ids(split) })
  return indexes
}

function indexesOf(hall: Hall, seatIds: readonly SeatId[]): number[] {
  const places = new Map(hall.seats.id.map((id, index) => [id, index]))
  const indexes = new Set<number>()
  for (const [position, seatId] of seatIds.entries()) {
    const index = places.get(seatId)
    if (index === undefined || indexes.has(index)) {
      throw new Problem('invalid-request', { field: `seatIds.${position}` })
    }
    indexes.add(index)
  }
  return [...indexes].sort((a, b) => a - b)
}
