import { describe, expect, it } from 'vitest'
import type { PriceBand } from '#contract/hall.ts'
import { bandTones } from './band-tones.ts'

const bandAt = (ticketFen: number, feeFen = 0): PriceBand => ({
  id: String(ticketFen),
  kind: 'area',
  ticketFen,
  feeFen,
})

describe('the tones of price bands', () => {
  it('follow the price, not the order of the hall', () => {
    expect(bandTones([bandAt(9800), bandAt(4500), bandAt(6000)])).toEqual([2, 0, 1])
  })

  it('are the same for the same price, the fee included', () => {
    expect(bandTones([bandAt(5000), bandAt(4700, 300), bandAt(5100)])).toEqual([0, 0, 1])
  })

  it('begin again when there are more prices than tones', () => {
    expect(bandTones([1, 2, 3, 4, 5, 6, 7].map(fen => bandAt(fen)))).toEqual([0, 1, 2, 3, 4, 5, 0])
  })
})
