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
  paidState,
  reversing,
  t0,
  ticketEvidence,
} from '../test-support/record.ts'
import type { Evidence } from './evidence.ts'
import { merge, settleAttention } from './merge.ts'

const at = t0 + minutes(3)
const paid = { status: 'PAID', paidFen: 9600, paidAt: t0, transactionId: 'TX' } as const
const found = (
  status: 'wait_ticket' | 'ticket_success' | 'refund_success' | 'reverse_success',
  askedAt = at,
): Evidence => ({
  kind: 'order',
  askedAt,
  answer: {
    is: 'found',
    cloudOrderId: 'C1',
    status,
    ...(status === 'ticket_success' && { tickets: ticketEvidence }),
  },
})
const aboutPayment = (facts: Extract<Evidence, { kind: 'payment' }>['facts']): Evidence => ({
  kind: 'payment',
  outTradeNo: 'F1',
  facts,
})
const aboutRefund = (answer: Extract<Evidence, { kind: 'refund' }>['answer'], asked = true): Evidence => ({
  kind: 'refund',
  outRefundNo: 'F1R1',
  answer,
  asked,
})
const withPayment = (change = {}) => anOrder({ payments: [aPayment(change)] })
const withRefund = (change = {}) => anOrder({ payments: [accepted], refunds: [aRefund(change)] })

type Case = [what: string, order: OrderRecord, evidence: Evidence, learnt: object]

describe('evidence', () => {
  test.each<Case>([
    [
      'of a lock',
      anOrder({ lock: { kind: 'sent', at: t0 } }),
      { kind: 'lock', answer: { is: 'locked', lockId: 'L1' } },
      { lock: { kind: 'held', lockId: 'L1', at: t0 } },
    ],
    [
      'of a lock, too late',
      anOrder({ lock: { kind: 'unknown', at: t0 } }),
      { kind: 'lock', answer: { is: 'locked', lockId: 'L1' } },
      { lock: { kind: 'held', at: t0 } },
    ],
    [
      'of silence after a lock',
      anOrder({ lock: held }),
      { kind: 'lock', answer: { is: 'unknown', code: 'x' } },
      { lock: held },
    ],
    [
      'of a release',
      anOrder({ lock: held }),
      { kind: 'release', released: true },
      { lock: { kind: 'released', lockId: 'L1' } },
    ],
    ['of a failed release', anOrder({ lock: held }), { kind: 'release', released: false }, { lock: held }],
    [
      'of an attempt not processed',
      confirming(),
      { kind: 'confirm', answer: { is: 'NOT PROCESSED', code: '30003' } },
      { confirm: { notProcessed: 1, negatives: 0, lastCode: '30003' } },
    ],
    [
      'of a no',
      confirming(),
      { kind: 'confirm', answer: { is: 'NEGATIVE', code: 'X' } },
      { confirm: { negatives: 1, lastCode: 'X' } },
    ],
    [
      'of tickets',
      confirming(),
      { kind: 'confirm', answer: { is: 'SUCCESS', cloudOrderId: 'C1', tickets: ticketEvidence } },
      { upstream: { cloudOrderId: 'C1', tickets: ticketEvidence } },
    ],
    [
      'of a closed interface',
      confirming(),
      { kind: 'confirm', answer: { is: 'UNKNOWN', code: 'X', attention: 'interface-closed' } },
      { attention: [{ reason: 'interface-closed', at }] },
    ],
    [
      'of a status',
      confirming(),
      found('wait_ticket'),
      { upstream: { cloudOrderId: 'C1', status: { is: 'wait_ticket', askedAt: at }, lastAskedAt: at } },
    ],
    [
      'of a first not-found',
      confirming(),
      { kind: 'order', askedAt: at, answer: { is: 'not-found' } },
      { upstream: { notFound: { count: 1, firstAt: at, lastAt: at } } },
    ],
    [
      'of tickets after a refund',
      confirming({}, { decision: { kind: 'REFUND', at: t0 } }),
      found('ticket_success'),
      { attention: [{ reason: 'ticket-and-refund' }] },
    ],
    [
      'of a refund by somebody else',
      confirming(),
      found('refund_success'),
      { attention: [{ reason: 'undone-elsewhere' }] },
    ],
    [
      'of a reversal by somebody else',
      confirming(),
      found('reverse_success'),
      { attention: [{ reason: 'undone-elsewhere' }] },
    ],
    ['of our own reversal', reversing(), found('reverse_success'), { attention: [] }],
    [
      'of a reversal',
      reversing(),
      { kind: 'reverse', answer: 'done' },
      { reverse: { answer: 'done', answeredAt: at, everDone: true } },
    ],
    [
      'of a QR',
      withPayment({ state: { kind: 'creating' } }),
      { kind: 'created', outTradeNo: 'F1', answer: { is: 'open', qr: 'QR' } },
      { payments: [{ state: { kind: 'open', qr: 'QR', declined: false } }] },
    ],
    [
      'of a first create refused',
      withPayment({ state: { kind: 'creating' } }),
      { kind: 'created', outTradeNo: 'F1', answer: { is: 'refused' } },
      { payments: [{ state: { kind: 'closed' } }] },
    ],
    [
      'of a repeated create refused',
      withPayment({ state: { kind: 'creating' }, createTries: 2 }),
      { kind: 'created', outTradeNo: 'F1', answer: { is: 'refused' } },
      { payments: [{ state: { kind: 'creating' }, createTries: 3 }] },
    ],
    [
      'of a payment',
      withPayment(),
      aboutPayment(paid),
      { payments: [{ state: { kind: 'paid', paidFen: 9600, paidAt: t0 }, role: undefined }] },
    ],
    [
      'of a payment after its close',
      withPayment({ state: { kind: 'closed' } }),
      aboutPayment(paid),
      { payments: [{ state: { kind: 'paid' } }] },
    ],
    [
      'of another amount after the payment',
      withPayment({ state: paidState }),
      aboutPayment({ ...paid, paidFen: 1 }),
      { payments: [{ state: { paidFen: 9600 } }] },
    ],
    [
      'of a decline',
      withPayment(),
      aboutPayment({ status: 'UNPAID', declined: true }),
      { payments: [{ state: { kind: 'open', declined: true } }] },
    ],
    [
      'of a close',
      withPayment(),
      aboutPayment({ status: 'CLOSED' }),
      { payments: [{ state: { kind: 'closed' } }] },
    ],
    [
      'of a close after the payment',
      withPayment({ state: paidState }),
      aboutPayment({ status: 'CLOSED' }),
      { payments: [{ state: { kind: 'paid' } }] },
    ],
    [
      'T15: of no trade while the QR lives',
      withPayment(),
      aboutPayment({ status: 'NOT_CREATED' }),
      { payments: [{ state: { kind: 'open' } }] },
    ],
    [
      'T15: of no trade long after the deadline',
      withPayment({ expiresAt: t0 }),
      aboutPayment({ status: 'NOT_CREATED' }),
      { payments: [{ state: { kind: 'closed' } }] },
    ],
    [
      'of a refund that we never asked for',
      withPayment({ state: paidState }),
      aboutPayment({ status: 'REFUNDED' }),
      { attention: [{ reason: 'refunded-elsewhere' }] },
    ],
    [
      'of our own refund',
      withRefund({ state: 'SUCCESS' }),
      aboutPayment({ status: 'REFUNDED' }),
      { attention: [] },
    ],
    [
      'of a refund accepted',
      withRefund({ state: 'SENT' }),
      aboutRefund('PROCESSING', false),
      { refunds: [{ state: 'PROCESSING', polls: 0 }] },
    ],
    [
      'of a refund done',
      withRefund({ state: 'PROCESSING' }),
      aboutRefund('SUCCESS'),
      { refunds: [{ state: 'SUCCESS', polls: 1 }] },
    ],
    [
      'of a refund never seen',
      withRefund({ state: 'SENT' }),
      aboutRefund('NOT_FOUND'),
      { refunds: [{ state: 'PENDING' }] },
    ],
    [
      'of a refund refused',
      withRefund({ state: 'SENT' }),
      aboutRefund('REFUSED', false),
      { refunds: [{ state: 'PENDING' }], attention: [{ reason: 'refund-refused' }] },
    ],
    [
      'of a refund that needs a person',
      withRefund({ state: 'PROCESSING' }),
      aboutRefund('ABNORMAL'),
      { refunds: [{ state: 'ABNORMAL' }], attention: [{ reason: 'refund-abnormal' }] },
    ],
    [
      'of silence after a refund',
      withRefund({ state: 'SENT' }),
      aboutRefund('UNCLEAR', false),
      { refunds: [{ state: 'SENT' }] },
    ],
    [
      'of less after a refund was done',
      withRefund({ state: 'SUCCESS' }),
      aboutRefund('PROCESSING'),
      { refunds: [{ state: 'SUCCESS' }] },
    ],
  ])('%s', (_what, order, evidence, learnt) => {
    const merged = merge(order, evidence, at)
    expect(merged).toMatchObject(learnt)
    // Evidence never decides anything, and always wakes the worker.
    expect([merged.state, merged.decision, merged.nextRunAt]).toEqual([order.state, order.decision, at])
  })

  test('an older answer never hides a newer one', () => {
    const newer = merge(reversing(), found('ticket_success', t0 + minutes(20)), t0 + minutes(20))
    const late = merge(newer, found('wait_ticket', t0 + minutes(15)), t0 + minutes(21))
    expect(late.upstream).toMatchObject({ status: { is: 'ticket_success' }, lastAskedAt: t0 + minutes(20) })
  })

  test('being found ends a run of not-found', () => {
    const lost = merge(confirming(), { kind: 'order', askedAt: at, answer: { is: 'not-found' } }, at)
    expect(merge(lost, found('wait_ticket', at + 1), at + 1).upstream.notFound).toBeUndefined()
  })

  test('a reversal that lands after the tickets were decided is flagged', () => {
    const ticketed = reversing(
      {},
      { state: 'TICKETED', decision: { kind: 'TICKET', at: t0, pickupCode: 'P1', bookingNo: 'B1' } },
    )
    expect(merge(ticketed, { kind: 'reverse', answer: 'done' }, at).attention).toMatchObject([
      { reason: 'undone-elsewhere' },
    ])
  })

  test('tickets that vanish after the decision are flagged', () => {
    const ticketed = confirming(
      {},
      { state: 'TICKETED', decision: { kind: 'TICKET', at: t0, pickupCode: 'P1', bookingNo: 'B1' } },
    )
    expect(merge(ticketed, found('reverse_success'), at).attention).toMatchObject([
      { reason: 'undone-elsewhere' },
    ])
  })

  test('each reason for a person stands once', () => {
    const evidence: Evidence = {
      kind: 'confirm',
      answer: { is: 'UNKNOWN', code: 'X', attention: 'interface-closed' },
    }
    expect(merge(merge(confirming(), evidence, at), evidence, at + 1).attention).toHaveLength(1)
  })

  test('is raised anew by what is learnt after a person has settled it', () => {
    const settled = { reason: 'interface-closed', at, settled: { at, by: 'li' } } as const
    const closed: Evidence = {
      kind: 'confirm',
      answer: { is: 'UNKNOWN', code: 'X', attention: 'interface-closed' },
    }
    expect(merge(confirming({}, { attention: [settled] }), closed, at + 1).attention).toEqual([
      { reason: 'interface-closed', at: at + 1 },
    ])
    const silence: Evidence = { kind: 'confirm', answer: { is: 'UNKNOWN', code: 'X' } }
    expect(merge(confirming({}, { attention: [settled] }), silence, at + 1).attention).toEqual([settled])
  })

  test('is settled once, and others stay open', () => {
    const order = anOrder({
      attention: [
        { reason: 'overdue', at },
        { reason: 'undecided', at },
      ],
    })
    const settled = settleAttention(order, 'overdue', { at: at + 1, by: 'li' })
    expect(settled.attention).toEqual([
      { reason: 'overdue', at, settled: { at: at + 1, by: 'li' } },
      { reason: 'undecided', at },
    ])
    expect(settleAttention(settled, 'overdue', { at: at + 2, by: 'wang' })).toBe(settled)
  })
})
