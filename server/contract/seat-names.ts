import type { Hall } from './hall.ts'
import type { Language } from './language.ts'

/** How a seat is called: labels as they are printed on it, never computed with. */
export interface SeatName {
  readonly row: string
  readonly column: string
  /** Absent where a hall has one section only. */
  readonly section?: string
}

interface SeatNameWords {
  seats: (row: string, columns: readonly string[]) => string
  seatsIn: (section: string, seats: string) => string
  /** Between two rows. */
  and: string
}

export const seatNameWords: Readonly<Record<Language, SeatNameWords>> = {
  zh: {
    seats: (row, columns) => `${row}排${columns.join('、')}座`,
    seatsIn: (section, seats) => `${section}${seats}`,
    and: '；',
  },
  en: {
    seats: (row, columns) => `row ${row} ${columns.length === 1 ? 'seat' : 'seats'} ${columns.join(', ')}`,
    seatsIn: (section, seats) => `${section} ${seats}`,
    and: '; ',
  },
}

/** Seats in one breath, those of one row together, in the order given: "5排7、8座；6排1座". */
export function nameSeats(seats: readonly SeatName[], language: Language): string {
  const words = seatNameWords[language]
  const rows = new Map<string, { seat: SeatName; columns: string[] }>()
  for (const seat of seats) {
    const key = JSON.stringify([seat.section, seat.row])
    const row = rows.get(key) ?? { seat, columns: [] }
    rows.set(key, row)
    row.columns.push(seat.column)
  }
  return [...rows.values()]
    .map(({ seat: { row, section }, columns }) => {
      const name = words.seats(row, columns)
      return section === undefined ? name : words.seatsIn(section, name)
    })
    .join(words.and)
}

/** Seats of a hall by their names, from the screen to the back and from left to right. */
export function namesInHall(
  hall: Pick<Hall, 'seats' | 'sections'>,
  indexes: readonly number[],
  language: Language,
): string {
  const { seats, sections } = hall
  const place = (seat: number) => [seats.section[seat] ?? 0, seats.y[seat] ?? 0, seats.x[seat] ?? 0] as const
  const inOrder = [...indexes].sort((a, b) => {
    const [s, y, x] = place(a)
    const [s2, y2, x2] = place(b)
    return s - s2 || y - y2 || x - x2
  })
  return nameSeats(
    inOrder.map(seat => {
      const section = sections[seats.section[seat] ?? -1]?.name
      return {
        row: seats.row[seat] ?? '',
        column: seats.column[seat] ?? '',
        ...(sections.length > 1 && section && { section }),
      }
    }),
    language,
  )
}
