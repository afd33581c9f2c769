import type { HallLayout, Row } from '../layout/hall-layout.ts'
import { sectionsAsRead, walkSections } from './section-walk.ts'

/** Where there are no sections to go to, a page is so many rows. */
const rowsOfPage = 5

interface Step {
  readonly key: string
  /** Home and End then mean the whole hall. */
  readonly wholeHall: boolean
  /** The column that the guest goes up and down in, in pitches: rows that are shorter or offset must not lead her astray. */
  readonly column: number
}

/** The seat that a key leads to from another one, along the real rows; the same seat at an edge. */
export function walk(layout: HallLayout, from: number, { key, wholeHall, column }: Step): number | undefined {
  const row = layout.rows[layout.row[from] ?? 0]
  if (!row) return undefined
  switch (key) {
    case 'ArrowLeft':
      return stepAlong(layout, row, from, -1)
    case 'ArrowRight':
      return stepAlong(layout, row, from, 1)
    case 'ArrowUp':
      return stepAcross(layout, row, column, -1) ?? from
    case 'ArrowDown':
      return stepAcross(layout, row, column, 1) ?? from
    case 'PageUp':
      return page(layout, from, column, -1)
    case 'PageDown':
      return page(layout, from, column, 1)
    case 'Home':
      return wholeHall ? layout.rows[0]?.seats[0] : row.seats[0]
    case 'End':
      return wholeHall ? layout.rows.at(-1)?.seats.at(-1) : row.seats.at(-1)
    default:
      return undefined
  }
}

/** Whether a key leads up or down within a section, so that the column stays the guest's: another may have none there. */
export function keepsColumn(layout: HallLayout, key: string): boolean {
  if (key === 'ArrowUp' || key === 'ArrowDown') return true
  return (key === 'PageUp' || key === 'PageDown') && sectionsAsRead(layout).length < 2
}

/** Within the row, over its aisles, and past its end into the block that stands beside it. */
function stepAlong(layout: HallLayout, row: Row, from: number, way: 1 | -1): number {
  const next = row.seats[row.seats.indexOf(from) + way]
  if (next !== undefined) return next
  const beside = best(
    layout.rows.filter(
      other =>
        other.block !== row.block &&
        Math.abs(other.y - row.y) < 1 &&
        (way > 0 ? other.left >= row.right : other.right <= row.left),
    ),
    other => (way > 0 ? other.left : -other.right),
  )
  return (way > 0 ? beside?.seats[0] : beside?.seats.at(-1)) ?? from
}

/** To the nearest row before or behind, and there to the seat that stands most in line. */
function stepAcross(layout: HallLayout, row: Row, column: number, way: 1 | -1): number | undefined {
  const target = best(
    layout.rows.filter(other => (other.y - row.y) * way > 0.01),
    other => Math.abs(other.y - row.y) + 2 * Math.max(0, other.left - column, column - other.right),
  )
  return target && inLine(layout, target.seats, column)
}

/** To the next section as one reads, or by some rows where the hall has one section only. */
function page(layout: HallLayout, from: number, column: number, way: 1 | -1): number {
  const inSection = walkSections(layout, from, column, way)
  if (inSection !== undefined) return inSection
  let at = from
  for (let nth = 0; nth < rowsOfPage; nth++) {
    const row = layout.rows[layout.row[at] ?? 0]
    at = (row && stepAcross(layout, row, column, way)) ?? at
  }
  return at
}

function inLine(layout: HallLayout, seats: readonly number[], column: number): number | undefined {
  return best(seats, seat => Math.abs((layout.x[seat] ?? 0) - column))
}

function best<T>(candidates: readonly T[], cost: (candidate: T) => number): T | undefined {
  let found: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const price = cost(candidate)
    if (price >= least) continue
    found = candidate
    least = price
  }
  return found
}
