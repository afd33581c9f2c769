import { IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import type {
  Confirm,
  OrderCard,
  OrderRecord,
  PaymentRecord,
  RefundRecord,
  Reverse,
} from '../../journal/record.ts'
import { cinemaId, offerFor, seat } from './offer.ts'

/** The first confirm, and the instant all spans below are counted from. 2026-07-28 12:00 in Beijing. */
export const t0 = Date.parse('2026-07-28T12:00:00+08:00')
export const minutes = (count: number) => count * 60_000

/** An order as it is first written down, for a show six hours later, with anything changed. */
export function anOrder(change: Partial<OrderRecord> = {}): OrderRecord {
  const times = { startsAtMs: t0 + minutes(360), sellsUntilMs: t0 + minutes(360) }
  const offer = offerFor([seat('A-05'), seat('A-06')], times)
  return {
    id: OrderId.parse('o'.repeat(22)),
    intentId: IntentId.parse('00000000-0000-4000-8000-000000000001'),
    intentDigest: 'digest',
    createdAt: t0 - minutes(1),
    lockRequestId: '1785211200000000001',
    ticketToken: TicketToken.parse('t'.repeat(22)),
    kind: 'ticket',
    ref: offer.ref,
    show: offer.show,
    quote: offer.quote,
    refundRule: offer.refund,
    startsAt: offer.startsAtMs,
    sellsUntil: offer.sellsUntilMs,
    guest: { mobile: undefined, mintedPin: '4711' },
    shares: [{ by: 'sandbox', amountFen: 9600 }],
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
    nextRunAt: t0,
    lease: undefined,
    fence: 1,
    version: 1,
    ...change,
  }
}

export const held = {
  kind: 'held',
  lockId: 'L1',
  at: t0 - minutes(1),
  releaseTries: 0,
  releaseAt: undefined,
} as const

export function aPayment(change: Partial<PaymentRecord> = {}): PaymentRecord {
  return {
    outTradeNo: 'F1',
    provider: 'sandbox',
    amountFen: 9600,
    createdAt: t0 - minutes(1),
    expiresAt: t0 + minutes(7),
    state: { kind: 'open', qr: 'qr', declined: false },
    role: undefined,
    createTries: 1,
    createAt: t0 - minutes(1),
    closeTries: 0,
    closeAt: undefined,
    lastAskedAt: undefined,
    ...change,
  }
}

export const paidState = { kind: 'paid', paidFen: 9600, paidAt: t0 - 1_000, transactionId: 'TX' } as const
export const accepted = aPayment({ state: paidState, role: 'ACCEPTED' })

/** The price in two halves, by QR and in cash. */
export const halves = [
  { by: 'sandbox', amountFen: 4800 },
  { by: 'cash', amountFen: 4800 },
] as const

/** One of them, paid and accepted unless changed. */
export function half(provider: 'sandbox' | 'cash', change: Partial<PaymentRecord> = {}): PaymentRecord {
  const state = { ...paidState, paidFen: 4800 }
  return aPayment({
    outTradeNo: `F ${provider}`,
    provider,
    amountFen: 4800,
    state,
    role: 'ACCEPTED',
    ...change,
  })
}

/** A member card as an order has it: its password is enciphered for the cloud. */
export const aCard: OrderCard = {
  kind: 'member',
  number: '6810000001',
  password: 'sEaLeD+secret',
  cinemaId,
  payableFen: 9600,
}

/** All of the price is the card's to bear: nothing is collected before the confirm. */
export function paidByCard(change: Partial<OrderRecord> = {}): OrderRecord {
  const shares = [{ by: 'card', amountFen: 9600 }] as const
  return anOrder({ state: 'CONFIRMING', lock: held, shares, card: aCard, ...change })
}

export function aRefund(change: Partial<RefundRecord> = {}): RefundRecord {
  return {
    outRefundNo: 'F1R1',
    outTradeNo: 'F1',
    amountFen: 9600,
    createdAt: t0,
    state: 'PENDING',
    tries: 0,
    polls: 0,
    lastAt: undefined,
    ...change,
  }
}

type SentConfirm = Extract<Confirm, { kind: 'sent' }>
type SentReverse = Extract<Reverse, { kind: 'sent' }>

/** Paid, with a confirm sent once at t0 and not answered, unless changed. */
export function confirming(sent: Partial<SentConfirm> = {}, change: Partial<OrderRecord> = {}): OrderRecord {
  return anOrder({
    state: 'CONFIRMING',
    lock: held,
    payments: [accepted],
    confirm: {
      kind: 'sent',
      payload: 'frozen',
      firstAt: t0,
      lastAt: t0,
      count: 1,
      notProcessed: 0,
      negatives: 0,
      lastCode: undefined,
      ...sent,
    },
    ...change,
  })
}

/** All thirteen confirms sent and unanswered, the cloud's order number known, one reversal out since minute 13. */
export function reversing(sent: Partial<SentReverse> = {}, change: Partial<OrderRecord> = {}): OrderRecord {
  const base = confirming({ lastAt: t0 + minutes(12), count: 13 })
  return {
    ...base,
    state: 'REVERSING',
    upstream: { ...base.upstream, cloudOrderId: 'C1', lastAskedAt: t0 + minutes(13) },
    reverse: {
      kind: 'sent',
      firstAt: t0 + minutes(13),
      lastAt: t0 + minutes(13),
      count: 1,
      answer: 'outstanding',
      answeredAt: undefined,
      everDone: false,
      ...sent,
    },
    ...change,
  }
}

export const ticketEvidence = { pickupCode: 'P1', bookingNo: 'B1', ticketNos: ['T1', 'T2'] } as const
