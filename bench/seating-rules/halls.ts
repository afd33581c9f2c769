import { Hall, type SeatType } from '#contract/hall.ts'

/** How much of a hall is sold: a third in clumps, as people come, or every other seat, so that none are together. */
export type Sold = 'a third' | 'every other seat'

/** Two aisles, wheelchair places at the ends of the fourth row, couple seats at the back, two price areas. */
export function benchHall(seatCount: number): Hall {
  const perRow = Math.round(Math.sqrt(seatCount * 1.6) / 2) * 2
  const rows = Math.ceil(seatCount / perRow)
  const places = Array.from({ length: seatCount }, (_, seat) => ({
    row: Math.floor(seat / perRow),
    column: seat % perRow,
  }))
  const aisle = Math.floor(perRow / 4)
  const typeAt = ({ row, column }: { row: number; column: number }): SeatType => {
    if (row === 3 && (column < 2 || column >= perRow - 2)) return 'W'
    if (row === rows - 1) return column % 2 === 0 ? 'L' : 'R'
    return 'N'
  }
  const golden = ({ row, column }: { row: number; column: number }) =>
    row > rows / 2 && row < rows * 0.8 && column > aisle && column < perRow - aisle
  return Hall.parse({
    showId: '1~1',
    cinemaId: '1',
    hallId: '1',
    name: 'Bench',
    version: 'v1',
    sections: [{ id: '1', name: '' }],
    bands: [
      { id: 'base', kind: 'base', ticketFen: 4000, feeFen: 0 },
      { id: 'area', kind: 'area', name: 'Gold', ticketFen: 6000, feeFen: 0 },
    ],
    feeKind: 'ticket',
    seats: {
      id: places.map((_, seat) => String(seat)),
      section: places.map(() => 0),
      band: places.map(place => (golden(place) ? 1 : 0)),
      row: places.map(({ row }) => String(row + 1)),
      column: places.map(({ column }) => String(column + 1)),
      x: places.map(({ column }) => column + (column >= aisle ? 2 : 0) + (column >= perRow - aisle ? 2 : 0)),
      y: places.map(({ row }) => row),
      type: places.map(typeAt),
      damaged: [],
    },
    maxSeats: 8,
    seatRules: {
      gap: { mode: 'forbid', shortestRun: 1, areasBreakRuns: false },
      companions: 'warn',
      within: 'hall',
    },
  })
}

/** What others have of a hall; the same at every run. */
export function soldIn(hall: Hall, sold: Sold): ReadonlySet<number> {
  const count = hall.seats.id.length
  if (sold === 'every other seat') {
    return new Set(
      hall.seats.id.flatMap((_, seat) => (hall.seats.type[seat] !== 'N' || seat % 2 === 0 ? [seat] : [])),
    )
  }
  const taken = new Set<number>()
  let state = 20_261_123
  while (taken.size < count / 3) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const first = state % count
    for (let seat = first; seat < Math.min(count, first + 1 + (state >>> 28) / 4); seat++) {
      if (hall.seats.type[seat] === 'N') taken.add(seat)
    }
  }
  return taken
}
