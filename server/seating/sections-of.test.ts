import { expect, it } from 'vitest'
import { SeatId } from '#contract/ids.ts'
import {
  sampleCinema,
  sampleSeat,
  sampleShow,
  sectionOne,
  sectionTwo,
} from '../catalog/test-support/sample.ts'
import { buildHall } from './build-hall.ts'
import { sectionsOf } from './sections-of.ts'

const hall = buildHall({
  cinema: sampleCinema(),
  show: sampleShow(),
  plan: {
    effectiveFrom: '2026-01-01',
    sections: [
      { id: sectionOne, name: '普通区', seats: [sampleSeat('A-1'), sampleSeat('A-2')] },
      { id: sectionTwo, name: '贵宾区', seats: [sampleSeat('V-1')] },
    ],
  },
  areas: [],
  maxSeats: 6,
})
const seatIds = (...ids: string[]) => ids.map(id => SeatId.parse(id))

it('every seat is in its section', () => {
  const [vip, plain] = seatIds('V-1', 'A-2')
  expect(sectionsOf(hall, seatIds('V-1', 'A-2'))).toEqual(
    new Map([
      [vip, sectionTwo],
      [plain, sectionOne],
    ]),
  )
})

it('a seat of another hall is in none', () => {
  expect(() => sectionsOf(hall, seatIds('A-1', 'B-1'))).toThrow(RangeError)
})
