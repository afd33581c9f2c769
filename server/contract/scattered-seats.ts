import { scatterCost } from './scatter-cost.ts'
import type { SeatGround } from './seat-ground.ts'
import { type RowWish, solveRow } from './solve-row.ts'

/**
 * The best choice of this size that keeps to every rule, whatever its shape; undefined when there is none.
 * Exact: rows know nothing of each other, so each row is solved by itself for every number of seats, seat by seat
 * with the rules' memory as state, and the rows are then put together.
 *
 * Wheelchair places are left to those who ask for them.
 *
 * @param costOf how far a seat is from where it should be, below `scatterCost.group`
 * @param wanted which seats come into question at all
 * @param kept seats that the party has already and keeps: the others have to suit them
 */
export function scatteredSeats(
  ground: SeatGround,
  size: number,
  costOf: (seat: number) => number,
  wanted: (seat: number) => boolean = () => true,
  kept: readonly number[] = [],
): number[] | undefined {
  if (size === 0) return []
  const mine = new Set(kept)
  let best: { cost: number; seats: number[] } | undefined
  for (const column of scopes(ground, kept)) {
    const inScope = (seat: number) =>
      wanted(seat) && !mine.has(seat) && (column === undefined || column.of[seat] === column.value)
    const found = inRows(ground, size, { costOf, choosable: inScope, mine })
    if (found && (!best || found.cost < best.cost)) best = found
  }
  return best?.seats
}

/** The parts of the hall that one order may be spread over. */
function scopes({ seats, rules }: SeatGround, kept: readonly number[]) {
  if (rules.within === 'hall') return [undefined]
  const of = rules.within === 'section' ? seats.section : seats.band
  const first = kept[0]
  const values = first === undefined ? new Set(of) : [of[first] ?? 0]
  return [...values].map(value => ({ of, value }))
}

function inRows(ground: SeatGround, size: number, wish: RowWish) {
  const rows: (readonly number[])[] = []
  const shares: Uint8Array[] = []
  let best = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  const enough = new EnoughRows(size)
  for (const { row, atLeast } of promisingRows(ground, size, wish)) {
    if (enough.without(atLeast)) continue
    const solved = solveRow(ground, row, size, wish).costs
    enough.add(solved)
    const { costs, share } = withRow(best, solved)
    best = costs
    rows.push(row)
    shares.push(share)
  }
  const cost = best[size] ?? Number.POSITIVE_INFINITY
  if (cost === Number.POSITIVE_INFINITY) return undefined
  const seats: number[] = []
  let left = size
  for (let k = rows.length - 1; k >= 0; k--) {
    const here = shares[k]?.[left] ?? 0
    if (here > 0) seats.push(...solveRow(ground, rows[k] ?? [], size, wish, 'traced').seats(here))
    left -= here
  }
  return { cost, seats }
}

/** Rows with seats to choose, the nearest first, and what so many seats of a row cost at the least. */
function promisingRows(ground: SeatGround, size: number, { choosable, costOf }: RowWish) {
  const rows: { row: readonly number[]; nearest: number; atLeast: Float64Array }[] = []
  for (const row of ground.runs.rows) {
    let nearest = Number.POSITIVE_INFINITY
    let longest = 0
    let stretch = 0
    for (const seat of row) {
      if (ground.isFree(seat) && choosable(seat)) {
        nearest = Math.min(nearest, costOf(seat))
        stretch += 1
        longest = Math.max(longest, stretch)
      } else stretch = 0
    }
    if (longest === 0) continue
    const atLeast = Float64Array.from({ length: size + 1 }, (_, count) => {
      const groups = Math.ceil(count / longest)
      return groups * scatterCost.group + loners(count, longest) * scatterCost.alone + count * nearest
    })
    rows.push({ row, nearest, atLeast })
  }
  return rows.sort((a, b) => a.nearest - b.nearest)
}

/** How many of so many have to sit alone where the longest stretch has so many seats. */
function loners(count: number, longest: number): number {
  if (longest === 1) return count
  return count === 1 || (longest === 2 && count % 2 === 1) ? 1 : 0
}

/**
 * Remembers when a row is not needed. A choice with `count` seats in a row has at most `size - count` other rows;
 * where one row more than that gives as many seats for no more, one of them is free to take its place.
 */
class EnoughRows {
  readonly #size: number
  /** By number of seats, the lowest costs so far in ascending order. */
  readonly #lowest: number[][]

  constructor(size: number) {
    this.#size = size
    this.#lowest = Array.from({ length: size + 1 }, () => [])
  }

  add(costs: Float64Array): void {
    for (let count = 1; count <= this.#size; count++) {
      const cost = costs[count] ?? Number.POSITIVE_INFINITY
      const lowest = this.#lowest[count]
      if (cost === Number.POSITIVE_INFINITY || !lowest) continue
      lowest.push(cost)
      lowest.sort((a, b) => a - b)
      lowest.length = Math.min(lowest.length, this.#size - count + 1)
    }
  }

  /** Whether a row that costs at least so much adds nothing. */
  without(atLeast: Float64Array): boolean {
    for (let count = 1; count <= this.#size; count++) {
      const lowest = this.#lowest[count] ?? []
      const worst = lowest[this.#size - count]
      if (worst === undefined || (atLeast[count] ?? 0) < worst) return false
    }
    return true
  }
}

/** What every number of seats costs with one more row, and how many of them that row then has. */
function withRow(before: Float64Array, row: Float64Array) {
  const costs = new Float64Array(before.length).fill(Number.POSITIVE_INFINITY)
  const share = new Uint8Array(before.length)
  for (let total = 0; total < costs.length; total++) {
    for (let here = 0; here <= total; here++) {
      const cost = (before[total - here] ?? 0) + (row[here] ?? 0)
      if (cost >= (costs[total] ?? 0)) continue
      costs[total] = cost
      share[total] = here
    }
  }
  return { costs, share }
}
