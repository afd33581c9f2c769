import type { ErrorCode } from '#contract/errors.ts'
import type { OrderKind, OrderReason, Quote } from '#contract/order.ts'
import type { OrderCard, OrderRecord, OrderState, PaymentRecord, Share } from '../../journal/record.ts'
import { changePayment, type DueShare, isLive, isPaidUp, openShares, payBy, withRole } from './states.ts'

/** What a guest's wish makes of the order, or why it can't be. */
export type Answered = { ok: true; order: OrderRecord } | { ok: false; code: ErrorCode }

const refused = (code: ErrorCode): Answered => ({ ok: false, code })

export interface PaymentWish {
  quoteHash: string
  mobile: string | undefined
  /** Together the quote's total. Not heard while a payment of another wish can still be paid, or was. */
  shares: readonly Share[]
  /** One for each payment that may have to be begun. */
  outTradeNos: readonly string[]
}

/**
 * The guest wants to pay. A payment that is open is answered again; the mobile may change until all the money is
 * there. The total is the quote's and nobody else's.
 */
export function requestPayment(order: OrderRecord, wish: PaymentWish, now: number): Answered {
  const { state } = order
  switch (state) {
    case 'LOCKED':
    case 'PAYING': {
      if (wish.quoteHash !== order.quote.hash) return refused('quote-changed')
      if (isSettled(order)) return refused('order-already-paid')
      if (now >= payBy(order)) return refused('hold-expired')
      const untouched = order.payments.every(payment => payment.state.kind === 'closed')
      const wished: OrderRecord = {
        ...order,
        guest: { ...order.guest, mobile: wish.mobile },
        shares: untouched ? wish.shares : order.shares,
        nextRunAt: now,
      }
      // Nothing to collect before the confirm: the cloud takes it all from the card.
      if (isPaidUp(wished)) return { ok: true, order: { ...wished, state: 'PAID', reason: undefined } }
      const payments = openShares(wished)
        .filter(share => !order.payments.some(one => one.provider === share.by && isLive(one)))
        .flatMap((share, at) =>
          wish.outTradeNos.slice(at, at + 1).map(outTradeNo => newPayment(order, share, outTradeNo, now)),
        )
      return payments.length === 0
        ? { ok: true, order: hurried(wished) }
        : {
            ok: true,
            order: {
              ...wished,
              payments: [...order.payments, ...payments],
              state: 'PAYING',
              reason: undefined,
            },
          }
    }
    case 'CLOSING':
      return refused('payment-closing')
    default:
      return refused(whyNotPayable(state, order.reason))
  }
}

/**
 * The order with another price: something from the counter, or a card that makes it cheaper. Not while a payment of
 * the old price can still be paid.
 */
export function changeQuote(
  order: OrderRecord,
  wish: { kind: OrderKind; quote: Quote; card: OrderCard | undefined },
  now: number,
): Answered {
  const { state } = order
  switch (state) {
    case 'LOCKED':
      if (withRole(order, 'ACCEPTED') !== undefined) return refused('payment-open')
      if (now >= payBy(order)) return refused('hold-expired')
      return { ok: true, order: { ...order, ...wish, shares: [] } }
    case 'PAYING':
    case 'CLOSING':
      return refused('payment-open')
    default:
      return refused(whyNotPayable(state, order.reason))
  }
}

/** Why an order in such a state takes no payment any more, or none yet. */
function whyNotPayable(
  state: Exclude<OrderState, 'LOCKED' | 'PAYING' | 'CLOSING'>,
  reason: OrderReason | undefined,
): ErrorCode {
  switch (state) {
    case 'PAID':
    case 'CONFIRMING':
    case 'REVERSING':
    case 'TICKETED':
    case 'RETURNING':
    case 'RETURNED':
      return 'order-already-paid'
    case 'RELEASED':
      return reason === 'hold-expired' ? 'hold-expired' : 'order-not-payable'
    case 'DRAFT':
    case 'LOCKING':
    case 'LOCK_UNKNOWN':
    case 'FAILED':
    case 'REFUNDING':
    case 'REFUNDED':
      return 'order-not-payable'
  }
}

/** The guest gives the order up. Seats are released only once no payment can come in any more. */
export function giveUp(order: OrderRecord, reason: OrderReason, now: number): Answered {
  switch (order.state) {
    case 'LOCKED':
    case 'PAYING': {
      if (isSettled(order)) return refused('order-already-paid')
      // A part that was paid already goes back once no other can come in.
      const entangled = order.payments.some(isLive) || withRole(order, 'ACCEPTED') !== undefined
      return {
        ok: true,
        order: { ...order, state: entangled ? 'CLOSING' : 'RELEASED', reason, nextRunAt: now },
      }
    }
    case 'PAID':
    case 'CONFIRMING':
    case 'REVERSING':
    case 'TICKETED':
    case 'RETURNING':
    case 'RETURNED':
      return refused('order-already-paid')
    case 'DRAFT':
      return { ok: true, order: { ...order, state: 'FAILED', reason, nextRunAt: now } }
    case 'LOCKING':
    case 'LOCK_UNKNOWN':
    case 'CLOSING':
    case 'RELEASED':
    case 'FAILED':
    case 'REFUNDING':
    case 'REFUNDED':
      return { ok: true, order }
  }
}

/**
 * The guest gives the tickets back, as the cinema's rule allows it. Whether it really takes them is the cinema's own
 * word (5.11.2): it knows of printed tickets and of its limit for the show.
 *
 * @param allowed `beyond the rule`: a manager has decided so, and the cinema is asked all the same
 */
export function giveTicketsBack(
  order: OrderRecord,
  now: number,
  allowed: 'by the rule' | 'beyond the rule' = 'by the rule',
): Answered {
  switch (order.state) {
    case 'TICKETED': {
      if (allowed === 'by the rule' && !returnable(order, now)) return refused('return-not-allowed')
      const giveBack = {
        kind: 'asked',
        at: now,
        count: 0,
        lastAt: undefined,
        notProcessed: 0,
        answer: 'none',
        answeredAt: undefined,
        code: undefined,
      } as const
      return {
        ok: true,
        order: { ...order, state: 'RETURNING', reason: undefined, giveBack, nextRunAt: now },
      }
    }
    case 'RETURNING':
    case 'RETURNED':
      return { ok: true, order }
    case 'DRAFT':
    case 'LOCKING':
    case 'LOCK_UNKNOWN':
    case 'LOCKED':
    case 'PAYING':
    case 'CLOSING':
    case 'PAID':
    case 'CONFIRMING':
    case 'REVERSING':
    case 'RELEASED':
    case 'FAILED':
    case 'REFUNDING':
    case 'REFUNDED':
      return refused('return-not-allowed')
  }
}

function returnable({ refundRule, startsAt }: OrderRecord, now: number): boolean {
  if (refundRule.kind !== 'until') return false
  return now < startsAt - refundRule.minutesBeforeShow * 60_000
}

/** Money came in that is not sorted yet, or is all there. */
function isSettled(order: OrderRecord): boolean {
  const unsorted = order.payments.some(({ state, role }) => state.kind === 'paid' && role === undefined)
  return unsorted || (order.payments.length > 0 && isPaidUp(order))
}

/** A guest who asks again for a QR that did not come does not wait for the worker's next try. */
function hurried(order: OrderRecord): OrderRecord {
  return order.payments.reduce(
    (so, { outTradeNo, state }) =>
      state.kind === 'creating'
        ? changePayment(so, outTradeNo, old => ({ ...old, createAt: undefined }))
        : so,
    order,
  )
}

function newPayment(order: OrderRecord, share: DueShare, outTradeNo: string, now: number): PaymentRecord {
  return {
    outTradeNo,
    provider: share.by,
    amountFen: share.amountFen,
    createdAt: now,
    expiresAt: payBy(order),
    state: { kind: 'creating' },
    role: undefined,
    createTries: 0,
    createAt: undefined,
    closeTries: 0,
    closeAt: undefined,
    lastAskedAt: undefined,
  }
}
