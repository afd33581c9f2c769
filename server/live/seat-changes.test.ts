import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterChanges, type SeatChanges, seatChanges } from './seat-changes.ts'

describe('the changes between two lists of seats', () => {
  it.each<[string, number[], number[], SeatChanges]>([
    ['nothing', [1, 2], [1, 2], { taken: [], freed: [] }],
    ['another order is nothing', [2, 1], [1, 2], { taken: [], freed: [] }],
    ['the first seats to go', [], [4, 3], { taken: [3, 4], freed: [] }],
    ['all come back', [3, 4], [], { taken: [], freed: [3, 4] }],
    ['some of both', [1, 2, 10], [2, 9, 11], { taken: [9, 11], freed: [1, 10] }],
    ['a seat named twice', [5], [5, 6, 6], { taken: [6], freed: [] }],
  ])('%s', (_, before, after, changes) => {
    expect(seatChanges(before, after)).toEqual(changes)
  })

  it('lead from one list to the other, and name no seat that stays', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 0, max: 40 }))
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const changes = seatChanges(before, after)
        expect(afterChanges(before, changes)).toEqual(after.toSorted((a, b) => a - b))
        for (const seat of [...changes.taken, ...changes.freed])
          expect(before.includes(seat)).not.toBe(after.includes(seat))
      }),
    )
  })
})
