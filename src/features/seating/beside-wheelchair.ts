import { scatteredSeats } from '#contract/scattered-seats.ts'
import { isLegal } from '#contract/seat-repair.ts'
import type { Search } from './places-together.ts'
import type { Candidate } from './shortlist.ts'

/** Nearness to the wheelchair place counts before the place's own merit, and below what a group costs. */
const perSeatAway = 1e3

/**
 * The best places for a party with one wheelchair, best first: a wheelchair place with everybody else beside it, in
 * the same row without a break.
 */
export function placesBesideWheelchair(search: Search, size: number, most: number): readonly Candidate[] {
  return bestOf(
    wheelchairPlaces(search).flatMap(place => {
      const around = besides(search, place, size)
      return around.length > 0 ? [bestOf(around, 1)[0]].flatMap(found => found ?? []) : []
    }),
    most,
  )
}

/** The same where nobody finds room beside it: the others as near to the wheelchair place as can be. */
export function placesNearWheelchair(search: Search, size: number, most: number): readonly Candidate[] {
  const { layout, ground, score, wanted } = search
  const nearest = bestOf(
    wheelchairPlaces(search).map(place => ({ seats: [place], cost: score.ofSeat(place) })),
    most,
  )
  return nearest.flatMap(({ seats: [place = -1], cost }) => {
    const away = (seat: number) =>
      perSeatAway *
      Math.min(
        Math.hypot(
          (layout.x[seat] ?? 0) - (layout.x[place] ?? 0),
          (layout.y[seat] ?? 0) - (layout.y[place] ?? 0),
        ),
        perSeatAway / 2,
      )
    const others = scatteredSeats(ground, size - 1, away, wanted, [place])
    const seats = others && [place, ...others]
    return seats && isLegal(ground, seats) ? [{ seats, cost }] : []
  })
}

function wheelchairPlaces({ ground, wanted }: Search): number[] {
  return ground.seats.type.flatMap((type, seat) =>
    type === 'W' && ground.isFree(seat) && wanted(seat) ? [seat] : [],
  )
}

/** Every place for the party with this wheelchair place among its seats, wherever it stands among them. */
function besides({ ground, score, wanted, legally }: Search, place: number, size: number): Candidate[] {
  const { besideLeft, besideRight } = ground.runs
  const reach = (towards: Int32Array): number[] => {
    const seats: number[] = []
    let seat = towards[place] ?? -1
    while (seats.length < size - 1 && seat >= 0 && isOrdinary(ground.seats.type[seat])) {
      if (!ground.isFree(seat) || !wanted(seat)) break
      seats.push(seat)
      seat = towards[seat] ?? -1
    }
    return seats
  }
  const left = reach(besideLeft)
  const right = reach(besideRight)
  const found: Candidate[] = []
  for (let onLeft = 0; onLeft <= Math.min(left.length, size - 1); onLeft++) {
    const onRight = size - 1 - onLeft
    if (onRight > right.length) continue
    const seats = [...left.slice(0, onLeft).reverse(), place, ...right.slice(0, onRight)]
    if (!legally || isLegal(ground, seats)) found.push({ seats, cost: score.ofPlace(seats) })
  }
  return found
}

const isOrdinary = (type: string | undefined): boolean => type === 'N' || type === 'Z'

const bestOf = (candidates: readonly Candidate[], most: number): readonly Candidate[] =>
  [...candidates].sort((a, b) => a.cost - b.cost).slice(0, most)
