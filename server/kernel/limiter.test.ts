import { describe, expect, it } from 'vitest'
import { createLimiter } from './limiter.ts'

function limiterWithClock(maxKeys = 10) {
  const clock = { nowMs: 0, now: () => clock.nowMs }
  return { clock, limiter: createLimiter({ clock, burst: 3, perMinute: 6, maxKeys }) }
}

describe('a limiter', () => {
  it('lets a burst pass, then says how long to wait, and is right about it', () => {
    const { clock, limiter } = limiterWithClock()
    expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 10_000])
    clock.nowMs = 9_999
    expect(limiter.take('a')).toBe(1)
    clock.nowMs = 10_000
    expect(limiter.take('a')).toBe(0)
  })

  it('counts every key on its own', () => {
    const { limiter } = limiterWithClock()
    for (const _ of [1, 2, 3]) limiter.take('a')
    expect(limiter.take('b')).toBe(0)
    expect(limiter.take('a')).toBeGreaterThan(0)
  })

  it('takes an act back, but never beyond the burst', () => {
    const { limiter } = limiterWithClock()
    for (const _ of [1, 2, 3, 4, 5]) limiter.giveBack('a')
    expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 10_000])
    limiter.giveBack('a')
    expect(limiter.take('a')).toBe(0)
  })

  it('is not fooled by a clock that goes back', () => {
    const { clock, limiter } = limiterWithClock()
    clock.nowMs = 100_000
    for (const _ of [1, 2, 3]) limiter.take('a')
    clock.nowMs = 0
    expect(limiter.take('a')).toBeGreaterThan(0)
  })

  it('remembers no more keys than it may', () => {
    const { limiter } = limiterWithClock(2)
    for (const _ of [1, 2, 3]) limiter.take('a')
    limiter.take('b')
    limiter.take('c')
    expect(limiter.take('a')).toBe(0)
  })
})
