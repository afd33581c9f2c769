import type { GiveBack, OrderRecord, Upstream } from '../../journal/record.ts'
import { accepted, aRefund, confirming, minutes, t0, ticketEvidence } from './record.ts'
import type { Case } from './rule-case.ts'

type Asked = Extract<GiveBack, { kind: 'asked' }>

/** When the guest asked to give the tickets back. */
const asked = t0 + minutes(60)

const wish = (change: Partial<Asked> = {}): Asked => ({
  kind: 'asked',
  at: asked,
  count: 1,
  lastAt: asked,
  notProcessed: 0,
  answer: 'none',
  answeredAt: undefined,
  code: undefined,
  ...change,
})

/** A ticketed order whose tickets are being given back. */
export function returning(giveBack: GiveBack = wish(), change: Partial<OrderRecord> = {}): OrderRecord {
  return confirming(
    {},
    {
      state: 'RETURNING',
      decision: { kind: 'TICKET', at: t0, pickupCode: 'P1', bookingNo: 'B1' },
      giveBack,
      ...change,
      upstream: { ...ticketed, ...change.upstream },
    },
  )
}

const ticketed: Upstream = {
  cloudOrderId: 'C1',
  lastAskedAt: undefined,
  status: undefined,
  notFound: undefined,
  tickets: ticketEvidence,
}
/** The cloud was asked at that instant, and said so. */
const said = (is: NonNullable<Upstream['status']>['is'], askedAt: number): Upstream => ({
  ...ticketed,
  lastAskedAt: askedAt,
  status: { is, askedAt },
})
const answered = (answer: Asked['answer'], change: Partial<Asked> = {}) =>
  wish({ answer, answeredAt: asked + 500, ...change })
const flagged = { attention: [{ reason: 'return-unclear', at: asked }] } as const

/** Tickets that a guest gives back. */
export const returnCases: readonly Case[] = [
  ['a wish', returning(wish({ count: 0, lastAt: undefined })), asked, 'give the tickets back'],
  ['an attempt without an answer', returning(), asked, minutes(1)],
  ['a minute after it', returning(), asked + minutes(1), 'ask about the return'],
  ['a yes', returning(answered('done')), asked + 500, 'ask about the return'],
  [
    'a yes, and the cinema takes its time',
    returning(answered('done'), { upstream: said('refunding', asked + 1_000) }),
    asked + 1_000,
    minutes(1),
  ],
  [
    'the cloud says that they are back',
    returning(answered('done'), { upstream: said('refund_success', asked + 1_000) }),
    asked + 1_000,
    'the cinema took the tickets back',
  ],
  [
    'an old word of the cloud proves nothing',
    returning(wish(), { upstream: said('refund_success', asked - 1) }),
    asked + 1,
    minutes(1) - 1,
  ],
  [
    'a lone no',
    returning(answered('refused', { code: 'TICKET_HAS_PRINT' })),
    asked + 500,
    'the cinema keeps the tickets sold',
  ],
  [
    'a no to a second attempt is asked about first',
    returning(answered('refused', { code: 'CANCEL_TIME_ERROR', count: 2 })),
    asked + 500,
    'ask about the return',
  ],
  [
    'and counts when the tickets are still out',
    returning(answered('refused', { code: 'CANCEL_TIME_ERROR', count: 2 }), {
      upstream: said('ticket_success', asked + 600),
    }),
    asked + 600,
    'the cinema keeps the tickets sold',
  ],
  [
    'a no after an attempt that never got there is a lone one',
    returning(answered('refused', { code: 'CANCEL_TIME_ERROR', count: 2, notProcessed: 1 })),
    asked + 500,
    'the cinema keeps the tickets sold',
  ],
  [
    'the cinema has failed to take them',
    returning(answered('done'), { upstream: said('refund_failed', asked + 1_000) }),
    asked + 1_000,
    'the cinema keeps the tickets sold',
  ],
  [
    'still out a minute after an unclear answer',
    returning(answered('unclear'), { upstream: said('ticket_success', asked + minutes(1)) }),
    asked + minutes(1),
    'give the tickets back again',
  ],
  [
    'never more than so many attempts',
    returning(answered('unclear', { count: 12 }), { upstream: said('ticket_success', asked + minutes(1)) }),
    asked + minutes(1),
    'the cinema keeps the tickets sold',
  ],
  [
    'an attempt that never got there',
    returning(answered('not-processed', { notProcessed: 1 })),
    asked,
    minutes(1),
  ],
  [
    'is sent again',
    returning(answered('not-processed', { notProcessed: 1 })),
    asked + minutes(1),
    'give the tickets back again',
  ],
  [
    'five times at most',
    returning(answered('not-processed', { count: 5, notProcessed: 5 })),
    asked + minutes(5),
    'the cinema keeps the tickets sold',
  ],
  [
    'a quarter of an hour without a word',
    returning(wish(), { upstream: { ...ticketed, lastAskedAt: asked + minutes(14) } }),
    asked + minutes(15),
    'return is unclear for long',
  ],
  [
    'after that it is asked every five minutes',
    returning(wish(), { ...flagged, upstream: { ...ticketed, lastAskedAt: asked + minutes(15) } }),
    asked + minutes(15),
    minutes(5),
  ],
  [
    'two hours without a word: the tickets stay good',
    returning(wish(), { ...flagged, upstream: { ...ticketed, lastAskedAt: asked + minutes(119) } }),
    asked + minutes(120),
    'return is over',
  ],
  [
    'taken back: the money is owed',
    returning({ kind: 'done', at: asked }, { upstream: said('refund_success', asked) }),
    asked,
    'owe a refund',
  ],
  [
    'taken back, the money came',
    returning(
      { kind: 'done', at: asked },
      {
        payments: [accepted],
        refunds: [aRefund({ state: 'SUCCESS' })],
        upstream: said('refund_success', asked),
      },
    ),
    asked,
    'money for returned tickets is back',
  ],
  [
    'refused: the tickets are good, and the cloud is watched',
    returning(
      { kind: 'refused', at: asked, code: 'unclear' },
      { state: 'TICKETED', upstream: said('ticket_success', asked) },
    ),
    asked,
    minutes(5),
  ],
  [
    'refused, and five minutes later',
    returning(
      { kind: 'refused', at: asked, code: 'unclear' },
      { state: 'TICKETED', upstream: said('ticket_success', asked) },
    ),
    asked + minutes(5),
    'watch a refused return',
  ],
  [
    'an attempt that lands after the no, and the cinema takes its time',
    returning(
      { kind: 'refused', at: asked, code: 'unclear' },
      { state: 'TICKETED', upstream: said('refunding', asked + minutes(5)) },
    ),
    asked + minutes(5),
    'the cinema is taking them after all',
  ],
  [
    'an attempt that lands after the no',
    returning(
      { kind: 'refused', at: asked, code: 'unclear' },
      { state: 'TICKETED', upstream: said('refund_success', asked + minutes(5)) },
    ),
    asked + minutes(5),
    'the cinema took the tickets back',
  ],
]
