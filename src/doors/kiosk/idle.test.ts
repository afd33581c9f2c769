import { describe, expect, test } from 'vitest'
import { OrderStatus } from '#contract/order.ts'
import { idleLimit } from './idle.ts'

describe('whom the kiosk may send away', () => {
  test('nobody while a payment is open or money is on its way', () => {
    const kept = OrderStatus.options.filter(status => idleLimit({ attract: false, status }) === undefined)
    expect(kept).toEqual(['paying', 'closing', 'issuing', 'returning', 'refunding'])
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
