import { describe, expect, it } from 'vitest'
import { burstMs, msPerCall, type Spent, spend } from './budget.ts'

const now = 1_000_000

describe('a cinema’s budget of calls', () => {
  it.each<[string, number | undefined, number, Spent]>([
    ['a first call', undefined, 1, { paidUpTo: now + msPerCall, waitMs: 0 }],
    ['a call after a long pause', now - 60_000, 3, { paidUpTo: now + 3 * msPerCall, waitMs: 0 }],
    ['the last call of a burst', now + burstMs - msPerCall, 1, { paidUpTo: now + burstMs, waitMs: 0 }],
    ['one more', now + burstMs, 1, { paidUpTo: now + burstMs + msPerCall, waitMs: msPerCall }],
    ['more sections than a burst has room for', undefined, 70, { paidUpTo: now + 3_500, waitMs: 500 }],
  ])('%s', (_, paidUpTo, calls, expected) => {
    expect(spend(paidUpTo, now, calls)).toEqual(expected)
  })

  it('lets calls through in their order, no more of them than it says', () => {
    let paidUpTo: number | undefined
    const passed: number[] = []
    for (let at = now; at < now + 60_000; at += 25) {
      const spent = spend(paidUpTo, at, 1)
      paidUpTo = spent.paidUpTo
      passed.push(at + spent.waitMs)
    }
    expect(passed.toSorted((a, b) => a - b)).toEqual(passed)
    for (const from of [now, now + 10_000, now + 50_000]) {
      const within = passed.filter(at => at >= from && at < from + 10_000).length
      expect(within).toBeLessThanOrEqual((10_000 + burstMs) / msPerCall)
    }
  })
})
