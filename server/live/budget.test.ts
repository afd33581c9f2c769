import { describe, expect, it } from 'vitest'
import { burstMs, msPerCall, type Spent, spend } from './budget.ts'

const now = 1_000_000

describe('a cinema’s budget of calls', () => {
  it.each<[string, number | undefined, number, Spent]>([
    ['a first call', undefined, 1, { kind: 'spent', paidUpTo: now + msPerCall }],
    ['a call after a long pause', now - 60_000, 3, { kind: 'spent', paidUpTo: now + 3 * msPerCall }],
    ['the last call that there is room for', now + 5_900, 1, { kind: 'spent', paidUpTo: now + burstMs }],
    ['one too many', now + burstMs, 1, { kind: 'wait', ms: msPerCall }],
    ['two too many', now + 5_900, 3, { kind: 'wait', ms: 2 * msPerCall }],
    [
      'more sections than there is ever room for',
      undefined,
      1_000,
      { kind: 'spent', paidUpTo: now + burstMs },
    ],
  ])('%s', (_, paidUpTo, calls, expected) => {
    expect(spend(paidUpTo, now, calls)).toEqual(expected)
  })

  it('lets through what it says and no more', () => {
    let paidUpTo: number | undefined
    let passed = 0
    for (let at = now; at <= now + 60_000; at += 10) {
      const spent = spend(paidUpTo, at, 1)
      if (spent.kind === 'wait') continue
      paidUpTo = spent.paidUpTo
      passed += 1
    }
    expect(passed).toBe((60_000 + burstMs) / msPerCall)
  })
})
