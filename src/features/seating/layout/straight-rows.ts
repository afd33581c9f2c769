import type { SeatColumns } from '#contract/hall.ts'

/** Seats of one line of the plan. */
export interface PlanRow {
  /** In the plan's own steps; between two of them where a row was bowed. */
  readonly y: number
  readonly seats: number[]
}

/** Of the distance between two rows, so much may lie between neighbours of a bowed row. */
const steepest = 0.75

/**
 * Some plans say how rows bow, by giving the seats of one row a y of their own each. Taken by their y they would fall
 * apart into a row for every step, so they are put back into one straight row each. Where seats of one label do
 * not follow each other like a bow, as in a plan that counts from 1 again upstairs, the lines stay as they are.
 *
 * @param lines seats of the same y each, from the screen to the back
 */
export function straightRows(seats: SeatColumns, lines: readonly PlanRow[]): readonly PlanRow[] {
  const labels = new Set(lines.map(({ seats: [first = 0] }) => labelOf(seats, first)))
  if (labels.size === lines.length) return lines
  const rows = rowsByLabel(seats, lines)
  if (!rows.every(row => isBow(seats, row, rows))) return lines
  const byY = new Map<number, number[]>()
  for (const row of rows) {
    const line = byY.get(row.y)
    if (line) line.push(...row.seats)
    else byY.set(row.y, [...row.seats])
  }
  return [...byY].sort(([a], [b]) => a - b).map(([y, row]) => ({ y, seats: row }))
}

interface LabelledRow extends PlanRow {
  readonly section: number
}

const labelOf = ({ section, row }: SeatColumns, seat: number): string => `${section[seat]} ${row[seat]}`

/** Seats of one section and label each, at the mean of their places. */
function rowsByLabel(seats: SeatColumns, lines: readonly PlanRow[]): LabelledRow[] {
  const byLabel = new Map<string, { seats: number[]; sum: number }>()
  for (const line of lines) {
    for (const seat of line.seats) {
      const label = labelOf(seats, seat)
      const row = byLabel.get(label) ?? { seats: [], sum: 0 }
      byLabel.set(label, row)
      row.seats.push(seat)
      row.sum += line.y
    }
  }
  return [...byLabel.values()].map(row => ({
    section: seats.section[row.seats[0] ?? 0] ?? 0,
    seats: row.seats.sort((a, b) => (seats.x[a] ?? 0) - (seats.x[b] ?? 0)),
    y: row.sum / row.seats.length,
  }))
}

/** Whether the seats of a row go on from each other, one beside the other, by far less than to the next row. */
function isBow(seats: SeatColumns, row: LabelledRow, rows: readonly LabelledRow[]): boolean {
  const next = rows
    .filter(other => other !== row && other.section === row.section)
    .reduce((least, other) => Math.min(least, Math.abs(other.y - row.y)), Number.POSITIVE_INFINITY)
  return row.seats.every((seat, k) => {
    const before = row.seats[k - 1]
    if (before === undefined) return true
    const beside = (seats.x[seat] ?? 0) > (seats.x[before] ?? 0)
    return beside && Math.abs((seats.y[seat] ?? 0) - (seats.y[before] ?? 0)) <= next * steepest
  })
}
