import type { OrderRecord, RefundState } from '../../journal/record.ts'
import type { Effect } from './action.ts'
import { isAskable, lockIdOf } from './states.ts'
import { timers } from './timers.ts'

const underWay: readonly RefundState[] = ['SENT', 'PROCESSING', 'ABNORMAL']

/**
 * Everything that can be asked about an order at this moment, whatever the timers say: each payment that was ever
 * begun, each refund under way, and the cloud, but for the minute after a call that may still be at work (5.3.2).
 */
export function questions(order: OrderRecord, now: number): Effect[] {
  const payments = order.payments.filter(payment => payment.createTries > 0)
  const refunds = order.refunds.filter(({ state }) => underWay.includes(state))
  return [
    ...payments.map(({ outTradeNo }) => ({ kind: 'ask payment', outTradeNo }) as const),
    ...refunds.map(({ outRefundNo }) => ({ kind: 'ask refund', outRefundNo }) as const),
    ...aboutTickets(order, now),
  ]
}

function aboutTickets(order: OrderRecord, now: number): Effect[] {
  const { confirm, reverse, giveBack } = order
  if (confirm.kind !== 'sent' || !isAskable(order)) return []
  const calls = [confirm, reverse, giveBack].flatMap(call => ('lastAt' in call ? (call.lastAt ?? []) : []))
  const askable = calls.every(at => now >= at + timers.queryAfterMs)
  return askable ? [{ kind: 'ask order', lockId: lockIdOf(order) }] : []
}
