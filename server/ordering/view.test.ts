import { describe, expect, test } from 'vitest'
import { anOrder, half, halves, held, t0 } from './test-support/record.ts'
import { viewOrder } from './view.ts'

describe('the payment that a screen shows of an order in parts', () => {
  const open = { role: undefined, state: { kind: 'open', qr: 'the qr', declined: false } } as const
  const cash = { role: undefined, state: { kind: 'open', qr: undefined, declined: false } } as const
  const shown = (...payments: ReturnType<typeof half>[]) =>
    viewOrder(anOrder({ state: 'PAYING', lock: held, shares: halves, payments }), t0).payment

  // Both were begun in one instant: which of them the journal names first says nothing.
  test.each([
    ['after the cash', [half('cash', cash), half('sandbox', open)]],
    ['before the cash', [half('sandbox', open), half('cash', cash)]],
  ])('is the one with a QR, %s', (_where, payments) => {
    expect(shown(...payments)).toMatchObject({ provider: 'sandbox', status: 'open', qr: 'the qr' })
  })

  test('is the cash once the rest is paid', () => {
    expect(shown(half('sandbox'), half('cash', cash))).toMatchObject({ provider: 'cash', status: 'open' })
  })
})
