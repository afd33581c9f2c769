import type { OrderStatus } from '#contract/order.ts'
import { mustNotBeInterrupted, phaseOf } from '#src/features/ordering/order-rules.ts'

/** How long a screen may stand untouched: a warning first, then the kiosk is for the next guest. */
export interface IdleLimit {
  warnAfterMs: number
  leaveAfterMs: number
}

const browsing: IdleLimit = { warnAfterMs: 60_000, leaveAfterMs: 75_000 }
/** A ticket on show is somebody's property: it goes out of sight sooner. */
const ticketShown: IdleLimit = { warnAfterMs: 15_000, leaveAfterMs: 30_000 }

/** The limit for what is on the screen; undefined where nobody must be sent away. */
export function idleLimit(screen: {
  attract: boolean
  status: OrderStatus | undefined
}): IdleLimit | undefined {
  const { attract, status } = screen
  if (status && mustNotBeInterrupted({ status })) return undefined
  if (status && phaseOf({ status }) === 'done') return ticketShown
  return attract && status === undefined ? undefined : browsing
}

export type IdleState = { kind: 'present' } | { kind: 'warning'; leavesInMs: number } | { kind: 'gone' }

/** What an untouched time means under a limit. */
export function idleState(untouchedMs: number, limit: IdleLimit | undefined): IdleState {
  if (limit === undefined || untouchedMs < limit.warnAfterMs) return { kind: 'present' }
  if (untouchedMs < limit.leaveAfterMs)
    return { kind: 'warning', leavesInMs: limit.leaveAfterMs - untouchedMs }
  return { kind: 'gone' }
}
