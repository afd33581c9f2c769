import { drawHall, hallAt } from '#src/features/seating/test-hall.ts'
import type { PlannedHall } from './planned-hall.ts'
import { moved, priced, rows, soldInGroups } from './shape.ts'

/** Plans that no draughtsman would draw and a cloud sends all the same. */
export const nastyHalls: readonly PlannedHall[] = [
  {
    id: 'one-seat',
    about: 'a single seat',
    facts: { seats: 1, rows: 1, couples: 0, blocks: 1, titles: 0 },
    evening: () => ({ ...drawHall({ rows: ['o'] }), chosen: [] }),
  },
  {
    id: 'one-row-40',
    about: 'one row of forty',
    facts: { seats: 40, rows: 1, couples: 0, blocks: 1, titles: 0 },
    evening: () => ({ ...drawHall({ rows: ['oooooooooossoooooooo'.repeat(2)] }), chosen: [19, 20] }),
  },
  {
    id: 'one-column',
    about: 'one seat to a row',
    facts: { seats: 24, rows: 24, couples: 0, blocks: 1, titles: 0 },
    evening: () => ({ ...drawHall({ rows: [...rows(10, 'o'), 's', 's', ...rows(12, 'o')] }), chosen: [15] }),
  },
  {
    id: 'ragged',
    about: 'rows that start anywhere and end anywhere, left of zero too',
    facts: { seats: 130, rows: 11, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const starts = [9, 4, 0, 14, 2, 7, 1, 11, 3, 0, 6]
      const lengths = [6, 15, 8, 9, 20, 5, 16, 10, 12, 21, 8]
      const { hall } = drawHall({
        rows: starts.map((start, row) => ' '.repeat(start) + 'o'.repeat(lengths[row] ?? 0)),
        origin: { x: -37, y: -4 },
      })
      return { hall, sold: soldInGroups(hall, 0.25, 13), chosen: [50] }
    },
  },
  {
    id: 'from-the-back',
    about: 'labels that count from the back, in letters, and seats listed in no order',
    facts: { seats: 96, rows: 8, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({
        rows: rows(8, 'oooooo oooooo'),
        labels: row => 'HGFEDCBA'.charAt(row),
      })
      const order = hall.seats.id.map((_, k) => (k * 37) % 96)
      const shuffled = <T>(column: readonly T[]) => order.flatMap(seat => column.slice(seat, seat + 1))
      const { seats } = hall
      const mixed = {
        ...seats,
        id: shuffled(seats.id),
        row: shuffled(seats.row),
        column: shuffled(seats.column),
        x: shuffled(seats.x),
        y: shuffled(seats.y),
      }
      return { hall: { ...hall, seats: mixed }, sold: new Set(order.slice(0, 20)), chosen: [5] }
    },
  },
  {
    id: 'counted-in-steps',
    about: 'coordinates in steps of 7 and 3, with deserts between',
    facts: { seats: 128, rows: 8, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({ rows: rows(8, 'oooooooooooooooo') })
      const far = moved(hall, ({ x, y }) => ({
        x: 7 * x + (x > 8 ? 5_000 : 0),
        y: 3 * y + (y > 4 ? 900 : 0),
      }))
      return { hall: far, sold: soldInGroups(hall, 0.3, 15), chosen: [] }
    },
  },
  {
    id: 'couples-apart',
    about: 'couple seats torn apart: by an aisle, the wrong way round, one half alone, one half sold',
    facts: { seats: 39, rows: 5, couples: 13, blocks: 1, titles: 0 },
    evening() {
      const { hall, sold } = drawHall({
        rows: ['LRLR LRLR', 'L RL RLRL', 'RLRL LoRo', 'LrLR  oRL', 'ooLRLRooo'],
      })
      return { hall, sold, chosen: [0, 1] }
    },
  },
  {
    id: 'every-type',
    about: 'every type of seat beside every other, free and sold',
    facts: { seats: 72, rows: 6, couples: 6, blocks: 1, titles: 0 },
    evening() {
      const { hall, sold } = drawHall({
        rows: ['oWLRHZ ZHLRWo', 'sxlrZW oWLRsx', 'WWLRHH ZZLRoo', ...rows(3, 'oZWHxs sxHWZo')],
      })
      return { hall, sold, chosen: [1, 2, 3] }
    },
  },
  {
    id: 'long-names',
    about: 'sections with names longer than they are wide',
    facts: { seats: 96, rows: 8, couples: 0, blocks: 1, titles: 4 },
    evening() {
      const names = [
        'Premium Recliner Lounge, Left Wing (with footrests)',
        '黄金视听贵宾情侣尊享右侧特别观影区域',
        'Rear Circle, Left: reduced view, standing room behind',
        '后',
      ]
      const { hall } = drawHall(
        ...names.map((name, k) => ({
          name,
          rows: rows(4, 'oooooo'),
          origin: { x: k % 2 === 0 ? 1 : 9, y: k < 2 ? 1 : 8 },
        })),
      )
      return { hall, sold: soldInGroups(hall, 0.3, 18), chosen: [] }
    },
  },
  {
    id: 'bowed',
    about: 'rows that bow, which the plan says in steps of a fifth of a row',
    facts: { seats: 200, rows: 10, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({ rows: rows(10, 'oooooooooooooooooooo') })
      const bowed = moved(hall, ({ x, y }) => ({ x, y: 5 * y + Math.round(((x - 10.5) / 10) ** 2 * 4) }))
      return { hall: bowed, sold: soldInGroups(hall, 0.3, 19), chosen: [105, 106] }
    },
  },
  {
    id: 'arena-2000',
    about: 'twenty sections of a hundred',
    facts: { seats: 2_000, rows: 40, couples: 0, blocks: 1, titles: 20 },
    evening: () => arena({ sections: [5, 4], section: [10, 10], share: 0.3, seed: 20 }),
  },
  {
    id: 'stadium-20000',
    about: 'forty sections of five hundred',
    facts: { seats: 20_000, rows: 100, couples: 0, blocks: 1, titles: 40 },
    evening: () => arena({ sections: [8, 5], section: [25, 20], share: 0.3, seed: 21 }),
  },
  {
    id: 'field-100000',
    about: 'a hundred sections of a thousand',
    facts: { seats: 100_000, rows: 250, couples: 0, blocks: 1, titles: 100 },
    evening: () => arena({ sections: [10, 10], section: [40, 25], share: 0.3, seed: 22 }),
  },
  {
    id: 'scattered',
    about: 'seats thrown anywhere, no two of them in line',
    facts: { seats: 40, rows: 40, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const places = Array.from({ length: 40 }, (_, k) => ({
        section: 0,
        x: (k * 17) % 41,
        y: (k * 23) % 41,
      }))
      return { hall: hallAt(places, 1), sold: new Set([3, 9, 27]), chosen: [] }
    },
  },
]

interface Arena {
  /** How many sections side by side, and how many behind each other. */
  readonly sections: readonly [across: number, deep: number]
  /** Seats to a row of a section, and rows. */
  readonly section: readonly [across: number, deep: number]
  readonly share: number
  readonly seed: number
}

/** Sections in a grid with aisles between, the prices falling with the distance from the stage. */
function arena({ sections, section, share, seed }: Arena) {
  const [across, deep] = sections
  const [wide, long] = section
  const { hall } = drawHall(
    ...Array.from({ length: across * deep }, (_, s) => ({
      name: `${'ABCDEFGHIJ'.charAt(Math.floor(s / across))}${(s % across) + 1}`,
      rows: rows(long, 'o'.repeat(wide)),
      origin: { x: (s % across) * (wide + 3), y: Math.floor(s / across) * (long + 2) },
    })),
  )
  const prices = [880, 580, 380, 280, 180].map((yuan, k) => ({ name: `${k + 1}档`, yuan }))
  const bandOf = (seat: number) => {
    const s = hall.seats.section[seat] ?? 0
    const aside = Math.abs((s % across) - (across - 1) / 2) / across
    return Math.min(4, Math.floor((Math.floor(s / across) / deep) * 3.5 + aside * 3))
  }
  return { hall: priced(hall, prices, bandOf), sold: soldInGroups(hall, share, seed), chosen: [] }
}
