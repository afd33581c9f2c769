import type { OrderStatus } from '#contract/order.ts'
import { mustNotBeInterrupted, phaseOf } from '#src/features/ordering/order-rules.ts'
import type { IdleLimit } from '#src/lib/idle.ts'

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
