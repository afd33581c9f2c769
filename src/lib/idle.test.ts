import { expect, test } from 'vitest'
import { idleState } from './idle.ts'

const limit = { warnAfterMs: 45_000, leaveAfterMs: 60_000 }

test.each([
  [0, { kind: 'present' }],
  [44_999, { kind: 'present' }],
  [45_000, { kind: 'warning', leavesInMs: 15_000 }],
  [59_999, { kind: 'warning', leavesInMs: 1 }],
  [60_000, { kind: 'gone' }],
])('untouched for %i ms', (untouchedMs, state) => {
  expect(idleState(untouchedMs, limit)).toEqual(state)
})

test('without a limit nobody is sent away', () => {
  expect(idleState(3_600_000, undefined)).toEqual({ kind: 'present' })
})
