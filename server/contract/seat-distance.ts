import type { SeatColumns } from './hall.ts'

const otherPrices = 1e12
const otherSection = 1e9
/** A seat by itself is nearer than any group of others (scatter-cost.ts), whatever the plan's grid. */
const seatFarthest = 1e5

/** Of two places equally far the one nearer to the hall's axis. */
const offAxis = 1e-6

/** How far places and seats are from where a party sits: prices count most, then the section, then the plan. */
export function distanceFrom(seats: SeatColumns, party: readonly number[]) {
  const bandsOf = (some: readonly number[]) =>
    some
      .map(seat => seats.band[seat] ?? 0)
      .sort((a, b) => a - b)
      .join()
  const bands = bandsOf(party)
  const known = new Set(party.map(seat => seats.band[seat]))
  const home = { x: mean(seats.x, party), y: mean(seats.y, party), section: seats.section[party[0] ?? -1] }
  const axis = middle(seats.x)
  const inPlan = (x: number, y: number) => Math.hypot(x - home.x, y - home.y) + offAxis * Math.abs(x - axis)
  return {
    ofPlace: (place: readonly number[]): number =>
      inPlan(mean(seats.x, place), mean(seats.y, place)) +
      (place.length === party.length && bandsOf(place) === bands ? 0 : otherPrices) +
      (seats.section[place[0] ?? -1] === home.section ? 0 : otherSection),
    ofSeat: (seat: number): number =>
      Math.min(inPlan(seats.x[seat] ?? 0, seats.y[seat] ?? 0), seatFarthest) +
      (seats.section[seat] === home.section ? 0 : seatFarthest) +
      (known.has(seats.band[seat]) ? 0 : 2 * seatFarthest),
  }
}

const mean = (column: readonly number[], some: readonly number[]): number =>
  some.reduce((sum, seat) => sum + (column[seat] ?? 0), 0) / Math.max(1, some.length)

function middle(column: readonly number[]): number {
  let [least, most] = [column[0] ?? 0, column[0] ?? 0]
  for (const value of column) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return (least + most) / 2
}
