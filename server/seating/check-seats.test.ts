import { describe, expect, it } from 'vitest'
import { SeatId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import {
  sampleCinema,
  sampleSeat,
  sampleShow,
  sectionOne,
  sectionTwo,
} from '../catalog/test-support/sample.ts'
import { buildHall } from './build-hall.ts'
import { checkSeats } from './check-seats.ts'

const couple = (row: string, left: number) => [
  sampleSeat(`${row}-${left}`, { type: 'L' }),
  sampleSeat(`${row}-${left + 1}`, { type: 'R' }),
]
const hall = buildHall({
  cinema: sampleCinema(),
  show: sampleShow(),
  plan: {
    effectiveFrom: '2026-01-01',
    sections: [
      {
        id: sectionOne,
        name: '普通区',
        seats: [
          ...['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'].map(id => sampleSeat(id)),
          sampleSeat('B-1', { damaged: true }),
          sampleSeat('B-2', { type: 'H' }),
          sampleSeat('B-3', { type: 'W' }),
          ...couple('C', 3),
          ...couple('C', 1),
          sampleSeat('D-1', { type: 'L' }),
          sampleSeat('D-3', { type: 'N' }),
          sampleSeat('E-1', { type: 'R' }),
        ],
      },
      { id: sectionTwo, name: '贵宾区', seats: [sampleSeat('D-2', { type: 'R' })] },
    ],
  },
  areas: [],
  maxSeats: 6,
})

function problemOf(seatIds: string[]): Problem | undefined {
  try {
    checkSeats(
      hall,
      seatIds.map(id => SeatId.parse(id)),
    )
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  return undefined
}

describe('the rules of a choice of seats', () => {
  it.each([
    ['neighbours', ['A-1', 'A-2']],
    ['a wheelchair place', ['B-3']],
    ['a couple seat as a pair', ['C-3', 'C-4']],
    ['both couples of a row, named crosswise', ['C-4', 'C-1', 'C-2', 'C-3']],
    ['a half without a partner in its row and section', ['D-1']],
    ['a right half alone in its row', ['E-1']],
    ['as many as an order may have', ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6']],
  ])('allow %s', (_, seatIds) => {
    expect(problemOf(seatIds)).toBeUndefined()
  })

  it.each([
    ['one seat too many', ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'], 'too-many-seats', undefined],
    ['a damaged seat', ['A-1', 'B-1'], 'seat-not-for-sale', ['B-1']],
    ['a seat held back', ['B-2'], 'seat-not-for-sale', ['B-2']],
    ['half a couple seat', ['C-3'], 'couple-seat-split', ['C-3']],
    ['the neighbouring halves of two couples', ['C-2', 'C-3'], 'couple-seat-split', ['C-2', 'C-3']],
  ])('refuse %s', (_, seatIds, code, about) => {
    const problem = problemOf(seatIds)
    expect(problem?.code).toBe(code)
    expect(problem?.seatIds?.toSorted()).toEqual(about)
  })

  it.each([
    ['an unknown seat', ['A-1', 'Z-9'], 'seatIds.1'],
    ['the name of a built-in', ['__proto__'], 'seatIds.0'],
    ['a seat named twice', ['A-1', 'A-2', 'A-1'], 'seatIds.2'],
  ])('refuse %s and say which', (_, seatIds, field) => {
    expect(problemOf(seatIds)).toMatchObject({ code: 'invalid-request', field })
  })

  it('answer the seats in the hall’s order, whatever order they were named in', () => {
    const ids = ['A-3', 'A-1'].map(id => SeatId.parse(id))
    expect(checkSeats(hall, ids)).toEqual([0, 2])
  })
})
