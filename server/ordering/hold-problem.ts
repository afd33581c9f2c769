import { endpoints } from '#contract/endpoints.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { OrderRecord } from '../journal/record.ts'
import { cloudCodes } from '../moviecloud/codes.ts'

/** Why seats could not be held, in the contract's words; undefined when they are, or were. */
export function holdProblem(order: OrderRecord): ErrorCode | undefined {
  switch (order.state) {
    case 'DRAFT':
    case 'LOCKING':
    case 'LOCK_UNKNOWN':
      return 'cinema-unavailable'
    case 'FAILED':
      return failure(order)
    default:
      return undefined
  }
}

const answerable: readonly ErrorCode[] = endpoints.createHold.errors

function failure({ lock, reason }: OrderRecord): ErrorCode | undefined {
  if (reason === 'cancelled') return undefined
  if (reason === 'seats-taken' || reason === 'sales-ended') return reason
  if (lock.kind !== 'refused') return 'cinema-unavailable'
  const error = cloudCodes.get(lock.code)?.error
  return error !== undefined && answerable.includes(error) ? error : 'cinema-refused'
}
