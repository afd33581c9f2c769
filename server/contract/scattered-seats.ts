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
  const rows = ground.runs.rows.filter(row => row.some(seat => ground.isFree(seat) && wish.choosable(seat)))
  const none = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  none[0] = 0
  const shares: Uint8Array[] = []
  const best = rows.reduce((before, row) => {
    const { costs, share } = withRow(before, solveRow(ground, row, size, wish).costs)
    shares.push(share)
    return costs
  }, none)
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
