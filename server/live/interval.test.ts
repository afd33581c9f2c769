import { describe, expect, it } from 'vitest'
import { untilNextLook, type Watched } from './interval.ts'

const now = Date.parse('2026-11-23T12:00:00+08:00')
const hour = 3_600_000
const tonight: Watched = {
  now,
  startsAt: now + 7 * hour,
  sellsUntil: now + 7 * hour - 600_000,
  changedAt: undefined,
  failures: 0,
}

describe('the time until a watched show is looked at again', () => {
  it.each<[string, Partial<Watched>, number]>([
    ['calm', {}, 2_500],
    ['just changed', { changedAt: now }, 1_600],
    ['changed half a minute ago', { changedAt: now - 30_000 }, 2_000],
    ['changed five minutes ago', { changedAt: now - 300_000 }, 2_500],
    ['far off', { startsAt: now + 25 * hour, sellsUntil: now + 25 * hour }, 5_000],
    [
      'far off and lively',
      { startsAt: now + 25 * hour, sellsUntil: now + 25 * hour, changedAt: now - 60_000 },
      4_000,
    ],
    ['far off and busy', { startsAt: now + 25 * hour, sellsUntil: now + 25 * hour, changedAt: now }, 1_600],
    ['no longer on sale', { sellsUntil: now, changedAt: now }, 15_000],
    ['not answered once', { failures: 1 }, 2_500],
    ['not answered three times', { failures: 3 }, 10_000],
    [
      'far off and not answered twice',
      { startsAt: now + 25 * hour, sellsUntil: now + 25 * hour, failures: 2 },
      5_000,
    ],
    ['no longer on sale and not answered once', { sellsUntil: now, failures: 1 }, 15_000],
    ['never answered', { failures: 200 }, 60_000],
  ])('%s', (_, changes, expected) => {
    expect(untilNextLook({ ...tonight, ...changes }, 0)).toBe(expected)
  })

  it('is spread by up to a quarter, and never shorter', () => {
    expect([0, 0.5, 1].map(chance => untilNextLook(tonight, chance))).toEqual([2_500, 2_813, 3_125])
  })
})
