import { seatGround } from '#contract/seat-ground.ts'
import { isLegal } from '#contract/seat-repair.ts'
import { heightOf, rowPitch } from './layout/geometry.ts'
import type { HallLayout } from './layout/hall-layout.ts'

/** Seats side by side, from left to right. */
export type Suggestion = readonly number[]

interface Candidate {
  readonly seats: Suggestion
  /** Seats that would be left alone between somebody and a wall, an aisle or a neighbour. */
  readonly gaps: number
  readonly cost: number
}

/** How far from the screen the best row lies: a little behind the middle. */
const bestDepth = 0.6
/** A row nearer to the screen than the best one is worse than one as far behind it. */
const rowWeight = { before: 3, behind: 1.4 }
const mixedPrices = 2
const suggestionsAtMost = 12

/**
 * The best places for a party, best first: touching seats in one row, near the middle of the best row, none
 * of them sharing a seat with a better one, so that the next is really another suggestion. One that leaves
 * a single seat alone comes after all that do not, and one that breaks the cinema's rule about such gaps is left
 * out as long as another is found. Empty when no row has so many seats together.
 *
 * Couple seats are taken whole; wheelchair places are left to those who need them.
 *
 * @param unavailable what this guest cannot have (without the seats of her own hold)
 * @param wanted which seats come into question at all, for instance those of one price
 */
export function bestSeats(
  layout: HallLayout,
  size: number,
  unavailable: ReadonlySet<number>,
  wanted: (seat: number) => boolean = () => true,
): readonly Suggestion[] {
  const free = freeSeats(layout, unavailable)
  const candidates: Candidate[] = []
  for (const row of layout.rows) {
    for (const seat of row.seats) {
      const seats = seatsFrom(layout, seat, size, free, wanted)
      if (seats) {
        candidates.push({ seats, gaps: gapsLeftBy(layout, seats, free), cost: costOf(layout, seats) })
      }
    }
  }
  candidates.sort((a, b) => a.gaps - b.gaps || a.cost - b.cost)
  const ground = seatGround(layout.hall, unavailable)
  const legal = firstApart(candidates, seats => isLegal(ground, seats))
  return legal.length > 0 ? legal : firstApart(candidates)
}

/** The first places that suit and share no seat with an earlier one. */
function firstApart(
  candidates: readonly Candidate[],
  suits: (seats: Suggestion) => boolean = () => true,
): readonly Suggestion[] {
  const taken = new Set<number>()
  const suggestions: Suggestion[] = []
  for (const { seats } of candidates) {
    if (suggestions.length === suggestionsAtMost) break
    if (seats.some(seat => taken.has(seat)) || !suits(seats)) continue
    for (const seat of seats) taken.add(seat)
    suggestions.push(seats)
  }
  return suggestions
}

function freeSeats(layout: HallLayout, unavailable: ReadonlySet<number>): Uint8Array {
  const free = new Uint8Array(layout.count)
  const { type } = layout.hall.seats
  for (let seat = 0; seat < layout.count; seat++) {
    if (type[seat] !== 'H' && layout.damaged[seat] !== 1 && !unavailable.has(seat)) free[seat] = 1
  }
  return free
}

function seatsFrom(
  layout: HallLayout,
  first: number,
  size: number,
  free: Uint8Array,
  wanted: (seat: number) => boolean,
): Suggestion | undefined {
  const seats: number[] = []
  for (let seat = first; seats.length < size; seat = layout.toRight[seat] ?? -1) {
    if (seat < 0 || free[seat] !== 1 || layout.hall.seats.type[seat] === 'W' || !wanted(seat))
      return undefined
    seats.push(seat)
  }
  const whole = seats.every(seat => {
    const partner = layout.partner[seat] ?? -1
    return partner < 0 || seats.includes(partner)
  })
  return whole && seats.length > 0 ? seats : undefined
}

function gapsLeftBy(layout: HallLayout, seats: Suggestion, free: Uint8Array): number {
  const alone = (seat: number, beyond: Int32Array) => {
    if (seat < 0 || free[seat] !== 1) return 0
    const next = beyond[seat] ?? -1
    return next < 0 || free[next] !== 1 ? 1 : 0
  }
  const left = layout.toLeft[seats[0] ?? -1] ?? -1
  const right = layout.toRight[seats.at(-1) ?? -1] ?? -1
  return alone(left, layout.toLeft) + alone(right, layout.toRight)
}

/** Squared distance of the party's middle from the best place in the hall, in seats. */
function costOf(layout: HallLayout, seats: Suggestion): number {
  const first = seats[0] ?? 0
  const last = seats.at(-1) ?? first
  const aside = ((layout.x[first] ?? 0) + (layout.x[last] ?? 0)) / 2 - layout.screen.x
  const bestY = layout.seats.top + heightOf(layout.seats) * bestDepth
  const rows = ((layout.y[first] ?? 0) - bestY) / rowPitch
  const bands = new Set(seats.map(seat => layout.band[seat]))
  const mixed = bands.size > 1 ? mixedPrices : 0
  return aside * aside + rows * rows * (rows < 0 ? rowWeight.before : rowWeight.behind) + mixed
}
