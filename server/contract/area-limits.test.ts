import { describe, expect, it } from 'vitest'
import { areaLimits, areaLimitText } from './area-limits.ts'
import type { PriceBand } from './hall.ts'
import { drawSeats } from './test-support/draw-seats.ts'

const bands: PriceBand[] = [
  { id: 'base', kind: 'base', ticketFen: 4000, feeFen: 0 },
  { id: 'area:黄金区', kind: 'area', name: '黄金区', ticketFen: 6000, feeFen: 0 },
]
const hall = { ...drawSeats('_a_a'), bands }

describe('what the price areas forbid', () => {
  it.each<[string, { byCard?: number[]; fen?: number }, string[]]>([
    ['nothing at the area’s own price', { fen: 6000 }, []],
    ['a benefit card for the seats in the area', { byCard: [0, 1], fen: 6000 }, ['no-benefit-card 1']],
    ['no benefit card outside the areas', { byCard: [0, 2], fen: 6000 }, []],
    ['less than the area’s price', { fen: 5999 }, ['below-area-price 1,3']],
    ['each seat for one thing only', { byCard: [1], fen: 5999 }, ['no-benefit-card 1', 'below-area-price 3']],
  ])('%s', (_, { byCard = [], fen = 0 }, expected) => {
    const limits = areaLimits(hall, [0, 1, 2, 3], { byBenefitCard: new Set(byCard), ticketFen: () => fen })
    expect(limits.map(({ limit, seats }) => `${limit} ${seats.join()}`)).toEqual(expected)
  })

  it('is said at the seat', () => {
    expect(areaLimitText(hall, { limit: 'no-benefit-card', seats: [1] })).toEqual({
      zh: 'Z排97座在分区定价区，不能用联名卡付款',
      en: 'Row Z seat 97: in a price area, where a benefit card cannot pay',
    })
    expect(areaLimitText(hall, { limit: 'below-area-price', seats: [1, 3] }).en).toBe(
      'Row Z seats 97, 93: not sold below the price of its area',
    )
  })
})
