import type { ErrorCode } from './errors.ts'

export interface ProblemDetails {
  /** The request's field that broke a rule, as a path. */
  field?: string
  /** The seats it is about. */
  seatIds?: string[]
  retryAfterSeconds?: number
  cause?: unknown
}

/**
 * The one error both sides know by code: domains throw it, http/ turns it into an `ApiError` answer in the
 * guest's language, and the browser's api/ turns that answer back into it.
 */
export class Problem extends Error {
  readonly code: ErrorCode
  readonly field: string | undefined
  readonly seatIds: string[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, details: ProblemDetails = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'Problem'
    this.code = code
    this.field = details.field
    this.seatIds = details.seatIds
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}
