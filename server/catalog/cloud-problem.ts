import type { ErrorCode } from '#contract/errors.ts'
import { Problem } from '#contract/problem.ts'
import type { Outcome } from '../kernel/outcome.ts'

/** Refusals that say something about the show; any other means that the cinema cannot be asked (9.2.1). */
const refusals: Partial<Record<string, ErrorCode>> = {
  SCHEDULE_NOT_FOUND: 'show-not-found',
  SCHEDULE_HAS_CHANGED: 'show-changed',
}

/**
 * The value of a read that went well.
 *
 * @throws Problem show-not-found, show-changed, or cinema-unavailable with the cloud's words as cause
 */
export function valueOrProblem<T>(outcome: Outcome<T>): T {
  switch (outcome.kind) {
    case 'done':
      return outcome.value
    case 'refused':
      throw new Problem(refusals[outcome.code] ?? 'cinema-unavailable', {
        cause: new Error(`${outcome.code}: ${outcome.meaning}`),
      })
    case 'not-sent':
    case 'unknown':
      throw new Problem('cinema-unavailable', { cause: new Error(outcome.reason) })
  }
}
