import type { IntentId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { Offer } from '../pricing/offer.ts'
import { timers } from './core/timers.ts'
import { mintLockRequestId, mintOrderId, mintPin, mintTicketToken, type RandomBytes } from './ids.ts'

/**
 * The order as it is first written down, before anything is sent.
 *
 * @throws Problem sales-ended when the show stops selling too soon to pay
 */
export function draft(
  intentId: IntentId,
  intentDigest: string,
  offer: Offer,
  random: RandomBytes,
  now: number,
): OrderRecord {
  if (now + timers.payableAtLeastMs > offer.sellsUntilMs - timers.saleMarginMs)
    throw new Problem('sales-ended')
  return {
    id: mintOrderId(random),
    intentId,
    intentDigest,
    createdAt: now,
    lockRequestId: mintLockRequestId(random, now),
    ticketToken: mintTicketToken(random),
    ref: offer.ref,
    show: offer.show,
    quote: offer.quote,
    refundRule: offer.refund,
    startsAt: offer.startsAtMs,
    sellsUntil: offer.sellsUntilMs,
    guest: { mobile: undefined, mintedPin: mintPin(random) },
    state: 'DRAFT',
    reason: undefined,
    lock: { kind: 'unsent' },
    payments: [],
    refunds: [],
    confirm: { kind: 'none' },
    reverse: { kind: 'none' },
    upstream: {
      cloudOrderId: undefined,
      lastAskedAt: undefined,
      status: undefined,
      notFound: undefined,
      tickets: undefined,
    },
    decision: { kind: 'none' },
    giveBack: { kind: 'none' },
    attention: [],
    nextRunAt: now,
    lease: undefined,
    fence: 0,
    version: 0,
  }
}
