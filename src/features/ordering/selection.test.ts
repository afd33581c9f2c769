import { describe, expect, test } from 'vitest'
import { Hall } from '#contract/hall.ts'
import { SeatId } from '#contract/ids.ts'
import { seatNameAt } from './seat-names.ts'
import { expectedTotal, seatIdsAt, seatIndexes } from './selection.ts'

const hall = (feeKind: 'ticket' | 'order') =>
  Hall.parse({
    showId: '681~1001',
    cinemaId: '681',
    hallId: '1',
    name: '1号厅',
    version: 'v1',
    sections: [{ id: 's', name: '' }],
    bands: [
      { id: 'gold', kind: 'area', name: '黄金区', ticketFen: 6000, feeFen: 300 },
      { id: 'base', kind: 'base', ticketFen: 4000, feeFen: 300 },
    ],
    feeKind,
    seats: {
      id: ['x', 'y', 'z'],
      section: [0, 0, 0],
      band: [0, 1, 1],
      row: ['5', '5', '情侣A'],
      column: ['7', '8', '1'],
      x: [1, 2, 3],
      y: [1, 1, 2],
      type: ['N', 'N', 'N'],
      damaged: [],
    },
    maxSeats: 6,
  })

describe('what chosen seats come to', () => {
  test.each([
    ['ticket', [0, 1], 6000 + 300 + 4000 + 300],
    ['order', [0, 1], 6000 + 4000 + 300],
    ['order', [], 0],
    ['ticket', [99], 0],
  ] as const)('with a fee per %s, seats %j: %i fen', (feeKind, seats, total) => {
    expect(expectedTotal(hall(feeKind), seats)).toBe(total)
  })
})

test('ids and positions are each other’s inverse, in the guest’s order', () => {
  const ids = seatIdsAt(hall('ticket'), [2, 0])
  expect(ids).toEqual(['z', 'x'])
  expect(seatIndexes(hall('ticket'), ids)).toEqual([2, 0])
  expect(seatIndexes(hall('ticket'), [SeatId.parse('gone'), SeatId.parse('y')])).toEqual([1])
})

test('in a hall of several sections a seat is named with its own', () => {
  const two = {
    ...hall('ticket'),
    sections: [
      { id: 's', name: '池座' },
      { id: 't', name: '看台' },
    ],
  }
  expect(seatNameAt(Hall.parse(two), 0, 'zh')).toBe('池座5排7座')
})

test('seats are named as they are labelled, letters and all', () => {
  expect(seatNameAt(hall('ticket'), 2, 'zh')).toBe('情侣A排1座')
  expect(seatNameAt(hall('ticket'), 1, 'en')).toBe('Row 5 Seat 8')
})
