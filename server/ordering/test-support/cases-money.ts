import type { OrderRecord } from '../../journal/record.ts'
import { accepted, anOrder, aPayment, aRefund, half, halves, held, minutes, paidState, t0 } from './record.ts'
import { type Case, refunding } from './rule-case.ts'

const owed = (refunds: OrderRecord['refunds']) => refunding({ refunds })

/** Money that has to go back. */
export const moneyCases: readonly Case[] = [
  ['a decision to refund', owed([]), t0, 'owe a refund'],
  [
    'a second payment of a ticketed order',
    anOrder({
      state: 'TICKETED',
      payments: [accepted, aPayment({ outTradeNo: 'F2', state: paidState, role: 'DUPLICATE' })],
    }),
    t0,
    'owe a refund',
  ],
  [
    'the accepted payment of a ticketed order',
    anOrder({ state: 'TICKETED', payments: [accepted] }),
    t0,
    undefined,
  ],
  ['a refund to send', owed([aRefund()]), t0, 'send the refund'],
  [
    'a refund whose answer is lost',
    owed([aRefund({ state: 'SENT', tries: 1, lastAt: t0 + minutes(4) })]),
    t0 + minutes(4),
    minutes(1),
  ],
  [
    'a refund to ask about',
    owed([aRefund({ state: 'SENT', tries: 1, lastAt: t0 })]),
    t0 + minutes(1),
    'ask about the refund',
  ],
  [
    'a refund being worked on',
    owed([aRefund({ state: 'PROCESSING', tries: 1, polls: 5, lastAt: t0 + minutes(30) })]),
    t0 + minutes(35),
    'ask about the refund',
  ],
  ['a refund finally closed', owed([aRefund({ state: 'CLOSED' })]), t0, 'owe a refund'],
  ['a refund that came', owed([aRefund({ state: 'SUCCESS' })]), t0, 'money is back'],
  [
    'money after the money was back',
    refunding({
      state: 'REFUNDED',
      payments: [accepted, aPayment({ outTradeNo: 'F2', state: paidState, role: 'DUPLICATE' })],
      refunds: [
        aRefund({ state: 'SUCCESS' }),
        aRefund({ outTradeNo: 'F2', outRefundNo: 'F2R1', state: 'PROCESSING', lastAt: t0 }),
      ],
    }),
    t0,
    'more money to return',
  ],
  [
    'refunded for a wrong part, the other part still to be closed',
    anOrder({
      state: 'REFUNDED',
      reason: 'payment-mismatch',
      decision: { kind: 'REFUND', at: t0 },
      lock: held,
      shares: halves,
      payments: [
        half('cash', { role: 'MISMATCH' }),
        half('sandbox', {
          state: { kind: 'open', qr: undefined, declined: false },
          role: undefined,
          closeTries: 1,
          closeAt: t0,
        }),
      ],
      refunds: [aRefund({ outTradeNo: 'F cash', outRefundNo: 'F cashR1', state: 'SUCCESS' })],
    }),
    t0,
    3_000,
  ],
]
