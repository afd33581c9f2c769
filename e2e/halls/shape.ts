import type { Hall } from '#contract/hall.ts'
import { randomFrom } from '#src/lib/seeded.ts'

/** A hall on one evening: what nobody can buy any more, and what the guest before the map has chosen. */
export interface Evening {
  readonly hall: Hall
  readonly sold: ReadonlySet<number>
  readonly chosen: readonly number[]
}

interface Price {
  readonly name?: string
  readonly yuan: number
}

/** The same hall with price bands; a band without a name is the base price. */
export function priced(hall: Hall, prices: readonly Price[], bandOf: (seat: number) => number): Hall {
  const bands = prices.map(({ name, yuan }, band) => ({
    id: `band-${band}`,
    ticketFen: yuan * 100,
    feeFen: 300,
    ...(name === undefined ? { kind: 'base' as const } : { kind: 'area' as const, name }),
  }))
  return { ...hall, bands, seats: { ...hall.seats, band: hall.seats.id.map((_, seat) => bandOf(seat)) } }
}

/** The same seats at other coordinates of the plan. */
export function moved(
  hall: Hall,
  to: (at: { readonly x: number; readonly y: number }) => { x: number; y: number },
): Hall {
  const places = hall.seats.x.map((x, seat) => to({ x, y: hall.seats.y[seat] ?? 0 }))
  return { ...hall, seats: { ...hall.seats, x: places.map(({ x }) => x), y: places.map(({ y }) => y) } }
}

/** Some of the seats, sold to groups of one to four side by side; the same seed sells the same. */
export function soldInGroups(hall: Hall, share: number, seed: number): ReadonlySet<number> {
  const random = randomFrom(seed)
  const sold = new Set<number>()
  const { row, type } = hall.seats
  for (let seat = 0; seat < row.length; seat++) {
    if (random.next() >= share / 2.5) continue
    const group = 1 + Math.floor(random.next() * 4)
    for (let k = seat; k < seat + group && row[k] === row[seat]; k++) sold.add(k)
  }
  // Both halves of a couple seat go to the same two.
  for (const seat of [...sold]) {
    if (type[seat] === 'L') sold.add(seat + 1)
    if (type[seat] === 'R') sold.add(seat - 1)
  }
  return sold
}

/** `count` rows that look the same. */
export const rows = (count: number, row: string): string[] => Array.from({ length: count }, () => row)
