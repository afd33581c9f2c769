import type { Clock } from '../kernel/clock.ts'

/** Spares a cloud that does not answer the calls that can wait, and their callers the wait. */
export interface Breaker {
  /** Whether a call may go out now; while open, one call at a time goes through to look whether it heals. */
  allows(): boolean
  /** The call that was allowed came to this. */
  note(result: 'answered' | 'unanswered'): void
}

const unansweredToOpen = 5
/** Short, since an outage ends for the guest only when somebody asks again. */
const openMs = 2_000

/** Opens after five unanswered calls in a row, however many run beside each other; any answer closes it. */
export function createBreaker(clock: Clock): Breaker {
  let unanswered = 0
  let openUntilMs = 0

  return {
    allows() {
      if (unanswered < unansweredToOpen) return true
      const nowMs = clock.now()
      // A clock that was set back must not keep it open for longer than it would be anyway.
      const waiting = nowMs < openUntilMs && openUntilMs - nowMs <= openMs
      if (waiting) return false
      openUntilMs = nowMs + openMs
      return true
    },
    note(result) {
      if (result === 'answered') {
        unanswered = 0
        return
      }
      unanswered += 1
      openUntilMs = clock.now() + openMs
    },
  }
}
