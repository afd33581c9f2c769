import type { OrderRecord } from '../../journal/record.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { CloudLock, CloudOrder, Confirmed } from '../../moviecloud/gateway-types.ts'
import type { RefundFacts } from '../../payment/provider.ts'
import type { ConfirmAnswer, Evidence, LockAnswer, OrderAnswer, RefundAnswer } from './evidence.ts'

/** Answers that prove that this attempt, and only this one, was not processed (specification 9.1). */
const notProcessed = new Set(['20001', '30001', '30002', '30003', '30004', '30005', '30006'])

/** The interface is closed for the channel: a person has to see to it (T8). */
const closed = new Set(['TICKET_ORDER_CLOSE_ERROR', 'GOODS_ORDER_CLOSE_ERROR'])

/** A no that is final on a lone first attempt (specification 9.2.1 - 9.2.3, 5.3.2). */
const negative = new Set([
  // price and fee
  'PAYMENT_AMOUNT_ERROR',
  'LOW_THAN_LEAST_PRICE_ERROR',
  'LOW_THAN_SETTLE_PRICE_ERROR',
  'TICKET_PRICE_ERROR',
  'TICKET_PRICE_VALID_ERROR',
  'CHANNEL_PRICE_ERROR',
  'AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR',
  'AREA_SEAT_NOT_SUPPORT_BENEFIT',
  'TICKET_FEE_ERROR',
  // seats
  'SEAT_COUNT_ERROR',
  'SEATID_ERROR',
  'SEAT_INFO_NOT_NULL',
  'SEAT_INFO_ERROR',
  'SEAT_NOT_FOUND',
  'ORDER_SEAT_ERROR',
  'LOCK_SEAT_ERROR',
  'LOCK_SEAT_UNSUCCESS',
  'LOCKSEAT_UNMATCH',
  'OVER_MAX_TICKET',
  // schedule
  'SCHEDULE_NOT_FOUND',
  'SCHEDULE_HAS_CHANGED',
  'SCHEDULE_OUT_DATE_ERROR',
  'SCHEDULE_NOT_OPEN',
  'SHOW_REF_SEQ_NO_UNMATCH',
  'OVER_BOOKING_DAY',
  'ORDER_TICKET_TIME_END',
  // goods
  'GOODS_AMOUNT_ERROR',
  'GOODS_PRICE_ERROR',
  'GOODS_PRICE_LESS',
  'GOODS_FEE_ERROR',
  'GOODS_NOT_FOUND',
  'GOODS_PACKAGE_EMPTY',
  'GOODS_DISABLED_OR_END_SALE',
  'CHANNEL_NOT_ALLOW_BUY',
  // payment method; cards by their prefix
  'PAYMENT_METHOD_ERROR',
  // advises to lock again: never automatically, that makes two tickets for one payment (T6)
  'ORDER_PROCESS_TIME_OUT',
])

const isNegative = (code: string) =>
  negative.has(code) || code.startsWith('CARD_') || code.startsWith('BCARD_')

/** Lock refusals after which the seats are certainly not ours; every other code leaves it open (T9). */
const lockRefusals = new Set([
  ...negative,
  'LOCK_SEAT_OUT_DATE',
  'CHANNEL_NOT_FOUND',
  'CHANNEL_CINEMA_NOT_FOUND',
  'CINEMA_CHANNEL_NOT_FOUND',
  'API_PERMISSION_ERROR',
  'FORMAT_ERROR',
  'NULL_ARGUMENT',
  'ILLEGAL_ARGUMENT',
])

/** 5.1. The answer must be for exactly our seats: anything else is unknown. */
export function readLock(order: OrderRecord, outcome: Outcome<CloudLock>): LockAnswer {
  switch (outcome.kind) {
    case 'done':
      return sameSeats(order, outcome.value.seatIds)
        ? { is: 'locked', lockId: outcome.value.lockId }
        : { is: 'unknown', code: 'other seats' }
    case 'refused':
      if (notProcessed.has(outcome.code)) return { is: 'not-sent' }
      return lockRefusals.has(outcome.code)
        ? { is: 'refused', code: outcome.code }
        : { is: 'unknown', code: outcome.code }
    case 'not-sent':
      return { is: 'not-sent' }
    case 'unknown':
      return { is: 'unknown', code: outcome.reason }
  }
}

/**
 * 5.3 - 5.6, 6.2, 6.3. Success needs a pickup code, tickets for exactly our seats (T12) and with goods beside them
 * their own code; anything missing is unknown.
 */
export function readConfirm(order: OrderRecord, outcome: Outcome<Confirmed>): ConfirmAnswer {
  switch (outcome.kind) {
    case 'done':
      return readConfirmed(order, outcome.value)
    case 'refused':
      if (notProcessed.has(outcome.code)) return { is: 'NOT PROCESSED', code: outcome.code }
      if (isNegative(outcome.code)) return { is: 'NEGATIVE', code: outcome.code }
      return closed.has(outcome.code)
        ? { is: 'UNKNOWN', code: outcome.code, attention: 'interface-closed' }
        : { is: 'UNKNOWN', code: outcome.code }
    case 'not-sent':
      return { is: 'NOT PROCESSED', code: outcome.reason }
    case 'unknown':
      return { is: 'UNKNOWN', code: outcome.reason }
  }
}

function readConfirmed(order: OrderRecord, confirmed: Confirmed): ConfirmAnswer {
  const { cloudOrderId } = confirmed
  const known = order.upstream.cloudOrderId
  if (cloudOrderId === '') return { is: 'UNKNOWN', code: 'incomplete' }
  if (known !== undefined && known !== cloudOrderId)
    return { is: 'UNKNOWN', code: 'other order', attention: 'answer-mismatch' }
  if (confirmed.is === 'waiting') return { is: 'UNKNOWN', code: confirmed.status, cloudOrderId }
  const { pickupCode, bookingNo, goodsCode, tickets } = confirmed
  const seatIds = tickets.map(ticket => ticket.seatId)
  if (!sameSeats(order, seatIds)) return { is: 'UNKNOWN', code: 'other seats', attention: 'answer-mismatch' }
  if (pickupCode === '' || lacksGoods(order, goodsCode))
    return { is: 'UNKNOWN', code: 'incomplete', cloudOrderId }
  const ticketNos = tickets.map(ticket => ticket.ticketNo)
  return {
    is: 'SUCCESS',
    cloudOrderId,
    tickets: { pickupCode, bookingNo, ticketNos, ...(goodsCode !== undefined && { goodsCode }) },
  }
}

/** Goods beside tickets are handed out for a code of their own. */
const lacksGoods = ({ kind }: OrderRecord, goodsCode: string | undefined) =>
  kind === 'mixed' && (goodsCode === undefined || goodsCode === '')

/** 5.7, 6.4. T3: success is the status alone; a pickup code beside another status means nothing. */
export function readOrder(order: OrderRecord, outcome: Outcome<CloudOrder>): OrderAnswer {
  switch (outcome.kind) {
    case 'done': {
      const { cloudOrderId, status, pickupCode, bookingNo, goodsCode, tickets } = outcome.value
      const known = order.upstream.cloudOrderId
      if (cloudOrderId === '') return { is: 'unclear', code: 'incomplete' }
      if (known !== undefined && known !== cloudOrderId)
        return { is: 'unclear', code: 'other order', attention: 'answer-mismatch' }
      if (status !== 'ticket_success') return { is: 'found', cloudOrderId, status }
      if (!samePlaces(order, tickets))
        return { is: 'found', cloudOrderId, status: 'other', attention: 'answer-mismatch' }
      if (pickupCode === undefined || pickupCode === '' || lacksGoods(order, goodsCode))
        return { is: 'found', cloudOrderId, status: 'other' }
      const ticketNos = tickets.map(ticket => ticket.ticketNo)
      return {
        is: 'found',
        cloudOrderId,
        status,
        tickets: {
          pickupCode,
          bookingNo: bookingNo ?? '',
          ticketNos,
          ...(goodsCode !== undefined && { goodsCode }),
        },
      }
    }
    case 'refused':
      if (outcome.code === 'ORDER_NOT_FOUND') return { is: 'not-found' }
      return closed.has(outcome.code)
        ? { is: 'unclear', code: outcome.code, attention: 'interface-closed' }
        : { is: 'unclear', code: outcome.code }
    case 'not-sent':
    case 'unknown':
      return { is: 'unclear', code: outcome.reason }
  }
}

/** 5.13, 5.14 and 9.2.10; goods alone are given back (9.2.8). NO_TIME_YET means later, never failed (T7). */
export function readReverse(outcome: Outcome<null>): Evidence {
  if (outcome.kind === 'done') return { kind: 'reverse', answer: 'done' }
  if (outcome.kind !== 'refused') return { kind: 'reverse', answer: 'unclear' }
  switch (outcome.code) {
    case 'REVERSE_TICKET_STATUS_INCORRECT':
      return { kind: 'reverse', answer: 'incorrect' }
    case 'REVERSE_TICKET_NO_TIME_YET':
      return { kind: 'reverse', answer: 'too-early' }
    case 'REVERSE_TICKET_FAILED':
    case 'GOODS_REFUND_FAILED':
      return { kind: 'reverse', answer: 'failed' }
    case 'REVERSE_ORDER_TYPE_UNMATCH':
      return { kind: 'reverse', answer: 'unclear', attention: 'reverse-wrong-kind' }
    default:
      return closed.has(outcome.code)
        ? { kind: 'reverse', answer: 'unclear', attention: 'interface-closed' }
        : { kind: 'reverse', answer: 'unclear' }
  }
}

/** Refusals after which the tickets certainly stay sold (specification 9.2.4). */
const returnRefusals = new Set([
  'REFUND_POLICY_NOT_FOUND',
  'REFUND_POLICY_HAS_EXPIRE',
  'CANCEL_ORDER_CONDITION_ERROR',
  'CANCEL_TIME_ERROR',
  'TICKET_HAS_PRINT',
  'OVER_REFUND_UPPER_LIMIT',
  'REFUND_ORDER_TYPE_NOT_MATCH',
  'GOODS_REFUND_FAILED',
])

/** 5.11 and 9.2.4. That the tickets were given back before is no refusal: the cloud is asked. */
export function readGiveBack(outcome: Outcome<null>): Evidence {
  switch (outcome.kind) {
    case 'done':
      return { kind: 'give back', answer: 'done' }
    case 'refused': {
      const { code } = outcome
      if (notProcessed.has(code)) return { kind: 'give back', answer: 'not-processed', code }
      if (returnRefusals.has(code)) return { kind: 'give back', answer: 'refused', code }
      return closed.has(code)
        ? { kind: 'give back', answer: 'refused', code, attention: 'interface-closed' }
        : { kind: 'give back', answer: 'unclear', code }
    }
    case 'not-sent':
      return { kind: 'give back', answer: 'not-processed', code: outcome.reason }
    case 'unknown':
      return { kind: 'give back', answer: 'unclear', code: outcome.reason }
  }
}

export function readRefund(outcome: Outcome<RefundFacts>): RefundAnswer {
  switch (outcome.kind) {
    case 'done':
      return outcome.value
    case 'refused':
      return 'REFUSED'
    case 'not-sent':
      return 'NOT SENT'
    case 'unknown':
      return 'UNCLEAR'
  }
}

function sameSeats(order: OrderRecord, seatIds: readonly string[]): boolean {
  return sameList(
    order.quote.lines.map(line => line.seatId),
    seatIds,
  )
}

/** 5.7 names rows and columns, not seat ids; "05" and "5" are one label in some cinemas. */
function samePlaces(order: OrderRecord, tickets: readonly { row: string; column: string }[]): boolean {
  const place = (at: { row: string; column: string }) => `${label(at.row)} ${label(at.column)}`
  return sameList(order.quote.lines.map(place), tickets.map(place))
}

const label = (text: string) => text.trim().replace(/^0+(?=.)/, '')

function sameList(ours: readonly string[], theirs: readonly string[]): boolean {
  const sorted = [...theirs].sort()
  return ours.length === theirs.length && [...ours].sort().every((value, at) => value === sorted[at])
}
