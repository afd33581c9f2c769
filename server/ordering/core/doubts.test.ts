import { describe, expect, test } from 'vitest'
import type { OrderRecord } from '../../journal/record.ts'
import {
  accepted,
  anOrder,
  aPayment,
  aRefund,
  confirming,
  minutes,
  t0,
  ticketEvidence,
} from '../test-support/record.ts'
import { timedDoubtsOf } from './doubts.ts'

const { pickupCode, bookingNo } = ticketEvidence
const ticketed = anOrder({
  state: 'TICKETED',
  nextRunAt: undefined,
  payments: [accepted],
  decision: { kind: 'TICKET', at: t0, pickupCode, bookingNo },
})
const quiet = { nextRunAt: undefined } as const
/** Paid a second before t0. */
const paidAt = t0 - 1_000

const cases: [string, OrderRecord, number, string[]][] = [
  ['an order at its end', ticketed, t0 + minutes(600), []],
  ['a payment that nobody has paid', anOrder({ ...quiet, payments: [aPayment()] }), t0 + minutes(600), []],
  ['an order that is due', anOrder(), t0 + minutes(2) - 1, []],
  ['an order that is due for two minutes', anOrder(), t0 + minutes(2), ['overdue']],
  [
    'an order that somebody works on',
    anOrder({ lease: { owner: 'w', until: t0 + minutes(6) } }),
    t0 + minutes(5),
    [],
  ],
  [
    'an order whose worker has died',
    anOrder({ lease: { owner: 'w', until: t0 + minutes(4) } }),
    t0 + minutes(6),
    ['overdue'],
  ],
  ['a paid order', confirming({}, quiet), paidAt + minutes(16) - 1, []],
  ['an order paid 16 minutes ago', confirming({}, quiet), paidAt + minutes(16), ['undecided']],
  [
    'an order refunded for an hour',
    anOrder({ ...quiet, refunds: [aRefund({ state: 'PROCESSING' })] }),
    t0 + minutes(60),
    ['refund-slow'],
  ],
  [
    'refunds that are through or closed',
    anOrder({ ...quiet, refunds: [aRefund({ state: 'SUCCESS' }), aRefund({ state: 'CLOSED' })] }),
    t0 + minutes(600),
    [],
  ],
  [
    'all at once',
    confirming({}, { refunds: [aRefund()] }),
    t0 + minutes(60),
    ['overdue', 'undecided', 'refund-slow'],
  ],
]

describe('time puts in doubt', () => {
  test.each(cases)('%s', (_, order, now, doubts) => {
    expect(timedDoubtsOf(order, now).map(({ reason }) => reason)).toEqual(doubts)
  })

  test('from the moment on that it says', () => {
    expect(timedDoubtsOf(confirming({}, quiet), t0 + minutes(99))).toEqual([
      { reason: 'undecided', at: paidAt + minutes(16) },
    ])
  })
})
