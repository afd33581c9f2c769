import { Hall, type SeatType } from '#contract/hall.ts'

export interface TestSection {
  readonly name?: string
  /**
   * Screen at the top, one character a place: `o` normal, `s` normal and sold, `x` damaged, `W` wheelchair,
   * `L` `R` couple seat, `l` `r` couple seat sold, `H` held back, `Z` vibrating, blank no seat.
   */
  readonly rows: readonly string[]
  readonly origin?: { readonly x: number; readonly y: number }
  readonly pitch?: number
  readonly labels?: (row: number) => string
}

const types: Record<string, SeatType> = { W: 'W', L: 'L', R: 'R', l: 'L', r: 'R', H: 'H', Z: 'Z' }

/** A hall for tests, drawn; `sold` are the indexes of the seats that are drawn as sold. */
export function drawHall(...sections: readonly TestSection[]): { hall: Hall; sold: ReadonlySet<number> } {
  const seats = emptyColumns()
  const sold = new Set<number>()
  sections.forEach((section, s) => {
    const { origin = { x: 1, y: 1 }, pitch = 1, labels = row => String(row + 1) } = section
    section.rows.forEach((row, r) => {
      let column = 0
      for (const [c, mark] of [...row].entries()) {
        if (mark === ' ') continue
        if (mark === 'x') seats.damaged.push(seats.id.length)
        if (mark === 's' || mark === 'l' || mark === 'r') sold.add(seats.id.length)
        column += 1
        addSeat(seats, {
          section: s,
          row: labels(r),
          column: String(column),
          x: origin.x + c * pitch,
          y: origin.y + r * pitch,
          type: types[mark] ?? 'N',
        })
      }
    })
  })
  const names = sections.map((section, s) => section.name ?? `Section ${s + 1}`)
  return { hall: hallOf(seats, names), sold }
}

/** A hall of seats at given coordinates. */
export function hallAt(places: readonly { section: number; x: number; y: number }[], sections: number): Hall {
  const seats = emptyColumns()
  for (const { section, x, y } of places) {
    addSeat(seats, { section, x, y, row: String(y), column: String(x), type: 'N' })
  }
  return hallOf(
    seats,
    Array.from({ length: sections }, (_, s) => `Section ${s + 1}`),
  )
}

const emptyColumns = () => ({
  id: [] as string[],
  section: [] as number[],
  band: [] as number[],
  row: [] as string[],
  column: [] as string[],
  x: [] as number[],
  y: [] as number[],
  type: [] as SeatType[],
  damaged: [] as number[],
})

function addSeat(
  seats: ReturnType<typeof emptyColumns>,
  seat: { section: number; row: string; column: string; x: number; y: number; type: SeatType },
): void {
  seats.id.push(`${seat.section}-${seats.id.length}`)
  seats.band.push(0)
  seats.section.push(seat.section)
  seats.row.push(seat.row)
  seats.column.push(seat.column)
  seats.x.push(seat.x)
  seats.y.push(seat.y)
  seats.type.push(seat.type)
}

function hallOf(seats: ReturnType<typeof emptyColumns>, names: readonly string[]): Hall {
  return Hall.parse({
    showId: '681~1',
    cinemaId: '681',
    hallId: '1',
    name: '1号厅',
    version: 'v1',
    sections: names.map((name, s) => ({ id: `s${s}`, name })),
    bands: [{ id: 'base', kind: 'base', ticketFen: 4500, feeFen: 300 }],
    feeKind: 'ticket',
    seats,
    maxSeats: 4,
  })
}
