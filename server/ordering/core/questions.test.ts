import { describe, expect, test } from 'vitest'
import type { OrderRecord } from '../../journal/record.ts'
import {
  accepted,
  anOrder,
  aPayment,
  aRefund,
  confirming,
  held,
  minutes,
  reversing,
  t0,
} from '../test-support/record.ts'
import { questions } from './questions.ts'

const aboutF1 = { kind: 'ask payment', outTradeNo: 'F1' }
const aboutTickets = { kind: 'ask order', lockId: 'L1' }
const asked = {
  kind: 'asked',
  at: t0,
  count: 0,
  lastAt: undefined,
  notProcessed: 0,
  answer: 'none',
  answeredAt: undefined,
  code: undefined,
} as const
const later = t0 + minutes(1)

const cases: [string, OrderRecord, number, object[]][] = [
  ['a draft', anOrder(), later, []],
  ['a hold that was never confirmed', anOrder({ state: 'LOCKED', lock: held }), later, []],
  ['a payment that was never sent', anOrder({ payments: [aPayment({ createTries: 0 })] }), later, []],
  [
    'a payment that counts as closed',
    anOrder({ payments: [aPayment({ state: { kind: 'closed' } })] }),
    later,
    [aboutF1],
  ],
  ['a confirm sent a minute ago', confirming(), later, [aboutF1, aboutTickets]],
  ['a confirm sent just now', confirming(), later - 1, [aboutF1]],
  ['a reversal sent just now', reversing(), t0 + minutes(13), [aboutF1]],
  [
    'a return that is asked for and not sent',
    confirming({}, { giveBack: asked }),
    later,
    [aboutF1, aboutTickets],
  ],
  ['a return sent just now', confirming({}, { giveBack: { ...asked, lastAt: later } }), later, [aboutF1]],
  [
    'a confirm whose lock is released',
    confirming({}, { lock: { kind: 'released', lockId: 'L1', at: t0 } }),
    later,
    [aboutF1, aboutTickets],
  ],
  [
    'refunds at every stage',
    anOrder({
      payments: [accepted],
      refunds: (['PENDING', 'SENT', 'PROCESSING', 'ABNORMAL', 'SUCCESS', 'CLOSED'] as const).map(state =>
        aRefund({ state, outRefundNo: state }),
      ),
    }),
    later,
    [
      aboutF1,
      ...['SENT', 'PROCESSING', 'ABNORMAL'].map(outRefundNo => ({ kind: 'ask refund', outRefundNo })),
    ],
  ],
]

describe('what can be asked now', () => {
  test.each(cases)('about %s', (_, order, now, expected) => {
    expect(questions(order, now)).toEqual(expected)
  })
})
