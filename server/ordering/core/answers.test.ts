import { describe, expect, test } from 'vitest'
import { type SeatId, SectionId } from '#contract/ids.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { cloudCodes } from '../../moviecloud/codes.ts'
import type { CloudLock, CloudOrder, CloudTickets, Confirmed } from '../../moviecloud/gateway-types.ts'
import { seat } from '../test-support/offer.ts'
import { anOrder, confirming } from '../test-support/record.ts'
import { readConfirm, readGiveBack, readLock, readOrder, readRefund, readReverse } from './answers.ts'

const refused = (code: string): Outcome<never> => ({ kind: 'refused', code, meaning: code })
const lockOf = (...seatIds: SeatId[]): Outcome<CloudLock> => ({
  kind: 'done',
  value: { lockId: 'L1', seatIds },
})
const order = confirming()

const tickets = (change: Partial<CloudTickets> = {}): Outcome<Confirmed> => ({
  kind: 'done',
  value: {
    is: 'issued',
    cloudOrderId: 'C1',
    bookingNo: 'B1',
    pickupCode: 'P1',
    goods: [],
    tickets: [
      { ticketNo: 'T2', seatId: seat('A-06'), row: 'A', column: '06', serviceFeeFen: 0 },
      { ticketNo: 'T1', seatId: seat('A-05'), row: 'A', column: '05', serviceFeeFen: 0 },
    ],
    ...change,
  },
})

describe('a confirm', () => {
  test('succeeds with a code and tickets for exactly our seats, in any order', () => {
    expect(readConfirm(order, tickets())).toMatchObject({
      is: 'SUCCESS',
      cloudOrderId: 'C1',
      tickets: { pickupCode: 'P1' },
    })
  })

  const [one, two] = [
    { ticketNo: 'T1', seatId: seat('A-05'), row: 'A', column: '05', serviceFeeFen: 0 },
    { ticketNo: 'T2', seatId: seat('A-07'), row: 'A', column: '07', serviceFeeFen: 0 },
  ]
  test.each([
    ['no pickup code', tickets({ pickupCode: '' })],
    ['no order number', tickets({ cloudOrderId: '' })],
    ['a ticket missing', tickets({ tickets: [one] })],
    ['another seat', tickets({ tickets: [one, two] })],
    ['the same seat twice', tickets({ tickets: [one, one] })],
    ['a seat too many', tickets({ tickets: [one, two, one] })],
  ])('is unknown with %s (T12)', (_what, outcome) =>
    expect(readConfirm(order, outcome)).toMatchObject({ is: 'UNKNOWN' }),
  )

  test('is unknown when the cloud speaks of another order than before', () => {
    const known = confirming({}, { upstream: { ...order.upstream, cloudOrderId: 'C0' } })
    expect(readConfirm(known, tickets())).toMatchObject({ is: 'UNKNOWN', attention: 'answer-mismatch' })
  })

  test.each([
    ...['20001', '30001', '30002', '30003', '30004', '30005', '30006'].map(
      code => [code, 'NOT PROCESSED'] as const,
    ),
    ...[
      'PAYMENT_AMOUNT_ERROR',
      'LOW_THAN_SETTLE_PRICE_ERROR',
      'TICKET_PRICE_VALID_ERROR',
      'TICKET_FEE_ERROR',
      'ORDER_SEAT_ERROR',
      'SEAT_COUNT_ERROR',
      'SCHEDULE_HAS_CHANGED',
      'PAYMENT_METHOD_ERROR',
      'CARD_PASSWORD_ERROR',
      'BCARD_TICKET_OVER_LIMIT',
      'ORDER_TICKET_TIME_END',
      'ORDER_PROCESS_TIME_OUT',
    ].map(code => [code, 'NEGATIVE'] as const),
    ...[
      '10001',
      '40001',
      '40002',
      '40003',
      'SYSTEM_ERROR',
      'CONNECTION_ERROR',
      'CINEMA_CONNECTION_ERROR',
      'CINEMA_INVALID',
      'ORDER_PROCESSING',
      'REQUEST_BUSY_ERROR',
      'SETTLEACCOUNT_PAY_FAIL',
      'REQUEST_PARAM_INCONFORMITY_ERROR',
      'NEVER_HEARD_OF',
    ].map(code => [code, 'UNKNOWN'] as const),
  ])('answered with %s is %s', (code, is) => expect(readConfirm(order, refused(code))).toEqual({ is, code }))

  test('with a closed interface is unknown, and a person is told (T8)', () => {
    expect(readConfirm(order, refused('TICKET_ORDER_CLOSE_ERROR'))).toMatchObject({
      is: 'UNKNOWN',
      attention: 'interface-closed',
    })
  })

  test('that never left was not processed; one without an answer is unknown', () => {
    expect(readConfirm(order, { kind: 'not-sent', reason: 'ECONNREFUSED' })).toMatchObject({
      is: 'NOT PROCESSED',
    })
    expect(readConfirm(order, { kind: 'unknown', reason: 'timeout' })).toMatchObject({ is: 'UNKNOWN' })
  })

  test('is never more certain than the code’s own class', () => {
    const wrong = [...cloudCodes].filter(([code, { class: kind }]) => {
      const { is } = readConfirm(order, refused(code))
      return is === 'NOT PROCESSED' ? kind !== 'not-processed' : is === 'NEGATIVE' && kind !== 'refused'
    })
    expect(wrong).toEqual([])
  })
})

describe('a question about the order', () => {
  const found = (change: Partial<CloudOrder> = {}): Outcome<CloudOrder> => ({
    kind: 'done',
    value: {
      cloudOrderId: 'C1',
      status: 'ticket_success',
      bookingNo: 'B1',
      pickupCode: 'P1',
      goods: [],
      tickets: ['5', '06'].map(column => ({
        ticketNo: `T${column}`,
        row: 'A',
        column,
        sectionId: SectionId.parse('01'),
        ticketFen: 4500,
        feeFen: 300,
      })),
      ...change,
    },
  })
  test('finds tickets by the status alone; "5" and "05" are one seat', () => {
    expect(readOrder(order, found())).toMatchObject({
      is: 'found',
      status: 'ticket_success',
      tickets: { pickupCode: 'P1' },
    })
  })
  test('takes a code beside wait_ticket for nothing (T3)', () => {
    expect(readOrder(order, found({ status: 'wait_ticket' }))).toEqual({
      is: 'found',
      cloudOrderId: 'C1',
      status: 'wait_ticket',
    })
  })
  test.each([
    ['other seats', found({ tickets: [] }), { is: 'found', status: 'other', attention: 'answer-mismatch' }],
    ['success without a code', found({ pickupCode: '' }), { is: 'found', status: 'other' }],
    ['not found', refused('ORDER_NOT_FOUND'), { is: 'not-found' }],
    ['a busy cloud', refused('40003'), { is: 'unclear' }],
    [
      'a closed interface',
      refused('TICKET_ORDER_CLOSE_ERROR'),
      { is: 'unclear', attention: 'interface-closed' },
    ],
    ['silence', { kind: 'unknown', reason: 'timeout' } as const, { is: 'unclear' }],
  ])('reads %s', (_what, outcome, expected) => expect(readOrder(order, outcome)).toMatchObject(expected))

  test('distrusts an answer about another order', () => {
    const known = confirming({}, { upstream: { ...order.upstream, cloudOrderId: 'C0' } })
    expect(readOrder(known, found())).toMatchObject({ is: 'unclear', attention: 'answer-mismatch' })
  })
})

test.each([
  [{ kind: 'done', value: null } as const, 'done'],
  [refused('REVERSE_TICKET_STATUS_INCORRECT'), 'incorrect'],
  [refused('REVERSE_TICKET_NO_TIME_YET'), 'too-early'],
  [refused('REVERSE_TICKET_FAILED'), 'failed'],
  [refused('REVERSE_ORDER_TYPE_UNMATCH'), 'unclear'],
  [refused('TICKET_ORDER_CLOSE_ERROR'), 'unclear'],
  [refused('SYSTEM_ERROR'), 'unclear'],
  [{ kind: 'unknown', reason: 'timeout' } as const, 'unclear'],
  // A reversal that perhaps left the house is never taken back.
  [{ kind: 'not-sent', reason: 'ECONNREFUSED' } as const, 'unclear'],
])('a reversal answered %o is %s', (outcome, answer) =>
  expect(readReverse(outcome)).toMatchObject({ answer }),
)

test.each([
  ['our seats', lockOf(seat('A-06'), seat('A-05')), { is: 'locked', lockId: 'L1' }],
  ['other seats', lockOf(seat('A-06')), { is: 'unknown' }],
  ['a refusal', refused('LOCK_SEAT_ERROR'), { is: 'refused', code: 'LOCK_SEAT_ERROR' }],
  ['a closed door', refused('30003'), { is: 'not-sent' }],
  ['a confused cinema', refused('CINEMA_CONNECTION_ERROR'), { is: 'unknown' }],
  ['silence', { kind: 'unknown', reason: 'timeout' } as const, { is: 'unknown' }],
  ['no connection', { kind: 'not-sent', reason: 'x' } as const, { is: 'not-sent' }],
])('a lock answered with %s', (_what, outcome, expected) =>
  expect(readLock(anOrder(), outcome)).toMatchObject(expected),
)

test.each([
  [{ kind: 'done', value: 'PROCESSING' } as const, 'PROCESSING'],
  [refused('NOT_ENOUGH'), 'REFUSED'],
  [{ kind: 'not-sent', reason: 'x' } as const, 'NOT SENT'],
  [{ kind: 'unknown', reason: 'x' } as const, 'UNCLEAR'],
])('a refund answered %o is %s', (outcome, answer) => expect(readRefund(outcome)).toBe(answer))

test.each([
  [{ kind: 'done', value: null } as const, { answer: 'done' }],
  [refused('TICKET_HAS_PRINT'), { answer: 'refused', code: 'TICKET_HAS_PRINT' }],
  [refused('CANCEL_TIME_ERROR'), { answer: 'refused' }],
  [refused('TICKET_ORDER_CLOSE_ERROR'), { answer: 'refused', attention: 'interface-closed' }],
  // Perhaps our own earlier attempt: the cloud is asked.
  [refused('TICKET_HAS_REFUND'), { answer: 'unclear' }],
  [refused('REFUND_TICKET_STATUS_INCORRECT'), { answer: 'unclear' }],
  [refused('SYSTEM_ERROR'), { answer: 'unclear' }],
  [refused('30003'), { answer: 'not-processed' }],
  [{ kind: 'not-sent', reason: 'ECONNREFUSED' } as const, { answer: 'not-processed' }],
  [{ kind: 'unknown', reason: 'timeout' } as const, { answer: 'unclear' }],
])('a return answered %o is %o', (outcome, expected) => expect(readGiveBack(outcome)).toMatchObject(expected))
