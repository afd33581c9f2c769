import { couplePartners } from '#contract/couples.ts'
import type { SeatGround } from '#contract/seat-ground.ts'
import { isLegal } from '#contract/seat-repair.ts'
import type { HallLayout, Row } from './layout/hall-layout.ts'
import type { PlaceScore } from './place-score.ts'
import { type Candidate, Shortlist } from './shortlist.ts'

export interface Search {
  readonly layout: HallLayout
  readonly ground: SeatGround
  readonly score: PlaceScore
  /** Which seats come into question at all. */
  readonly wanted: (seat: number) => boolean
  /** Whether places have to keep to the rules; false when none that does is left. */
  readonly legally: boolean
}

/**
 * The best places for a party side by side, best first, none sharing a seat with a better one. Rows are looked at
 * from the best one outwards, until no row can have anything better.
 */
export function placesTogether(search: Search, size: number, most: number): readonly Candidate[] {
  const { layout, score } = search
  const rows = [...layout.rows].sort((a, b) => score.ofRow(a.y) - score.ofRow(b.y))
  return bestLegal(search, most * (2 * size - 1), most, offer => {
    for (const row of rows) {
      if (!offer.admits(score.ofRow(row.y))) break
      forEachPlace(search, row, size, seats => offer.add(score.ofPlace(seats), seats))
    }
  })
}

export interface Offers {
  /** Whether a candidate that costs at least so much could still come in. */
  admits(cost: number): boolean
  add(cost: number, seats: readonly number[]): void
}

/**
 * The best legal ones of what is offered. The rules are asked last, of the best alone, for most places keep to them;
 * only when too many of the best do not, all is offered again and asked one by one.
 *
 * @param room how many candidates are kept: a place overlaps many others
 */
export function bestLegal(
  { ground, legally }: Search,
  room: number,
  most: number,
  offerAll: (offers: Offers) => void,
): readonly Candidate[] {
  const suits = (seats: readonly number[]) => !legally || isLegal(ground, seats)
  const offered = (admitted: (seats: readonly number[]) => boolean) => {
    const shortlist = new Shortlist(room)
    offerAll({
      admits: cost => shortlist.admits(cost),
      add(cost, seats) {
        if (shortlist.admits(cost) && admitted(seats)) shortlist.add({ seats: [...seats], cost })
      },
    })
    return shortlist
  }
  const quick = offered(() => true)
  const found = quick.apart(most, suits)
  return found.length === most || !quick.isFull ? found : offered(suits).apart(most)
}

/** Calls with every place for so many in a row, from left to right; the array is good for the call only. */
export function forEachPlace(
  { ground, wanted }: Search,
  row: Row,
  size: number,
  visit: (seats: readonly number[]) => void,
): void {
  const partners = couplePartners(ground.seats)
  const place: number[] = []
  let before = -1
  for (const seat of row.seats) {
    if (before < 0 || ground.runs.besideRight[before] !== seat) place.length = 0
    before = seat
    if (ground.seats.type[seat] === 'W' || !ground.isFree(seat) || !wanted(seat)) {
      place.length = 0
      continue
    }
    place.push(seat)
    if (place.length > size) place.shift()
    if (place.length === size && isWhole(partners, place)) visit(place)
  }
}

/** No couple seat is cut by the place's ends. */
function isWhole(partners: Int32Array, place: readonly number[]): boolean {
  const first = partners[place[0] ?? -1] ?? -1
  const last = partners[place.at(-1) ?? -1] ?? -1
  return (first < 0 || place.includes(first)) && (last < 0 || place.includes(last))
}

/** The most free seats that stand side by side, couple seats counted as they are; at most `enough`. */
export function longestStretch({ layout, ground, wanted }: Search, enough: number): number {
  let longest = 0
  for (const row of layout.rows) {
    let stretch = 0
    let before = -1
    for (const seat of row.seats) {
      const mayTake = ground.seats.type[seat] !== 'W' && ground.isFree(seat) && wanted(seat)
      const touches = before >= 0 && ground.runs.besideRight[before] === seat
      stretch = mayTake ? (touches ? stretch : 0) + 1 : 0
      before = seat
      if (stretch > longest) longest = stretch
      if (longest >= enough) return enough
    }
  }
  return longest
}
