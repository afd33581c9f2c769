import type { HallLayout, Row } from './layout/hall-layout.ts'

/** The seat that a key leads to from another one, along the real rows; the same seat at an edge. */
export function walk(layout: HallLayout, from: number, key: string, wholeHall: boolean): number | undefined {
  const row = layout.rows[layout.row[from] ?? 0]
  if (!row) return undefined
  switch (key) {
    case 'ArrowLeft':
      return stepAlong(layout, row, from, -1)
    case 'ArrowRight':
      return stepAlong(layout, row, from, 1)
    case 'ArrowUp':
      return stepAcross(layout, row, from, -1)
    case 'ArrowDown':
      return stepAcross(layout, row, from, 1)
    case 'Home':
      return wholeHall ? layout.rows[0]?.seats[0] : row.seats[0]
    case 'End':
      return wholeHall ? layout.rows.at(-1)?.seats.at(-1) : row.seats.at(-1)
    default:
      return undefined
  }
}

/** Within the row, and past its end into the block that stands beside it. */
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
function stepAcross(layout: HallLayout, row: Row, from: number, way: 1 | -1): number {
  const x = layout.x[from] ?? 0
  const target = best(
    layout.rows.filter(other => (other.y - row.y) * way > 0.01),
    other => Math.abs(other.y - row.y) + 2 * Math.max(0, other.left - x, x - other.right),
  )
  if (!target) return from
  return best(target.seats, seat => Math.abs((layout.x[seat] ?? 0) - x)) ?? from
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
