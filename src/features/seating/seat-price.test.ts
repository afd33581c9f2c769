import { expect, it } from 'vitest'
import { seatPrice } from './seat-price.ts'
import { drawHall } from './test-hall.ts'

const { hall } = drawHall({ rows: ['o'] })

it.each([
  ['ticket', 4800],
  ['order', 4500],
] as const)('a seat with a fee per %s costs %i', (feeKind, price) => {
  expect(seatPrice({ ...hall, feeKind }, 0)).toBe(price)
})
