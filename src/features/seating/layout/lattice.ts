import type { SeatColumns } from '#contract/hall.ts'
import type { BlockSeats } from './blocks.ts'
import { rowPitch } from './geometry.ts'
import { type PlanRow, straightRows } from './straight-rows.ts'

/** A wider hole in the plan is drawn as wide as this, in pitches: an aisle, not a desert. */
const widestStep = { x: 3, y: 2.4 }

/** One row of a block: seats of the same plan y, from left to right, and its distance from the block's first row. */
export interface LatticeRow {
  readonly seats: readonly number[]
  y: number
}

/**
 * Turns plan coordinates of one block into positions in seat pitches, from 0. Works for coordinates that
 * start anywhere, are negative, huge, or counted in any step: the usual step of the block becomes 1,
 * holes stay holes up to the width of an aisle, and neighbours in a row are never nearer than 1.
 *
 * @param x filled at the indexes of the block's seats
 */
export function latticeOf(seats: SeatColumns, block: BlockSeats, x: Float32Array): LatticeRow[] {
  const rows = straightRows(seats, rowsOf(seats, block))
  placeColumns(seats, rows, x)
  const planY = rows.map(({ y }) => y)
  const pitch = usualStep(stepsOf(planY))
  let y = 0
  return rows.map((row, k) => {
    if (k > 0) {
      const step = ((planY[k] ?? 0) - (planY[k - 1] ?? 0)) / pitch
      y += rowPitch * Math.min(Math.max(step, 1), widestStep.y)
    }
    return { seats: row.seats, y }
  })
}

function rowsOf(seats: SeatColumns, block: BlockSeats): PlanRow[] {
  const byY = new Map<number, number[]>()
  let y = Number.NaN
  let row: number[] = []
  for (const i of block) {
    // Most plans list their seats row by row, which saves looking the row up again.
    if (at(seats.y, i) !== y) {
      y = at(seats.y, i)
      row = byY.get(y) ?? []
      byY.set(y, row)
    }
    row.push(i)
  }
  return [...byY.entries()].sort(([a], [b]) => a - b).map(([y, row]) => ({ y, seats: inOrder(seats, row) }))
}

/** From left to right; most plans list a row so already. */
function inOrder(seats: SeatColumns, row: number[]): number[] {
  for (let k = 1; k < row.length; k++)
    if (at(seats.x, row[k - 1] ?? 0) > at(seats.x, row[k] ?? 0))
      return row.sort((a, b) => at(seats.x, a) - at(seats.x, b))
  return row
}

/** Rows behind each other with seats at the same columns, as most rows of most halls: worked out once for all. */
interface Formation {
  readonly columns: readonly number[]
  readonly rows: (readonly number[])[]
}

function formationsOf(seats: SeatColumns, rows: readonly PlanRow[]): Formation[] {
  const formations: Formation[] = []
  for (const row of rows) {
    const last = formations.at(-1)
    if (last && standsAt(seats, row.seats, last.columns)) last.rows.push(row.seats)
    else formations.push({ columns: row.seats.map(seat => at(seats.x, seat)), rows: [row.seats] })
  }
  return formations
}

function standsAt(seats: SeatColumns, row: readonly number[], columns: readonly number[]): boolean {
  if (row.length !== columns.length) return false
  for (let k = 0; k < row.length; k++) if (at(seats.x, row[k] ?? 0) !== columns[k]) return false
  return true
}

/** Which columns of the plan stand left of each, and how often each distance lies between two of them. */
function survey(formations: readonly Formation[]) {
  const leftOf = new Map<number, number[]>()
  const steps = new Map<number, number>()
  for (const { columns, rows } of formations) {
    columns.forEach((column, k) => {
      const left = leftOf.get(column) ?? []
      leftOf.set(column, left)
      const neighbour = columns[k - 1]
      if (neighbour === undefined) return
      // Most rows have the same neighbours as the row before.
      if (left.at(-1) !== neighbour) left.push(neighbour)
      steps.set(column - neighbour, (steps.get(column - neighbour) ?? 0) + rows.length)
    })
  }
  return { leftOf, steps }
}

/** Columns are shared by all rows of the block, so that seats stay in line from front to back. */
function placeColumns(seats: SeatColumns, rows: readonly PlanRow[], x: Float32Array) {
  const formations = formationsOf(seats, rows)
  const { leftOf, steps } = survey(formations)
  const columns = [...leftOf.keys()].sort((a, b) => a - b)
  const pitch = steps.size > 0 ? commonest(steps) : usualStep(stepsOf(columns))
  const position = new Map<number, number>()
  columns.forEach((column, k) => {
    const before = columns[k - 1]
    let place = 0
    if (before !== undefined) {
      place = (position.get(before) ?? 0) + Math.min((column - before) / pitch, widestStep.x)
      for (const left of leftOf.get(column) ?? []) place = Math.max(place, (position.get(left) ?? 0) + 1)
    }
    position.set(column, place)
  })
  for (const formation of formations) {
    const places = formation.columns.map(column => position.get(column) ?? 0)
    for (const row of formation.rows) for (let k = 0; k < row.length; k++) x[row[k] ?? 0] = places[k] ?? 0
  }
}

const stepsOf = (places: readonly number[]) => places.slice(1).map((place, k) => place - (places[k] ?? 0))

function usualStep(steps: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1)
  return commonest(counts)
}

/** The commonest of some distances; the smaller one of two that are equally common; 1 of none. */
function commonest(counts: ReadonlyMap<number, number>): number {
  let usual = 1
  let most = 0
  for (const [step, count] of counts) {
    if (count > most || (count === most && step < usual)) {
      usual = step
      most = count
    }
  }
  return usual
}

const at = (column: readonly number[], i: number): number => column[i] ?? 0
