import type { ErrorCode } from '#contract/errors.ts'
import type { OrderRecord } from '../journal/record.ts'

const changed = new Set(['SCHEDULE_HAS_CHANGED', 'SCHEDULE_NOT_FOUND', 'SHOW_REF_SEQ_NO_UNMATCH'])
const notOnSale = new Set(['SCHEDULE_NOT_OPEN', 'SCHEDULE_OUT_DATE_ERROR', 'OVER_BOOKING_DAY'])
const badSeat = new Set(['SEATID_ERROR', 'SEAT_NOT_FOUND', 'SEAT_INFO_ERROR', 'SEAT_INFO_NOT_NULL'])

/** Why seats could not be held, in the contract's words; undefined when they are, or were. */
export function holdProblem(order: OrderRecord): ErrorCode | undefined {
  switch (order.state) {
    case 'LOCK_UNKNOWN':
    case 'DRAFT':
    case 'LOCKING':
      return 'cinema-unavailable'
    case 'FAILED':
      return failure(order)
    default:
      return undefined
  }
}

function failure({ lock, reason }: OrderRecord): ErrorCode | undefined {
  if (lock.kind === 'refused') {
    if (changed.has(lock.code)) return 'show-changed'
    if (notOnSale.has(lock.code)) return 'show-not-on-sale'
    if (badSeat.has(lock.code)) return 'seat-not-for-sale'
    if (lock.code === 'OVER_MAX_TICKET') return 'too-many-seats'
  }
  switch (reason) {
    case 'seats-taken':
    case 'sales-ended':
    case 'cinema-refused':
      return reason
    case 'cancelled':
      return undefined
    default:
      return 'cinema-unavailable'
  }
}
