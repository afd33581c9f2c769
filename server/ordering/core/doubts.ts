import type { AttentionReason } from '#contract/attention.ts'
import type { OrderRecord } from '../../journal/record.ts'
import { timers } from './timers.ts'

/** From when on an order that simply goes on is in doubt, ms. */
export const doubtAfter = {
  /** Its time has come and nobody looks at it: longer than a lease, and than taking over from a dead node. */
  overdueMs: 2 * timers.queryAfterMs,
  /** Paid, and section 10's confirms and reversals should have settled it. */
  undecidedMs: 16 * timers.confirmEveryMs,
  refundMs: 60 * timers.confirmEveryMs,
} as const

/** What time alone puts in doubt; it is over by itself when the order goes on. */
export type TimedDoubt = Extract<AttentionReason, 'overdue' | 'undecided' | 'refund-slow'>
export const timedDoubts: readonly TimedDoubt[] = ['overdue', 'undecided', 'refund-slow']

/** Which of them hold now, and since when. */
export function timedDoubtsOf(order: OrderRecord, now: number): { reason: TimedDoubt; at: number }[] {
  const since: Record<TimedDoubt, number | undefined> = {
    overdue: overdueSince(order, now),
    undecided: undecidedSince(order),
    'refund-slow': refundSince(order),
  }
  return timedDoubts.flatMap(reason => {
    const at = since[reason]
    return at !== undefined && at <= now ? [{ reason, at }] : []
  })
}

function overdueSince({ nextRunAt, lease }: OrderRecord, now: number): number | undefined {
  if (nextRunAt === undefined || (lease !== undefined && lease.until > now)) return undefined
  return Math.max(nextRunAt, lease?.until ?? 0) + doubtAfter.overdueMs
}

function undecidedSince({ decision, payments }: OrderRecord): number | undefined {
  if (decision.kind !== 'none') return undefined
  const paid = payments.flatMap(({ state }) => (state.kind === 'paid' ? [state.paidAt] : []))
  return paid.length === 0 ? undefined : Math.min(...paid) + doubtAfter.undecidedMs
}

function refundSince({ refunds }: OrderRecord): number | undefined {
  const open = refunds.filter(({ state }) => state !== 'SUCCESS' && state !== 'CLOSED')
  return open.length === 0
    ? undefined
    : Math.min(...open.map(refund => refund.createdAt)) + doubtAfter.refundMs
}
