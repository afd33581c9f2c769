import { describe, expect, test } from 'vitest'
import { type LiveSeats, withDelta } from './live-seats.ts'

const seats: LiveSeats = { seq: 4, hallVersion: 'v1', unavailable: [1, 2] }
const delta = { from: 4, seq: 5, taken: [7], freed: [1], at: '2026-11-23T12:00:00+08:00' }

describe('a change of seats', () => {
  test('leads from one state to the next', () => {
    expect(withDelta(seats, delta)).toEqual({ seq: 5, hallVersion: 'v1', unavailable: [2, 7] })
    expect(seats.unavailable).toEqual([1, 2])
  })

  test.each([
    ['to somebody who has missed one', { ...seats, seq: 3 }],
    ['to somebody who is further already', { ...seats, seq: 5 }],
    ['to somebody who knows nothing', undefined],
  ])('says nothing %s', (_, before) => {
    expect(withDelta(before, delta)).toBeUndefined()
  })
})
