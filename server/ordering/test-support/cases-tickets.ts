import type { OrderRecord } from '../../journal/record.ts'
import {
  accepted,
  anOrder,
  aRefund,
  confirming,
  held,
  minutes,
  reversing,
  t0,
  ticketEvidence,
} from './record.ts'
import { type Case, refunding } from './rule-case.ts'

const upstream = (change: Partial<OrderRecord['upstream']>) => ({ ...anOrder().upstream, ...change })
const lastTry = { lastAt: t0 + minutes(12), count: 13 }
const asked = (at: number, more: Partial<OrderRecord['upstream']> = {}) => ({
  upstream: upstream({ lastAskedAt: at, ...more }),
})

const frozen = { confirm: { kind: 'frozen', payload: 'frozen' } as const }
const success = {
  status: { is: 'ticket_success', askedAt: t0 + minutes(14) } as const,
  tickets: ticketEvidence,
}

/** From paid to tickets or to the proof that there are none. */
export const ticketCases: readonly Case[] = [
  ['paid', anOrder({ state: 'PAID', lock: held, payments: [accepted] }), t0, 'freeze the confirm'],
  [
    'paid, found after the end of sale',
    anOrder({ state: 'PAID', lock: held, payments: [accepted] }),
    t0 + minutes(360),
    'paid too late to confirm',
  ],
  ['frozen', confirming({}, frozen), t0, 'confirm'],
  [
    'frozen, found after the end of sale',
    confirming({}, frozen),
    t0 + minutes(360),
    'paid too late to confirm',
  ],
  ['sent', confirming(), t0, minutes(1)],
  ['a minute without an answer', confirming(), t0 + minutes(1), 'ask before going on'],
  ['asked, and still no answer', confirming({}, asked(t0 + minutes(1))), t0 + minutes(1), 'confirm again'],
  [
    'asked before the minute was over',
    confirming({}, asked(t0 + 30_000)),
    t0 + minutes(1),
    'ask before going on',
  ],
  [
    'thirteen confirms',
    confirming(lastTry, asked(t0 + minutes(13), { cloudOrderId: 'C1' })),
    t0 + minutes(13),
    'reverse',
  ],
  [
    'minute 13 with a confirm still fresh',
    confirming(
      { lastAt: t0 + minutes(12) + 5_000, count: 13 },
      asked(t0 + minutes(13), { cloudOrderId: 'C1' }),
    ),
    t0 + minutes(13),
    5_000,
  ],
  [
    'T2: minute 13 without the cloud’s number',
    confirming(lastTry, asked(t0 + minutes(13))),
    t0 + minutes(13),
    minutes(1),
  ],
  ['T2: a minute later', confirming(lastTry, asked(t0 + minutes(13))), t0 + minutes(14), 'only ask'],
  [
    'T7: the film has started',
    confirming(lastTry, { startsAt: t0 + minutes(13), ...asked(t0 + minutes(13), { cloudOrderId: 'C1' }) }),
    t0 + minutes(13),
    'unsettled for too long',
  ],
  [
    'tickets by the confirm',
    confirming({}, { upstream: upstream({ tickets: ticketEvidence }) }),
    t0,
    'tickets are out',
  ],
  [
    'T3: a pickup code while it waits',
    confirming(
      {},
      asked(t0 + minutes(1), {
        cloudOrderId: 'C1',
        status: { is: 'wait_ticket', askedAt: t0 + minutes(1) },
      }),
    ),
    t0 + minutes(1),
    'confirm again',
  ],
  ['a no to the only attempt', confirming({ negatives: 1 }), t0, 'no tickets'],
  [
    'a no after an attempt that was not processed',
    confirming({ count: 2, notProcessed: 1, negatives: 1 }),
    t0,
    'no tickets',
  ],
  [
    'T5: a no after an attempt without an answer',
    confirming({ count: 2, negatives: 1, lastAt: t0 + minutes(1) }),
    t0 + minutes(2),
    'ask before going on',
  ],
  [
    'T5: ... and the cloud says it failed',
    confirming(
      { count: 2, negatives: 1, lastAt: t0 + minutes(1) },
      asked(t0 + minutes(2), {
        cloudOrderId: 'C1',
        status: { is: 'ticket_failed', askedAt: t0 + minutes(2) },
      }),
    ),
    t0 + minutes(2),
    'no tickets',
  ],
  [
    'a failure older than the last confirm',
    confirming(
      { count: 2, lastAt: t0 + minutes(1) },
      asked(t0 + 59_000, { cloudOrderId: 'C1', status: { is: 'ticket_failed', askedAt: t0 + 59_000 } }),
    ),
    t0 + minutes(1),
    minutes(1),
  ],
  [
    'never processed for thirteen minutes',
    confirming({ ...lastTry, notProcessed: 13 }, asked(t0 + minutes(13))),
    t0 + minutes(13),
    'cloud was never reached',
  ],
  ['unsettled for two hours', reversing(), t0 + minutes(120), 'ask a last time'],
  [
    'unsettled for two hours, and asked once more',
    reversing({}, asked(t0 + minutes(120), { cloudOrderId: 'C1' })),
    t0 + minutes(120),
    'unsettled for too long',
  ],
  [
    'unsettled at the start of the film',
    reversing({}, { startsAt: t0 + minutes(40) }),
    t0 + minutes(40),
    'ask a last time',
  ],
  [
    'unsettled at the start of the film, and asked once more',
    reversing({}, { startsAt: t0 + minutes(40), ...asked(t0 + minutes(40), { cloudOrderId: 'C1' }) }),
    t0 + minutes(40),
    'unsettled for too long',
  ],
  [
    'ticketed after a reversal that was refused',
    reversing(
      { answer: 'incorrect', answeredAt: t0 + minutes(14) },
      {
        state: 'TICKETED',
        decision: { kind: 'TICKET', at: t0 + minutes(14), pickupCode: 'P1', bookingNo: 'B1' },
        ...asked(t0 + minutes(14), { cloudOrderId: 'C1' }),
      },
    ),
    t0 + minutes(19),
    'watch afterwards',
  ],
  [
    'not found often and long enough',
    confirming(
      lastTry,
      asked(t0 + minutes(14), {
        notFound: { count: 3, firstAt: t0 + minutes(12), lastAt: t0 + minutes(14) },
      }),
    ),
    t0 + minutes(14),
    'release what is not found',
  ],
  [
    'not found twice only',
    confirming(
      lastTry,
      asked(t0 + minutes(14), {
        notFound: { count: 2, firstAt: t0 + minutes(12), lastAt: t0 + minutes(14) },
      }),
    ),
    t0 + minutes(14),
    minutes(1),
  ],
  [
    'not found for a minute only',
    confirming(
      lastTry,
      asked(t0 + minutes(14), {
        notFound: { count: 3, firstAt: t0 + minutes(13), lastAt: t0 + minutes(14) },
      }),
    ),
    t0 + minutes(14),
    minutes(1),
  ],
  [
    'not found, and released',
    confirming(lastTry, {
      ...asked(t0 + minutes(14), {
        notFound: { count: 3, firstAt: t0 + minutes(12), lastAt: t0 + minutes(14) },
      }),
      lock: { kind: 'released', lockId: 'L1', at: t0 + minutes(14) },
    }),
    t0 + minutes(14),
    'no tickets',
  ],
  ['a reversal without an answer', reversing(), t0 + minutes(13), minutes(1)],
  ['... a minute later', reversing(), t0 + minutes(14), 'ask after a reversal'],
  [
    '... asked, and it still waits',
    reversing(
      {},
      asked(t0 + minutes(14), {
        cloudOrderId: 'C1',
        status: { is: 'wait_ticket', askedAt: t0 + minutes(14) },
      }),
    ),
    t0 + minutes(14),
    'reverse again',
  ],
  [
    'a reversal that came too early (T7)',
    reversing(
      { lastAt: t0 + minutes(16), answer: 'too-early', answeredAt: t0 + minutes(16) },
      asked(t0 + minutes(17), {
        cloudOrderId: 'C1',
        status: { is: 'wait_ticket', askedAt: t0 + minutes(17) },
      }),
    ),
    t0 + minutes(17),
    minutes(29),
  ],
  [
    'a reversal that worked',
    reversing({ answer: 'done', answeredAt: t0 + minutes(13), everDone: true }),
    t0 + minutes(13),
    'no tickets',
  ],
  [
    'the cloud says it is reversed',
    reversing(
      {},
      asked(t0 + minutes(14), {
        cloudOrderId: 'C1',
        status: { is: 'reverse_success', askedAt: t0 + minutes(14) },
      }),
    ),
    t0 + minutes(14),
    'no tickets',
  ],
  [
    'T1: tickets said to exist after a reversal',
    reversing({}, asked(t0 + minutes(14), { cloudOrderId: 'C1', ...success })),
    t0 + minutes(14),
    'reverse once more',
  ],
  [
    'T1: nothing to reverse, not yet asked since',
    reversing(
      { lastAt: t0 + minutes(14), answer: 'incorrect', answeredAt: t0 + minutes(14) + 100 },
      asked(t0 + minutes(14), { cloudOrderId: 'C1', ...success }),
    ),
    t0 + minutes(14) + 100,
    'ask after a reversal',
  ],
  [
    'T1: nothing to reverse, and asked since',
    reversing(
      { lastAt: t0 + minutes(14), answer: 'incorrect', answeredAt: t0 + minutes(14) },
      asked(t0 + minutes(14), { cloudOrderId: 'C1', ...success }),
    ),
    t0 + minutes(14),
    'tickets are out',
  ],
  [
    'T1: a later reversal is out again',
    reversing(
      { lastAt: t0 + minutes(15), answer: 'outstanding' },
      asked(t0 + minutes(14), { cloudOrderId: 'C1', ...success }),
    ),
    t0 + minutes(15),
    minutes(1),
  ],
  [
    'refunded, the seats still locked',
    refunding({ lock: held, refunds: [aRefund({ state: 'PROCESSING', lastAt: t0 })] }),
    t0,
    'free the seats of a refunded order',
  ],
  ['refunded', refunding({ state: 'REFUNDED', refunds: [aRefund({ state: 'SUCCESS' })] }), t0, minutes(5)],
  [
    'refunded five minutes ago',
    refunding({ state: 'REFUNDED', refunds: [aRefund({ state: 'SUCCESS' })] }),
    t0 + minutes(5),
    'watch afterwards',
  ],
  [
    'refunded yesterday, and watched',
    refunding({
      state: 'REFUNDED',
      refunds: [aRefund({ state: 'SUCCESS' })],
      ...asked(t0 + minutes(24 * 60)),
    }),
    t0 + minutes(24 * 60),
    undefined,
  ],
  [
    'refunded unsettled: the reversals go on',
    {
      ...reversing({ lastAt: t0 + minutes(106) }, asked(t0 + minutes(125), { cloudOrderId: 'C1' })),
      state: 'REFUNDED' as const,
      decision: { kind: 'REFUND' as const, at: t0 + minutes(120) },
      refunds: [aRefund({ state: 'SUCCESS' })],
      lock: { kind: 'released', lockId: 'L1', at: t0 },
    },
    t0 + minutes(136),
    'reverse again',
  ],
  [
    'ticketed',
    anOrder({
      state: 'TICKETED',
      payments: [accepted],
      decision: { kind: 'TICKET', at: t0, pickupCode: 'P1', bookingNo: 'B1' },
    }),
    t0 + minutes(999),
    undefined,
  ],
]
