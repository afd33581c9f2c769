import { describe, expect, test } from 'vitest'
import { type OrderRecord, type OrderState, orderStates } from '../../journal/record.ts'
import { returning } from '../test-support/cases-return.ts'
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
import { refunding } from '../test-support/rule-case.ts'
import { readOrder } from './answers.ts'
import { giveTicketsBack, giveUp, requestPayment } from './commands.ts'
import { decide, rules } from './decide.ts'
import type { Evidence } from './evidence.ts'
import { intend } from './intend.ts'
import { noTicketsReason } from './judgement.ts'
import { merge } from './merge.ts'

/* Orders, answers and wishes that come together only when much has gone wrong: the core must bear them all. */

const upstream = anOrder().upstream
const asked = (count: number, change = {}) =>
  ({
    kind: 'asked',
    at: t0,
    count,
    lastAt: t0,
    notProcessed: 0,
    answer: 'unclear',
    answeredAt: undefined,
    code: undefined,
    ...change,
  }) as const

const odd: readonly (readonly [string, OrderRecord])[] = [
  ['nothing but a wish', anOrder()],
  ['a lock', anOrder({ lock: held })],
  ['a lock that is gone', anOrder({ lock: { kind: 'released', lockId: 'L1', at: t0 } })],
  ['a lock nobody knows of', anOrder({ lock: { kind: 'unknown', at: t0 } })],
  ['an open payment', anOrder({ lock: held, payments: [aPayment({ createAt: undefined })] })],
  ['a confirm', confirming()],
  ['a confirm without a lock', confirming({}, { lock: { kind: 'unsent' } })],
  ['a reversal', reversing()],
  ['a reversal that nobody asked about', reversing({}, { upstream })],
  ['a refund', refunding({ refunds: [aRefund({ state: 'PROCESSING', polls: 99, lastAt: t0 })] })],
  ['a return', returning()],
  ['a return never asked about', returning(asked(1), { upstream: { ...upstream, lastAskedAt: undefined } })],
  ['a return tried often enough', returning(asked(12))],
  ['a return without the cloud’s number', returning(asked(1), { upstream, lock: { kind: 'unsent' } })],
  ['a return refused', returning({ kind: 'refused', at: t0, code: 'X' }, { upstream })],
]

describe.each(odd)('with %s', (_what, order) => {
  test.each(rules.map(rule => [rule.name, rule] as const))('the rule "%s" stays sane', (_name, rule) => {
    const window = rule.when(order)
    expect(window === undefined || Number.isFinite(window.from)).toBe(true)
    const action = rule.do(order, t0)
    expect(['become', 'send', 'freeze']).toContain(action.kind)
    if (action.kind === 'become') {
      expect(action.order.id).toBe(order.id)
      expect([...action.order.payments]).toEqual([...order.payments])
    }
  })
})

describe('a refused lock', () => {
  test.each([
    ['LOCK_SEAT_ERROR', 'seats-taken'],
    ['ORDER_TICKET_TIME_END', 'sales-ended'],
    ['TICKET_PRICE_ERROR', 'cinema-refused'],
  ])('with %s is told as %s', (code, reason) => {
    const decided = decide(anOrder({ state: 'LOCKING', lock: { kind: 'refused', code } }), t0)
    expect(decided).toMatchObject({ kind: 'become', order: { state: 'FAILED', reason } })
  })
})

describe('a return at its end', () => {
  const late = t0 + minutes(360)
  test.each([
    ['accepted', 'refunding', { state: 'RETURNING', giveBack: { kind: 'done' } }],
    ['not accepted', 'wait_ticket', { state: 'TICKETED', giveBack: { kind: 'refused', code: 'unclear' } }],
  ] as const)('that the cinema has %s', (_what, is, expected) => {
    const order = returning(asked(1), {
      attention: [{ reason: 'return-unclear', at: t0 }],
      upstream: { ...upstream, cloudOrderId: 'C1', lastAskedAt: t0, status: { is, askedAt: t0 } },
    })
    expect(decide(order, late)).toMatchObject({ kind: 'become', rule: 'return is over', order: expected })
  })

  test('a refusal without a code is a refusal', () => {
    const order = returning(asked(1, { answer: 'refused', answeredAt: t0 }))
    expect(decide(order, t0)).toMatchObject({
      rule: 'the cinema keeps the tickets sold',
      order: { giveBack: { code: 'refused' } },
    })
  })
})

test('an order without a number is no answer, one without a booking number is', () => {
  const value = {
    cloudOrderId: '',
    status: 'ticket_success',
    pickupCode: 'P1',
    goods: [],
    tickets: [],
  } as const
  expect(
    readOrder(confirming(), { kind: 'done', value: { ...value, goods: [], tickets: [] } }),
  ).toMatchObject({
    is: 'unclear',
    code: 'incomplete',
  })
  const tickets = ['05', '06'].map(column => ({ ticketNo: 'T', row: 'A', column, ticketFen: 0, feeFen: 0 }))
  expect(
    readOrder(confirming(), { kind: 'done', value: { ...value, cloudOrderId: 'C1', goods: [], tickets } }),
  ).toMatchObject({ is: 'found', tickets: { bookingNo: '' } })
})

test('no attempt was ever processed: the cloud was not there', () => {
  expect(noTicketsReason(confirming({ notProcessed: 1 }))).toBe('cloud-unavailable')
})

describe('an intent', () => {
  const unchanged = [
    ['a question about a payment', anOrder(), { kind: 'ask payment', outTradeNo: 'F1' }],
    ['a question about an order', anOrder(), { kind: 'ask order', lockId: 'L1' }],
    ['a question about a refund', anOrder(), { kind: 'ask refund', outRefundNo: 'R1' }],
    ['the release of a lock that is not held', anOrder(), { kind: 'release', lockId: 'L1' }],
    ['a return that nobody wished for', anOrder(), { kind: 'give back', cloudOrderId: 'C1' }],
  ] as const
  test.each(unchanged)('for %s leaves the order as it is', (_what, order, effect) =>
    expect(intend(order, effect, t0)).toBe(order),
  )
  test('for a reversal after the refund was decided does not undo the decision', () => {
    const order = intend(refunding(), { kind: 'reverse', cloudOrderId: 'C1' }, t0)
    expect(order).toMatchObject({ state: 'REFUNDING', reverse: { kind: 'sent', count: 1 } })
  })
})

describe('evidence that nobody waits for', () => {
  const later = t0 + 5
  const nothing: readonly (readonly [string, OrderRecord, Evidence])[] = [
    ['a confirm', anOrder(), { kind: 'confirm', answer: { is: 'UNKNOWN', code: 'X' } }],
    ['a reversal', confirming(), { kind: 'reverse', answer: 'done' }],
    ['a return', confirming(), { kind: 'give back', answer: 'done' }],
  ]
  test.each(nothing)('about %s only wakes the worker', (_what, order, evidence) =>
    expect(merge(order, evidence, later)).toEqual({ ...order, nextRunAt: later }),
  )

  const payment = (change: Parameters<typeof aPayment>[0]) => anOrder({ payments: [aPayment(change)] })
  const about = (facts: Extract<Evidence, { kind: 'payment' }>['facts']): Evidence => ({
    kind: 'payment',
    outTradeNo: 'F1',
    facts,
  })
  const refund = (state: OrderRecord['refunds'][number]['state']) =>
    refunding({ refunds: [aRefund({ state })] })
  const answer = (word: Extract<Evidence, { kind: 'refund' }>['answer']): Evidence => ({
    kind: 'refund',
    outRefundNo: 'F1R1',
    answer: word,
    asked: true,
  })
  const open = { is: 'open', qr: 'other' } as const
  test.each<readonly [string, OrderRecord, Evidence, object]>([
    [
      'a lock that was never written down as sent',
      anOrder(),
      { kind: 'lock', answer: { is: 'locked', lockId: 'L1' } },
      { lock: { kind: 'held', at: later } },
    ],
    [
      'tickets that failed after they were issued',
      confirming({}, { decision: { kind: 'TICKET', at: t0, pickupCode: 'P', bookingNo: 'B' } }),
      { kind: 'order', askedAt: t0, answer: { is: 'found', cloudOrderId: 'C1', status: 'ticket_failed' } },
      { attention: [{ reason: 'undone-elsewhere' }] },
    ],
    [
      'a QR for a payment that is paid',
      payment(accepted),
      { kind: 'created', outTradeNo: 'F1', answer: open },
      { payments: [{ state: { kind: 'paid' } }] },
    ],
    [
      'an unpaid payment whose QR never came',
      payment({ state: { kind: 'creating' } }),
      about({ status: 'UNPAID', declined: true }),
      { payments: [{ state: { kind: 'creating' } }] },
    ],
    [
      'a payment that somebody else has paid back',
      payment({}),
      about({ status: 'REFUNDED' }),
      { payments: [{ state: { kind: 'open' } }], attention: [{ reason: 'refunded-elsewhere' }] },
    ],
    [
      'a refund that goes on after its end',
      refund('CLOSED'),
      answer('PROCESSING'),
      { refunds: [{ state: 'CLOSED' }] },
    ],
    [
      'a refund that is lost again',
      refund('PROCESSING'),
      answer('NOT_FOUND'),
      { refunds: [{ state: 'PROCESSING' }] },
    ],
  ])('%s', (_what, order, evidence, expected) =>
    expect(merge(order, evidence, later)).toMatchObject(expected),
  )
})

describe('every wish in every state is answered', () => {
  const wish = {
    quoteHash: anOrder().quote.hash,
    mobile: undefined,
    shares: [{ by: 'sandbox', amountFen: 9600 }],
    outTradeNos: ['F9'],
  } as const
  const paid = 'order-already-paid'
  const dead = 'order-not-payable'
  const not = 'return-not-allowed'
  const expected: Record<OrderState, readonly [pay: string, giveUp: string, giveBack: string]> = {
    DRAFT: [dead, 'FAILED', not],
    LOCKING: [dead, 'LOCKING', not],
    LOCK_UNKNOWN: [dead, 'LOCK_UNKNOWN', not],
    LOCKED: ['PAYING', 'RELEASED', not],
    PAYING: ['PAYING', 'RELEASED', not],
    CLOSING: ['payment-closing', 'CLOSING', not],
    PAID: [paid, paid, not],
    CONFIRMING: [paid, paid, not],
    REVERSING: [paid, paid, not],
    TICKETED: [paid, paid, 'RETURNING'],
    RETURNING: [paid, paid, 'RETURNING'],
    RETURNED: [paid, paid, 'RETURNED'],
    REFUNDING: [dead, 'REFUNDING', not],
    REFUNDED: [dead, 'REFUNDED', not],
    RELEASED: [dead, 'RELEASED', not],
    FAILED: [dead, 'FAILED', not],
  }
  test.each(orderStates)('%s', state => {
    const order = anOrder({ state, lock: held })
    const said = [requestPayment(order, wish, t0), giveUp(order, 'cancelled', t0), giveTicketsBack(order, t0)]
    expect(said.map(one => (one.ok ? one.order.state : one.code))).toEqual(expected[state])
  })
})
