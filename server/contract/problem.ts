import type { ErrorCode } from './errors.ts'
import type { Text } from './language.ts'
import type { SeatRule } from './seat-rule.ts'

export interface ProblemDetails {
  /** The request's field that broke a rule, as a path. */
  field?: string
  /** The seats it is about. */
  seatIds?: string[]
  /** The rule that these seats broke. */
  rule?: SeatRule
  /** The guest's sentence, where more can be said than the code's own. */
  text?: Text
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
  readonly rule: SeatRule | undefined
  readonly text: Text | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, details: ProblemDetails = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'Problem'
    this.code = code
    this.field = details.field
    this.seatIds = details.seatIds
    this.rule = details.rule
    this.text = details.text
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}
