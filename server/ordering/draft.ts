import type { IntentId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { GoodsOffer, Offer } from '../pricing/offer.ts'
import { timers } from './core/timers.ts'
import { mintLockRequestId, mintOrderId, mintPin, mintTicketToken, type RandomBytes } from './ids.ts'

type About = Pick<OrderRecord, 'kind' | 'ref' | 'show' | 'quote' | 'refundRule' | 'startsAt' | 'sellsUntil'>

/** What a guest wants under which intent. */
export interface Wish {
  intentId: IntentId
  intentDigest: string
}

/**
 * An order of seats as it is first written down, before anything is sent.
 *
 * @throws Problem sales-ended when the show stops selling too soon to pay
 */
export function draft(wish: Wish, offer: Offer, random: RandomBytes, now: number): OrderRecord {
  if (now + timers.payableAtLeastMs > offer.sellsUntilMs - timers.saleMarginMs)
    throw new Problem('sales-ended')
  const about = {
    kind: 'ticket',
    ref: offer.ref,
    show: offer.show,
    quote: offer.quote,
    refundRule: offer.refund,
    startsAt: offer.startsAtMs,
    sellsUntil: offer.sellsUntilMs,
  } as const
  return begin(wish, about, random, now)
}

/** An order from the counter alone: there is no show, so the times are those of a queue. */
export function draftGoods(wish: Wish, offer: GoodsOffer, random: RandomBytes, now: number): OrderRecord {
  const about = {
    kind: 'goods',
    ref: { cinemaId: offer.cinema.cinemaId },
    show: offer.cinema,
    quote: offer.quote,
    refundRule: { kind: 'none' },
    startsAt: now + timers.goodsDueMs,
    sellsUntil: now + timers.goodsDueMs,
  } as const
  return begin(wish, about, random, now)
}

function begin(wish: Wish, about: About, random: RandomBytes, now: number): OrderRecord {
  return {
    ...wish,
    ...about,
    id: mintOrderId(random),
    createdAt: now,
    lockRequestId: mintLockRequestId(random, now),
    ticketToken: mintTicketToken(random),
    guest: { mobile: undefined, mintedPin: mintPin(random) },
    shares: [],
    card: undefined,
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
