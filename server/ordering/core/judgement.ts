import type { OrderReason } from '#contract/order.ts'
import type { OrderRecord } from '../../journal/record.ts'
import type { CloudOrderStatus } from '../../moviecloud/gateway-types.ts'
import { timers } from './timers.ts'

/** What the evidence proves about tickets: they exist for good, they can't exist, or it is open. */
export type Verdict = 'tickets' | 'no tickets' | 'open'

const gone: readonly CloudOrderStatus[] = ['ticket_failed', 'reverse_success', 'refund_success']

/** The one place where evidence about the confirm is weighed. */
export function verdict(order: OrderRecord): Verdict {
  const { confirm, upstream, reverse } = order
  if (confirm.kind !== 'sent') return 'open'
  const status = upstream.status
  if (reverse.kind === 'none') {
    if (upstream.tickets !== undefined) return 'tickets'
    const saysGone = status !== undefined && gone.includes(status.is) && status.askedAt > confirm.lastAt
    return saysGone || loneNegative(order) || notFoundForGood(order) ? 'no tickets' : 'open'
  }
  const afterReversal = status !== undefined && status.askedAt >= reverse.lastAt
  if (afterReversal && status.is === 'ticket_success') {
    // T1: an unanswered reversal may still land and void them. Only a reversal that was refused because the
    // order is in no state to be reversed, and a question asked after that, make tickets safe.
    const safe =
      reverse.answer === 'incorrect' &&
      reverse.answeredAt !== undefined &&
      status.askedAt >= reverse.answeredAt &&
      upstream.tickets !== undefined
    return safe ? 'tickets' : 'open'
  }
  const saysGone = afterReversal && status !== undefined && gone.includes(status.is)
  return reverse.everDone || saysGone ? 'no tickets' : 'open'
}

/** T5: a no counts by itself only when it answers the one attempt that can have been processed. */
export function loneNegative(order: OrderRecord): boolean {
  const { confirm, upstream } = order
  return (
    confirm.kind === 'sent' &&
    upstream.tickets === undefined &&
    confirm.negatives === 1 &&
    confirm.count - confirm.notProcessed === 1
  )
}

/** Every attempt was answered with proof that it was not processed. */
export function neverReached(order: OrderRecord): boolean {
  const { confirm, upstream } = order
  return (
    confirm.kind === 'sent' && confirm.count === confirm.notProcessed && upstream.cloudOrderId === undefined
  )
}

/** ORDER_NOT_FOUND often enough, long enough and late enough; it settles once the lock is released as well. */
export function notFoundLongEnough(order: OrderRecord): boolean {
  const { confirm, upstream } = order
  const run = upstream.notFound
  if (confirm.kind !== 'sent' || run === undefined || upstream.cloudOrderId !== undefined) return false
  const rule = timers.notFound
  return (
    run.count >= rule.times &&
    run.lastAt - run.firstAt >= rule.spanMs &&
    run.lastAt >= confirm.lastAt + rule.afterConfirmMs &&
    run.lastAt >= confirm.firstAt + rule.afterFirstMs
  )
}

/** Without its lock a confirm that lands late can no longer make tickets. */
function notFoundForGood(order: OrderRecord): boolean {
  return notFoundLongEnough(order) && order.lock.kind === 'released'
}

/** Why there are no tickets, in the guest's terms. */
export function noTicketsReason(order: OrderRecord): OrderReason {
  if (order.confirm.kind === 'sent' && order.confirm.lastCode === 'ORDER_TICKET_TIME_END')
    return 'sales-ended'
  if (neverReached(order)) return 'cloud-unavailable'
  return loneNegative(order) || order.upstream.status?.is === 'ticket_failed'
    ? 'cinema-refused'
    : 'cinema-slow'
}

/**
 * When the money goes back although the cloud has not said what became of the order: at the start of the film
 * or two hours after the first confirm, but never before the confirms are through.
 */
export function unsettledDeadline(startsAt: number, firstConfirmAt: number): number {
  const confirmsThrough = firstConfirmAt + timers.reverseFromMs
  return Math.min(firstConfirmAt + timers.unsettledMaxMs, Math.max(startsAt, confirmsThrough))
}

/** Section 10: minutes 13, 14, 15 and 16 after the first confirm, then every half hour; the first slot after `last`. */
export function nextReversal(firstConfirmAt: number, last: number): number {
  const since = last - firstConfirmAt
  const early = timers.reverseSlotsMs.find(slot => slot > since)
  if (early !== undefined) return firstConfirmAt + early
  const from = Math.max(...timers.reverseSlotsMs)
  const halfHours = Math.floor((since - from) / timers.reverseEveryMs) + 1
  return firstConfirmAt + from + halfHours * timers.reverseEveryMs
}
