import { couplePartners } from '#contract/couples.ts'
import type { SeatGround } from '#contract/seat-ground.ts'
import { heightOf, rowPitch } from './layout/geometry.ts'
import type { HallLayout } from './layout/hall-layout.ts'

/*
 * What the best place is. Of two places the one is better that, in this order: does not put an odd party or single
 * guests on couple seats; leaves fewer seats alone; lies nearer to the best point of the hall, by squares: aside in
 * seats, along in rows, where a row before the best one counts more than one behind it.
 */

/** How far from the screen the best row lies: a little behind the middle. */
const bestDepth = 0.6
/** A row nearer to the screen than the best one is worse than one as far behind it. */
const rowWeight = { before: 3, behind: 1.4 }
/** In squared seats: a place at two prices, and a couple seat for two who did not ask for one. */
const mixedPrices = 2
const onCoupleSeats = 4
const perGap = 1e7
const perMisplacedCouple = 1e9

export interface PlaceScore {
  /** How bad a row is for anybody in it. */
  ofRow(y: number): number
  /** How bad a seat is for one guest. */
  ofSeat(seat: number): number
  /** How bad touching seats of one row are for a party, from left to right. */
  ofPlace(seats: readonly number[]): number
}

/** The measure of places in this hall at this moment; less is better. */
export function placeScore(layout: HallLayout, ground: SeatGround): PlaceScore {
  const partners = couplePartners(ground.seats)
  const { besideLeft, besideRight } = ground.runs
  const bestY = layout.seats.top + heightOf(layout.seats) * bestDepth
  const ofRow = (y: number): number => {
    const rows = (y - bestY) / rowPitch
    return rows * rows * (rows < 0 ? rowWeight.before : rowWeight.behind)
  }
  const asideSquared = (x: number) => (x - layout.screen.x) ** 2

  const isAlone = (seat: number, beyond: Int32Array): number => {
    if (seat < 0 || !ground.isFree(seat)) return 0
    const next = beyond[seat] ?? -1
    return next < 0 || !ground.isFree(next) ? 1 : 0
  }
  const coupleCost = (seats: readonly number[]): number => {
    let halves = 0
    for (const seat of seats) if ((partners[seat] ?? -1) >= 0) halves += 1
    if (halves === 0) return 0
    return halves === seats.length ? onCoupleSeats : perMisplacedCouple
  }
  return {
    ofRow,
    ofSeat: seat => asideSquared(layout.x[seat] ?? 0) + ofRow(layout.y[seat] ?? 0),
    ofPlace(seats) {
      const first = seats[0] ?? 0
      const last = seats.at(-1) ?? first
      const band = layout.band[first]
      const mixed = seats.some(seat => layout.band[seat] !== band) ? mixedPrices : 0
      const gaps =
        isAlone(besideLeft[first] ?? -1, besideLeft) + isAlone(besideRight[last] ?? -1, besideRight)
      const x = ((layout.x[first] ?? 0) + (layout.x[last] ?? 0)) / 2
      return asideSquared(x) + ofRow(layout.y[first] ?? 0) + mixed + coupleCost(seats) + gaps * perGap
    },
  }
}
