import { Hall } from '#contract/hall.ts'
import { randomFrom } from '#src/lib/seeded.ts'

/** The hall that every contestant shows, and what of it is sold. */
export interface BenchHall {
  readonly hall: Hall
  readonly sold: ReadonlySet<number>
}

/** Seats to a row for each row: about a screen's shape. */
const wide = 1.6
const aisleWidth = 2

/** A hall of six price areas with two aisles; 30 % of it sold, 2 % damaged. The same number makes the same hall. */
export function benchHall(seats: number): BenchHall {
  const random = randomFrom(seats)
  const columns = Math.ceil(Math.sqrt(seats * wide))
  const rows = Math.ceil(seats / columns)
  const numbers = Array.from({ length: seats }, (_, seat) => seat)
  const columnOf = (seat: number) => seat % columns
  const rowOf = (seat: number) => Math.floor(seat / columns)
  const third = (seat: number) => Math.floor((columnOf(seat) * 3) / columns)
  const half = (seat: number) => Math.floor((rowOf(seat) * 2) / rows)
  const sold = new Set<number>()
  const damaged: number[] = []
  for (const seat of numbers) {
    const fate = random.next()
    if (fate < 0.3) sold.add(seat)
    else if (fate < 0.32) damaged.push(seat)
  }
  const hall = Hall.parse({
    showId: 'bench~1',
    cinemaId: 'bench',
    hallId: '1',
    name: 'Bench',
    version: '1',
    sections: [{ id: '1', name: 'Bench' }],
    bands: Array.from({ length: 6 }, (_, area) => ({
      id: `area-${area}`,
      kind: 'area',
      name: `Area ${area + 1}`,
      ticketFen: 4000 + area * 500,
      feeFen: 300,
    })),
    feeKind: 'ticket',
    seats: {
      id: numbers.map(seat => `s${seat}`),
      section: numbers.map(() => 0),
      band: numbers.map(seat => half(seat) * 3 + third(seat)),
      row: numbers.map(seat => String(rowOf(seat) + 1)),
      column: numbers.map(seat => String(columnOf(seat) + 1)),
      x: numbers.map(seat => columnOf(seat) + third(seat) * aisleWidth),
      y: numbers.map(rowOf),
      type: numbers.map(() => 'N'),
      damaged,
    },
    maxSeats: 12,
  })
  return { hall, sold }
}
