import { describe, expect, test } from 'vitest'
import { OrderStatus } from '#contract/order.ts'
import { idleLimit, idleState } from './idle.ts'

describe('whom the kiosk may send away', () => {
  test('nobody while a payment is open or money is on its way', () => {
    const kept = OrderStatus.options.filter(status => idleLimit({ attract: false, status }) === undefined)
    expect(kept).toEqual(['paying', 'closing', 'issuing', 'refunding'])
  })

  test('the first screen waits for ever, unless seats are still held behind it', () => {
    expect(idleLimit({ attract: true, status: undefined })).toBeUndefined()
    expect(idleLimit({ attract: true, status: 'held' })).toEqual({
      warnAfterMs: 60_000,
      leaveAfterMs: 75_000,
    })
    expect(idleLimit({ attract: true, status: 'paying' })).toBeUndefined()
  })

  test('a ticket is put away after half a minute', () => {
    expect(idleLimit({ attract: false, status: 'ticketed' })).toEqual({
      warnAfterMs: 15_000,
      leaveAfterMs: 30_000,
    })
  })
})

test.each([
  [59_999, { kind: 'present' }],
  [60_000, { kind: 'warning', leavesInMs: 15_000 }],
  [74_999, { kind: 'warning', leavesInMs: 1 }],
  [75_000, { kind: 'gone' }],
] as const)('after %i ms untouched: %j', (untouched, state) => {
  expect(idleState(untouched, { warnAfterMs: 60_000, leaveAfterMs: 75_000 })).toEqual(state)
})

test('without a limit nobody is ever gone', () => {
  expect(idleState(86_400_000, undefined)).toEqual({ kind: 'present' })
})
