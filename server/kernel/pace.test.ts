import { expect, test } from 'vitest'
import { pacedClock } from './pace.ts'

test.each([
  [1, 5_000, 105_000],
  [60, 5_000, 400_000],
  [60, 5_001, 400_060],
  [0.5, 5_001, 102_500],
])('a time %s as fast as the machine’s is, %s ms later, at %s', (times, later, expected) => {
  const clock = pacedClock({ now: () => 7_000 + later }, { times, since: 7_000, from: 100_000 })
  expect(clock.now()).toBe(expected)
})
