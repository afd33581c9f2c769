/**
 * What became of a request to another system. Refused, unavailable and unknown are different outcomes and lead
 * to different acts; business results are never thrown.
 */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  /** It answered, and the answer is no. Whether that no is final depends on the code (moviecloud/codes.ts). */
  | { kind: 'refused'; code: string; meaning: string }
  /** It certainly never saw the request: connection refused, name not found, breaker open. */
  | { kind: 'not-sent'; reason: string }
  /** Nobody knows: timeout, reset, 5xx, unreadable answer. To be looked up, never taken for a failure. */
  | { kind: 'unknown'; reason: string }

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value })

/** The outcome with its value replaced; anything but `done` passes through. */
export function mapOutcome<A, B>(outcome: Outcome<A>, f: (value: A) => B): Outcome<B> {
  return outcome.kind === 'done' ? done(f(outcome.value)) : outcome
}
