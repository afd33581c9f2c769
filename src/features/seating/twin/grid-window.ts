import type { HallLayout, Row } from '../layout/hall-layout.ts'

/** A hall with more seats is put into the page only around the seat that has the focus. */
const wholeUpTo = 700
const rowsAround = 3
/** In pitches to either side. */
const seatsAround = 24

/** What the page has of a row. */
export interface ShownRow {
  readonly row: Row
  /** Its place among the rows of the hall. */
  readonly index: number
  /** The place of the first shown seat in its row. */
  readonly first: number
  readonly seats: readonly number[]
}

/** The part of the hall that stands in the page while the keyboard is on this seat: all of a small one. */
export function windowAround({ layout, seat }: { layout: HallLayout; seat: number }): readonly ShownRow[] {
  const { rows } = layout
  if (layout.count <= wholeUpTo) {
    return rows.map((row, index) => ({ row, index, first: 0, seats: row.seats }))
  }
  const here = layout.row[seat] ?? 0
  const x = layout.x[seat] ?? 0
  const from = Math.max(0, here - rowsAround)
  return rows.slice(from, here + rowsAround + 1).map((row, nth) => {
    const near = (other: number) => Math.abs((layout.x[other] ?? 0) - x) <= seatsAround
    const first = row.seats.findIndex(near)
    return { row, index: from + nth, first: Math.max(0, first), seats: row.seats.filter(near) }
  })
}
