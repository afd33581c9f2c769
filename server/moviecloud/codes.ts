import type { ErrorCode } from '#contract/errors.ts'
import type { Text } from '#contract/language.ts'
import { type Sentence, sentences } from './sentences.ts'

/**
 * What an answer with this code says of the attempt it answers:
 * `done`: it worked; `refused`: the cloud looked at it and said no; `not-processed`: it was turned away at the
 * door and did nothing; `unknown`: it may or may not have worked.
 */
export type CodeClass = 'done' | 'refused' | 'not-processed' | 'unknown'

export interface CloudCode {
  class: CodeClass
  /** Table of the specification. */
  table: string
  /** What our API answers for it. */
  error: ErrorCode
  /** What the guest is told. */
  text: Text
}

type Row = readonly [code: string, error: ErrorCode, sentence: Sentence]

const classified = (table: string, kind: CodeClass, rows: readonly Row[]): [string, CloudCode][] =>
  rows.map(([code, error, sentence]) => [code, { class: kind, table, error, text: sentences[sentence] }])

/** All codes of specification 9, and the three that only its change log names. */
export const cloudCodes: ReadonlyMap<string, CloudCode> = new Map([
  ...classified('9.1', 'done', [['0', 'internal', 'done']]),
  ...classified('9.1', 'not-processed', [
    ['20001', 'selling-paused', 'paused'],
    ['30001', 'internal', 'ourFault'],
    ['30002', 'internal', 'ourFault'],
    ['30003', 'internal', 'ourFault'],
    ['30004', 'internal', 'tryAgain'],
    ['30005', 'internal', 'ourFault'],
    ['30006', 'internal', 'ourFault'],
  ]),
  ...classified('9.1', 'unknown', [
    ['10001', 'cinema-unavailable', 'tryAgain'],
    ['40001', 'cinema-unavailable', 'tryAgain'],
    ['40002', 'cinema-unavailable', 'tryAgain'],
    ['40003', 'cinema-unavailable', 'busy'],
  ]),
  ...classified('9.2.1', 'done', [['SUCCESS', 'internal', 'done']]),
  ...classified('9.2.1', 'unknown', [
    ['SYSTEM_ERROR', 'cinema-unavailable', 'tryAgain'],
    ['CONNECTION_ERROR', 'cinema-unavailable', 'tryAgain'],
    ['CINEMA_CONNECTION_ERROR', 'cinema-unavailable', 'tryAgain'],
    ['CINEMA_RETURN_IS_NULL', 'cinema-unavailable', 'tryAgain'],
    ['CINEMA_EXECUTOR_ERROR', 'cinema-unavailable', 'tryAgain'],
    ['CINEMA_RATE_LIMIT_EXCEEDED', 'cinema-unavailable', 'busy'],
    ['UNKNOWN_ERROR', 'cinema-unavailable', 'tryAgain'],
    ['REQUEST_BUSY_ERROR', 'cinema-unavailable', 'busy'],
  ]),
  ...classified('9.2.1', 'refused', [
    ['API_PERMISSION_ERROR', 'selling-paused', 'paused'],
    ['HALL_RETURN_NULL', 'cinema-unavailable', 'tryAgain'],
    ['FORMAT_ERROR', 'invalid-request', 'ourFault'],
    ['NULL_ARGUMENT', 'invalid-request', 'ourFault'],
    ['ILLEGAL_ARGUMENT', 'invalid-request', 'ourFault'],
    ['DATA_NOT_EXIST', 'not-found', 'orderGone'],
    ['RETURN_IS_NULL', 'not-found', 'orderGone'],
    ['CINEMA_INVALID', 'selling-paused', 'paused'],
    ['CHANNEL_NOT_FOUND', 'selling-paused', 'paused'],
    ['CHANNEL_CINEMA_NOT_FOUND', 'selling-paused', 'paused'],
    ['ORDER_NOT_FOUND', 'order-not-found', 'orderGone'],
    ['OVER_MAX_SCHEDULE_DAY', 'show-not-on-sale', 'tooEarly'],
    ['SEATID_ERROR', 'show-changed', 'seatWrong'],
    ['SEAT_INFO_NOT_NULL', 'invalid-request', 'ourFault'],
    ['SEAT_INFO_ERROR', 'show-changed', 'seatWrong'],
    ['GOODS_INFO_NOT_NULL', 'invalid-request', 'ourFault'],
    ['GOODS_INFO_ERROR', 'invalid-request', 'goodsGone'],
    ['GOODS_QUERY_ERROR', 'cinema-unavailable', 'tryAgain'],
    ['SEAT_NOT_FOUND', 'show-changed', 'seatWrong'],
    ['CINEMA_CHANNEL_NOT_FOUND', 'show-not-on-sale', 'showClosed'],
    ['SCHEDULE_NOT_FOUND', 'show-not-found', 'showGone'],
    ['SCHEDULE_HAS_CHANGED', 'show-changed', 'showChanged'],
    ['REQUEST_PARAM_INCONFORMITY_ERROR', 'internal', 'ourFault'],
  ]),
  ...classified('9.2.2', 'refused', [
    ['SCHEDULE_OUT_DATE_ERROR', 'show-not-on-sale', 'tooEarly'],
    ['SCHEDULE_NOT_OPEN', 'show-not-on-sale', 'showClosed'],
    ['LOCK_SEAT_OUT_DATE', 'show-not-on-sale', 'tooEarly'],
    ['LOCK_SEAT_ERROR', 'seats-taken', 'seatsTaken'],
    ['SHOW_REF_SEQ_NO_UNMATCH', 'show-changed', 'showChanged'],
    ['LOCKSEAT_UNMATCH', 'hold-expired', 'holdOver'],
    ['UN_LOCK_SEAT_UNSUCCESS', 'cinema-unavailable', 'tryAgain'],
  ]),
  ...classified('9.2.3', 'refused', [
    ['OVER_BOOKING_DAY', 'show-not-on-sale', 'tooEarly'],
    ['OVER_MAX_TICKET', 'too-many-seats', 'tooMany'],
    ['SEAT_COUNT_ERROR', 'hold-expired', 'holdOver'],
    ['PAYMENT_AMOUNT_ERROR', 'quote-changed', 'priceChanged'],
    ['LOW_THAN_LEAST_PRICE_ERROR', 'quote-changed', 'priceChanged'],
    ['LOW_THAN_SETTLE_PRICE_ERROR', 'quote-changed', 'priceChanged'],
    ['TICKET_PRICE_ERROR', 'quote-changed', 'priceChanged'],
    ['TICKET_FEE_ERROR', 'quote-changed', 'priceChanged'],
    ['CHANNEL_PRICE_ERROR', 'quote-changed', 'priceChanged'],
    ['TICKET_PRICE_VALID_ERROR', 'quote-changed', 'priceChanged'],
    ['AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR', 'quote-changed', 'priceChanged'],
    ['AREA_SEAT_NOT_SUPPORT_BENEFIT', 'card-refused', 'benefitNotArea'],
    ['ORDER_SEAT_ERROR', 'hold-expired', 'holdOver'],
    ['NO_USB_ERROR', 'selling-paused', 'paused'],
    ['LOCK_SEAT_UNSUCCESS', 'seats-taken', 'seatsTaken'],
    ['ORDER_TICKET_TIME_END', 'sales-ended', 'salesEnded'],
    ['ORDER_PROCESS_TIME_OUT', 'hold-expired', 'holdOver'],
    ['PAYMENT_METHOD_ERROR', 'card-refused', 'payMethod'],
    ['TICKET_ORDER_CLOSE_ERROR', 'selling-paused', 'paused'],
    ['GOODS_ORDER_CLOSE_ERROR', 'selling-paused', 'paused'],
  ]),
  ...classified('9.2.3', 'unknown', [
    ['ORDER_PROCESSING', 'cinema-unavailable', 'processing'],
    ['SETTLEACCOUNT_PAY_FAIL', 'cinema-unavailable', 'processing'],
  ]),
  ...classified('9.2.4', 'refused', [
    ['REFUND_POLICY_NOT_FOUND', 'cinema-refused', 'noRefund'],
    ['REFUND_POLICY_HAS_EXPIRE', 'cinema-refused', 'noRefund'],
    ['CANCEL_ORDER_CONDITION_ERROR', 'cinema-refused', 'noRefund'],
    ['CANCEL_TIME_ERROR', 'cinema-refused', 'refundLate'],
    ['TICKET_HAS_REFUND', 'cinema-refused', 'refunded'],
    ['TICKET_HAS_PRINT', 'cinema-refused', 'printed'],
    ['OVER_REFUND_UPPER_LIMIT', 'cinema-refused', 'refundLimit'],
    ['REFUND_TICKET_STATUS_INCORRECT', 'cinema-refused', 'noRefund'],
    ['REFUND_ORDER_TYPE_NOT_MATCH', 'internal', 'ourFault'],
  ]),
  ...classified('9.2.5', 'refused', [
    ['PRINT_TICKET_NOT_ALLOW', 'cinema-refused', 'printed'],
    ['CONFIRMATIONID_WRONG', 'pickup-not-found', 'pickupWrong'],
  ]),
  ...classified('9.2.6', 'done', [['PRINT_TICKET_ALLOW', 'internal', 'done']]),
  ...classified('9.2.7', 'refused', [
    ['GOODS_AMOUNT_ERROR', 'quote-changed', 'goodsPrice'],
    ['GOODS_ORDER_FAILED', 'cinema-refused', 'goodsFailed'],
    ['GOODS_PRICE_ERROR', 'quote-changed', 'goodsPrice'],
    ['GOODS_PRICE_LESS', 'quote-changed', 'goodsPrice'],
    ['GOODS_NOT_FOUND', 'not-found', 'goodsGone'],
    ['CHANNEL_NOT_ALLOW_BUY', 'selling-paused', 'goodsFailed'],
    ['GOODS_FEE_ERROR', 'quote-changed', 'goodsPrice'],
    ['GOODS_PACKAGE_EMPTY', 'cinema-refused', 'goodsGone'],
    ['GOODS_DISABLED_OR_END_SALE', 'cinema-refused', 'goodsGone'],
  ]),
  ...classified('9.2.8', 'refused', [['GOODS_REFUND_FAILED', 'cinema-refused', 'staff']]),
  ...classified('9.2.9', 'refused', [
    ['TIME_CARD_CHARGE_ERROR', 'card-refused', 'cardTopUpStep'],
    ['CARD_NOT_EXIST_ERROR', 'card-refused', 'cardUnknown'],
    ['CARD_PASSWORD_ERROR', 'card-refused', 'cardPassword'],
    ['CARD_NOT_USE_ERROR', 'card-refused', 'cardUnusable'],
    ['CARD_OLD_PASSWORD_ERROR', 'card-refused', 'cardPassword'],
    ['CARD_TYPE_NOADD_ERROR', 'card-refused', 'cardNoTopUp'],
    ['CARD_GRADE_NOT_EXIST_ERROR', 'card-refused', 'cardSoldOut'],
    ['CARD_NO_PRECARD_ERROR', 'card-refused', 'cardSoldOut'],
    ['CARD_REGISTER_FEE_ERROR', 'quote-changed', 'cardFee'],
  ]),
  ...classified('9.2.10', 'refused', [
    ['REVERSE_ORDER_TYPE_UNMATCH', 'internal', 'ourFault'],
    ['REVERSE_TICKET_STATUS_INCORRECT', 'cinema-refused', 'staff'],
    ['REVERSE_TICKET_FAILED', 'cinema-unavailable', 'tryAgain'],
    ['REVERSE_TICKET_NO_TIME_YET', 'cinema-refused', 'processing'],
  ]),
  ...classified('9.2.12', 'refused', [
    ['BCARD_NOT_EXIST', 'card-refused', 'cardUnknown'],
    ['BCARD_DISABLED', 'card-refused', 'cardUnusable'],
    ['BCARD_EXPIRED', 'card-refused', 'benefitExpired'],
    ['BCARD_POLICY_NOT_EXIST', 'card-refused', 'benefitGone'],
    ['BCARD_ORDER_NOT_EXIST', 'order-not-found', 'orderGone'],
    ['BCARD_POLICY_EXPIRED', 'card-refused', 'benefitGone'],
    ['BCARD_POLICY_DISABLED', 'card-refused', 'benefitGone'],
    ['BCARD_MOBILE_INVALID', 'card-refused', 'benefitMobile'],
    ['BCARD_MOBILE_EXIST', 'card-refused', 'benefitMobileTaken'],
    ['BCARD_REGISTER_FEE_INVALID', 'quote-changed', 'cardFee'],
    ['BCARD_NOT_ALLOW_RENEW', 'card-refused', 'benefitNoRenew'],
    ['BCARD_RENEW_FEE_INVALID', 'quote-changed', 'cardFee'],
  ]),
  ...classified('9.2.13', 'refused', [
    ['BCARD_TICKET_COUNT_ZERO_ERROR', 'card-refused', 'benefitNotHere'],
    ['BCARD_TICKET_OVER_LIMIT', 'card-refused', 'benefitUsedUp'],
    ['BCARD_SCHEDULE_NOT_MATCH', 'card-refused', 'benefitNotHere'],
    ['BCARD_POLICY_NOT_APPROVED', 'card-refused', 'cardUnusable'],
  ]),
])

/** A code that no table names settles nothing. */
export function classOf(code: string): CodeClass {
  return cloudCodes.get(code)?.class ?? 'unknown'
}
