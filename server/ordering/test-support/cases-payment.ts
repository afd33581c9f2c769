import type { OrderRecord } from '../../journal/record.ts'
import { accepted, anOrder, aPayment, confirming, half, halves, held, minutes, t0 } from './record.ts'
import type { Case } from './rule-case.ts'

const paying = (change = {}) => anOrder({ state: 'PAYING', lock: held, payments: [aPayment(change)] })
const closing = (change = {}, order = {}) =>
  anOrder({ state: 'CLOSING', lock: held, reason: 'cancelled', payments: [aPayment(change)], ...order })
const inParts = (payments: OrderRecord['payments'], order: Partial<OrderRecord> = {}) =>
  anOrder({ state: 'PAYING', lock: held, shares: halves, payments, ...order })
const open = { kind: 'open', qr: undefined, declined: false } as const
const creating = { state: { kind: 'creating' } as const, createTries: 0, createAt: undefined }

/** Opening, watching and closing a payment. */
export const paymentCases: readonly Case[] = [
  ['a payment not yet asked for', paying(creating), t0, 'open the payment'],
  ['a QR that did not come', paying({ ...creating, createTries: 1, createAt: t0 }), t0, 3_000],
  [
    'a QR that does not come at all',
    paying({ ...creating, createTries: 3, createAt: t0 }),
    t0,
    'close the payment',
  ],
  ['an open payment', paying({ createAt: t0 }), t0, 2_000],
  ['an open payment, two seconds on', paying({ createAt: t0 }), t0 + 2_000, 'watch the payment'],
  [
    'an open payment, minutes on',
    paying({ createAt: t0, lastAskedAt: t0 + minutes(3) }),
    t0 + minutes(3),
    5_000,
  ],
  ['a payment the provider closed', paying({ state: { kind: 'closed' } }), t0, 'payment was closed'],
  ['a payment past its deadline', paying(), t0 + minutes(7), 'payment time is over'],
  [
    'an older payment still open',
    anOrder({
      state: 'PAYING',
      lock: held,
      payments: [aPayment({ outTradeNo: 'F0' }), aPayment({ createAt: t0 })],
    }),
    t0,
    'close the payment',
  ],
  [
    'two parts to be opened, the second first',
    inParts([
      half('sandbox', { state: { kind: 'creating' }, role: undefined, createTries: 1, createAt: t0 }),
      half('cash', { state: { kind: 'creating' }, role: undefined, createTries: 0, createAt: undefined }),
    ]),
    t0,
    'open the payment',
  ],
  [
    'one part paid, the other open',
    inParts([half('sandbox'), half('cash', { state: open, role: undefined, createAt: t0 })]),
    t0,
    2_000,
  ],
  [
    'one part paid, the other closed',
    inParts([half('sandbox'), half('cash', { state: { kind: 'closed' }, role: undefined })]),
    t0,
    'payment was closed',
  ],
  [
    'a second payment open for a part that is paid',
    inParts([
      half('sandbox'),
      half('sandbox', { outTradeNo: 'F9', state: open, role: undefined }),
      half('cash', { state: open, role: undefined, createAt: t0 }),
    ]),
    t0,
    'close the payment',
  ],
  [
    'given up with one part paid',
    inParts([half('sandbox'), half('cash', { state: { kind: 'closed' }, role: undefined })], {
      state: 'CLOSING',
      reason: 'cancelled',
    }),
    t0,
    'payment is proven closed',
  ],
  ['a payment to close', closing(), t0, 'close the payment'],
  ['a close without an answer', closing({ closeTries: 2, closeAt: t0 }), t0, 6_000],
  [
    'a close without an answer for long',
    closing({ closeTries: 12, closeAt: t0 + minutes(16) }),
    t0 + minutes(16),
    minutes(1),
  ],
  [
    'a close without an answer for ten minutes',
    closing({ closeTries: 12, closeAt: t0 + minutes(17) }),
    t0 + minutes(17),
    'payment stays unproven',
  ],
  [
    '... which a person knows of',
    closing(
      { closeTries: 12, closeAt: t0 + minutes(17) },
      { attention: [{ reason: 'payment-unproven', at: t0 }] },
    ),
    t0 + minutes(17),
    minutes(5),
  ],
  ['a payment proven closed', closing({ state: { kind: 'closed' } }), t0, 'payment is proven closed'],
  [
    'a payment open beside the accepted one',
    confirming({}, { payments: [accepted, aPayment({ outTradeNo: 'F2' })] }),
    t0,
    'close the payment',
  ],
]
