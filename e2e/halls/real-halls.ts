import { drawHall } from '#src/features/seating/test-hall.ts'
import type { PlannedHall } from './planned-hall.ts'
import { moved, priced, rows, soldInGroups } from './shape.ts'

/** Halls as cinemas have them. */
export const realHalls: readonly PlannedHall[] = [
  {
    id: 'vip-24',
    about: 'a lounge of 24 seats, most of them couple seats',
    facts: { seats: 24, rows: 3, couples: 8, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({ rows: ['oo oo oo oo', 'LR LR LR LR', 'LR LR LR LR'] })
      return { hall, sold: new Set([0, 1, 12, 13]), chosen: [10, 11] }
    },
  },
  {
    id: 'centre-aisle-120',
    about: 'ten rows with an aisle through the middle',
    facts: { seats: 120, rows: 10, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({ rows: rows(10, 'oooooo oooooo') })
      return { hall, sold: soldInGroups(hall, 0.3, 2), chosen: [75, 76] }
    },
  },
  {
    id: 'two-aisles-300',
    about: 'fifteen rows, two aisles, couple seats at the back',
    facts: { seats: 300, rows: 15, couples: 9, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({
        rows: [...rows(14, 'ooooo oooooooooo ooooo'), 'oLRLR LRLRLRLRLR LRLRo'],
      })
      return { hall, sold: soldInGroups(hall, 0.35, 3), chosen: [149, 150, 151] }
    },
  },
  {
    id: 'imax-441',
    about: 'rows that grow towards the back, every second one half a seat aside',
    facts: { seats: 441, rows: 18, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const wide = Array.from({ length: 18 }, (_, row) => {
        const seats = 16 + row
        return `${' '.repeat(Math.floor((33 - seats) / 2))}${'o'.repeat(seats)}`
      })
      const { hall } = drawHall({ rows: wide })
      const centred = moved(hall, ({ x, y }) => ({ x: 2 * x + (y % 2), y }))
      return { hall: centred, sold: soldInGroups(hall, 0.25, 4), chosen: [290, 291, 292, 293] }
    },
  },
  {
    id: 'stalls-and-balcony',
    about: 'a balcony behind the stalls, in one plan',
    facts: { seats: 360, rows: 17, couples: 0, blocks: 1, titles: 2 },
    evening() {
      const { hall } = drawHall(
        { name: '池座', rows: rows(12, 'oooooo oooooooo oooooo') },
        { name: '楼座', rows: rows(5, 'oooooooo oooooooo oooooooo'), origin: { x: -1, y: 15 } },
      )
      const bands = [{ yuan: 45 }, { name: '楼座', yuan: 38 }]
      const both = priced(hall, bands, seat => hall.seats.section[seat] ?? 0)
      return { hall: both, sold: soldInGroups(hall, 0.3, 5), chosen: [] }
    },
  },
  {
    id: 'wheelchairs',
    about: 'wheelchair places in the first row and at the ends of the last',
    facts: { seats: 102, rows: 8, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const { hall, sold } = drawHall({
        rows: ['WWo ooooooo oWW', ...rows(6, 'ooo ooossss ooo'), 'WW  ooooooo  WW'],
      })
      return { hall, sold, chosen: [0, 2] }
    },
  },
  {
    id: 'four-areas',
    about: 'four prices, the dearest in the middle',
    facts: { seats: 216, rows: 12, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({ rows: rows(12, 'oooo oooooooooo oooo') })
      const prices = [
        { yuan: 40 },
        { name: '优选区', yuan: 48 },
        { name: '黄金区', yuan: 58 },
        { name: '前排特惠', yuan: 30 },
      ]
      const area = (seat: number) => {
        const row = Math.floor(seat / 18)
        const fromMiddle = Math.abs((seat % 18) - 8.5)
        if (row < 2) return 3
        if (row > 4 && row < 10 && fromMiddle < 4) return 2
        return row > 2 && fromMiddle < 6 ? 1 : 0
      }
      return { hall: priced(hall, prices, area), sold: soldInGroups(hall, 0.25, 7), chosen: [134, 135] }
    },
  },
  {
    id: 'side-by-side',
    about: 'two sections beside each other',
    facts: { seats: 160, rows: 10, couples: 0, blocks: 1, titles: 2 },
    evening() {
      const { hall } = drawHall(
        { name: 'A区', rows: rows(10, 'oooooooo') },
        { name: 'B区', rows: rows(10, 'oooooooo'), origin: { x: 12, y: 1 } },
      )
      return { hall, sold: soldInGroups(hall, 0.4, 8), chosen: [] }
    },
  },
  {
    id: 'pillars',
    about: 'pillars stand where seats would be, and the projector takes a corner of the last row',
    facts: { seats: 172, rows: 12, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({
        rows: [
          ...rows(3, 'oooooooooooooooo'),
          ...rows(2, 'ooo  oooooo  ooo'),
          ...rows(4, 'oooooooooooooooo'),
          ...rows(2, 'ooo  oooooo  ooo'),
          'ooooooo    ooooo',
        ],
      })
      return { hall, sold: soldInGroups(hall, 0.3, 9), chosen: [60] }
    },
  },
  {
    id: 'worn',
    about: 'an old hall: broken seats, seats kept back, much of it sold',
    facts: { seats: 112, rows: 8, couples: 2, blocks: 1, titles: 0 },
    evening() {
      const { hall, sold } = drawHall({
        rows: [
          'HHHHHHH HHHHHHH',
          'oooxooo oooooss',
          'oosssoo ooxoooo',
          'xoossss sssoooo',
          'ooossss ssssooo',
          'oossoss sxsoooo',
          'oooosoo ooxxooo',
          'ooLRoos lroooHH',
        ],
      })
      return { hall, sold, chosen: [100, 101] }
    },
  },
  {
    id: 'colliding',
    about: 'two floors that the plan counts from the same corner',
    facts: { seats: 140, rows: 12, couples: 0, blocks: 2, titles: 2 },
    evening() {
      const { hall } = drawHall(
        { name: '一层', rows: rows(7, 'oooooo oooooo') },
        { name: '二层', rows: [...rows(4, 'oooooo oooooo'), '  oooo oooo'] },
      )
      return { hall, sold: soldInGroups(hall, 0.3, 11), chosen: [] }
    },
  },
  {
    id: 'motion-4dx',
    about: 'seats that move, four to a platform',
    facts: { seats: 96, rows: 6, couples: 0, blocks: 1, titles: 0 },
    evening() {
      const { hall } = drawHall({ rows: rows(6, 'ZZZZ ZZZZ ZZZZ ZZZZ') })
      return { hall, sold: soldInGroups(hall, 0.3, 12), chosen: [40, 41] }
    },
  },
]
