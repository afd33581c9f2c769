import type { ErrorCode } from '#contract/errors.ts'
import type { OrderReason } from '#contract/order.ts'
import type { OrderRecord, PaymentRecord, ProviderName } from '../../journal/record.ts'
import { changePayment, currentPayment, isLive, payBy } from './states.ts'

/** What a guest's wish makes of the order, or why it can't be. */
export type Answered = { ok: true; order: OrderRecord } | { ok: false; code: ErrorCode }

const refused = (code: ErrorCode): Answered => ({ ok: false, code })

/**
 * The guest wants to pay. A payment that is open is answered again; the mobile may change until money is there.
 * The amount is the quote's and nobody else's.
 *
 * @param wish `outTradeNo` is used only when a new payment is begun
 */
export function requestPayment(
  order: OrderRecord,
  wish: { quoteHash: string; mobile: string | undefined; outTradeNo: string; provider: ProviderName },
  now: number,
): Answered {
  switch (order.state) {
    case 'LOCKED':
    case 'PAYING': {
      if (wish.quoteHash !== order.quote.hash) return refused('quote-changed')
      const paid = order.payments.some(payment => payment.state.kind === 'paid')
      if (paid) return refused('order-already-paid')
      if (now >= payBy(order)) return refused('hold-expired')
      const guest = { ...order.guest, mobile: wish.mobile }
      const payment = currentPayment(order)
      if (payment !== undefined && isLive(payment)) {
        // A guest who asks again for a QR that did not come does not wait for the worker's next try.
        const asked = changePayment(order, payment.outTradeNo, old =>
          old.state.kind === 'creating' ? { ...old, createAt: undefined } : old,
        )
        return { ok: true, order: { ...asked, guest, nextRunAt: now } }
      }
      const payments = [...order.payments, newPayment(order, wish, now)]
      return {
        ok: true,
        order: { ...order, guest, payments, state: 'PAYING', reason: undefined, nextRunAt: now },
      }
    }
    case 'CLOSING':
      return refused('payment-closing')
    case 'PAID':
    case 'CONFIRMING':
    case 'REVERSING':
    case 'TICKETED':
    case 'RETURNING':
    case 'RETURNED':
      return refused('order-already-paid')
    case 'RELEASED':
      return refused(order.reason === 'hold-expired' ? 'hold-expired' : 'order-not-payable')
    case 'DRAFT':
    case 'LOCKING':
    case 'LOCK_UNKNOWN':
    case 'FAILED':
    case 'REFUNDING':
    case 'REFUNDED':
      return refused('order-not-payable')
  }
}

/** The guest gives the order up. Seats are released only once no payment can come in any more. */
export function giveUp(order: OrderRecord, reason: OrderReason, now: number): Answered {
  switch (order.state) {
    case 'LOCKED':
    case 'PAYING': {
      if (order.payments.some(payment => payment.state.kind === 'paid')) return refused('order-already-paid')
      const state = order.payments.some(isLive) ? 'CLOSING' : 'RELEASED'
      return { ok: true, order: { ...order, state, reason, nextRunAt: now } }
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

function newPayment(
  order: OrderRecord,
  wish: { outTradeNo: string; provider: ProviderName },
  now: number,
): PaymentRecord {
  return {
    outTradeNo: wish.outTradeNo,
    provider: wish.provider,
    amountFen: order.quote.totalFen,
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
