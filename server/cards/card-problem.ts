import { cardErrors } from '#contract/cards.ts'
import type { ErrorCode } from '#contract/errors.ts'
import { Problem } from '#contract/problem.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { cloudCodes } from '../moviecloud/codes.ts'

const answerable: readonly ErrorCode[] = cardErrors
const fields: Partial<Record<ErrorCode, string>> = {
  'card-not-found': 'number',
  'card-password-wrong': 'password',
}

/**
 * The value of a question about a card that went well. A refusal that says nothing about card or show means that the
 * cinema cannot be asked.
 *
 * @throws Problem with one of `cardErrors`; the cause has the cloud's code and no more, since its words name cards
 */
export function cardAnswer<T>(outcome: Outcome<T>): T {
  switch (outcome.kind) {
    case 'done':
      return outcome.value
    case 'refused': {
      const error = cloudCodes.get(outcome.code)?.error ?? 'internal'
      const code = answerable.includes(error) ? error : 'cinema-unavailable'
      const field = fields[code]
      throw new Problem(code, { ...(field !== undefined && { field }), cause: new Error(outcome.code) })
    }
    case 'not-sent':
    case 'unknown':
      throw new Problem('cinema-unavailable', { cause: new Error(outcome.reason) })
  }
}
