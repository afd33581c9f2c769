import type { AttentionReason } from '#contract/attention.ts'
import type { Lock, OrderRecord, PaymentRecord, RefundRecord } from '../../journal/record.ts'
import type { CloudOrderStatus } from '../../moviecloud/gateway-types.ts'
import type { PaymentFacts } from '../../payment/provider.ts'
import type {
  ConfirmAnswer,
  CreateAnswer,
  Evidence,
  LockAnswer,
  OrderAnswer,
  RefundAnswer,
} from './evidence.ts'
import { changePayment, changeRefund } from './states.ts'
import { timers } from './timers.ts'

/**
 * The order with something more known. It only ever adds knowledge: what follows from it is decided by the
 * rules. Safe in any order and more than once; wakes the worker.
 *
 * @param at when it was learnt, epoch ms
 */
export function merge(order: OrderRecord, evidence: Evidence, at: number): OrderRecord {
  return { ...learn(order, evidence, at), nextRunAt: at }
}

/** The order with one more reason for a person to look at it; each reason stands once, and opens again once settled. */
export function withAttention(
  order: OrderRecord,
  reason: AttentionReason | undefined,
  at: number,
): OrderRecord {
  const stands = order.attention.find(flag => flag.reason === reason)
  if (reason === undefined || (stands !== undefined && stands.settled === undefined)) return order
  return { ...order, attention: [...order.attention.filter(flag => flag !== stands), { reason, at }] }
}

/** The order with what a person has looked at, or what is over, no longer open; the flag itself is kept. */
export function settleAttention(
  order: OrderRecord,
  reason: AttentionReason,
  settled: { at: number; by: string },
): OrderRecord {
  const attention = order.attention.map(flag =>
    flag.reason === reason && flag.settled === undefined ? { ...flag, settled } : flag,
  )
  return attention.some((flag, at) => flag !== order.attention[at]) ? { ...order, attention } : order
}

function learn(order: OrderRecord, evidence: Evidence, at: number): OrderRecord {
  switch (evidence.kind) {
    case 'lock':
      return { ...order, lock: learnLock(order.lock, evidence.answer, at) }
    case 'release':
      return evidence.released && order.lock.kind === 'held'
        ? { ...order, lock: { kind: 'released', lockId: order.lock.lockId, at } }
        : order
    case 'confirm':
      return learnConfirm(order, evidence.answer, at)
    case 'order':
      return learnOrder(order, evidence.answer, evidence.askedAt, at)
    case 'reverse':
      return learnReverse(order, evidence.answer, evidence.attention, at)
    case 'give back':
      return learnGiveBack(order, evidence, at)
    case 'created':
      return changePayment(order, evidence.outTradeNo, payment => learnCreated(payment, evidence.answer))
    case 'payment':
      return learnPayment(order, evidence.outTradeNo, evidence.facts, at)
    case 'refund':
      return learnRefund(order, evidence.outRefundNo, evidence.answer, evidence.asked, at)
  }
}

function learnLock(lock: Lock, answer: LockAnswer, at: number): Lock {
  if (lock.kind === 'held' || lock.kind === 'released') return lock
  const sentAt = lock.kind === 'sent' || lock.kind === 'unknown' ? lock.at : at
  switch (answer.is) {
    case 'locked':
      return { kind: 'held', lockId: answer.lockId, at: sentAt, releaseTries: 0, releaseAt: undefined }
    case 'refused':
      return { kind: 'refused', code: answer.code }
    case 'not-sent':
      return { kind: 'not-sent' }
    case 'unknown':
      return lock.kind === 'sent' ? { kind: 'unknown', at: lock.at } : lock
  }
}

function learnConfirm(order: OrderRecord, answer: ConfirmAnswer, at: number): OrderRecord {
  const { confirm, upstream } = order
  if (confirm.kind !== 'sent') return order
  switch (answer.is) {
    case 'SUCCESS': {
      const { cloudOrderId, tickets } = answer
      return { ...order, upstream: { ...upstream, cloudOrderId, tickets, notFound: undefined } }
    }
    case 'NOT PROCESSED':
      return {
        ...order,
        confirm: { ...confirm, notProcessed: confirm.notProcessed + 1, lastCode: answer.code },
      }
    case 'NEGATIVE':
      return { ...order, confirm: { ...confirm, negatives: confirm.negatives + 1, lastCode: answer.code } }
    case 'UNKNOWN': {
      const cloudOrderId = upstream.cloudOrderId ?? answer.cloudOrderId
      const next = {
        ...order,
        confirm: { ...confirm, lastCode: answer.code },
        upstream: { ...upstream, cloudOrderId },
      }
      return withAttention(next, answer.attention, at)
    }
  }
}

function learnOrder(order: OrderRecord, answer: OrderAnswer, askedAt: number, at: number): OrderRecord {
  const upstream = { ...order.upstream, lastAskedAt: Math.max(askedAt, order.upstream.lastAskedAt ?? 0) }
  switch (answer.is) {
    case 'found': {
      const fresher = askedAt >= (upstream.status?.askedAt ?? 0)
      const next: OrderRecord = {
        ...order,
        upstream: {
          ...upstream,
          cloudOrderId: answer.cloudOrderId,
          status: fresher ? { is: answer.status, askedAt } : upstream.status,
          notFound: undefined,
          tickets: answer.tickets ?? upstream.tickets,
        },
      }
      return withAttention(withAttention(next, answer.attention, at), contradiction(order, answer.status), at)
    }
    case 'not-found': {
      const run = upstream.notFound
      const notFound = { count: (run?.count ?? 0) + 1, firstAt: run?.firstAt ?? askedAt, lastAt: askedAt }
      return { ...order, upstream: { ...upstream, notFound } }
    }
    case 'unclear':
      return withAttention({ ...order, upstream }, answer.attention, at)
  }
}

/** What the cloud says against what was decided or sent. */
function contradiction(order: OrderRecord, status: CloudOrderStatus): AttentionReason | undefined {
  switch (status) {
    case 'ticket_success':
      return order.decision.kind === 'REFUND' ? 'ticket-and-refund' : undefined
    case 'reverse_success':
      return order.reverse.kind === 'none' || order.decision.kind === 'TICKET'
        ? 'undone-elsewhere'
        : undefined
    case 'ticket_failed':
      return order.decision.kind === 'TICKET' ? 'undone-elsewhere' : undefined
    case 'refunding':
    case 'refund_success':
    case 'refund_failed': {
      // Goods alone have no reversal: what undoes them is a refund (6.5).
      const ours = order.giveBack.kind !== 'none' || (order.kind === 'goods' && order.reverse.kind !== 'none')
      return ours ? undefined : 'undone-elsewhere'
    }
    case 'wait_ticket':
    case 'other':
      return undefined
  }
}

function learnReverse(
  order: OrderRecord,
  answer: Extract<Evidence, { kind: 'reverse' }>['answer'],
  attention: AttentionReason | undefined,
  at: number,
): OrderRecord {
  if (order.reverse.kind !== 'sent') return order
  const everDone = order.reverse.everDone || answer === 'done'
  const next: OrderRecord = { ...order, reverse: { ...order.reverse, answer, answeredAt: at, everDone } }
  const voided = answer === 'done' && order.decision.kind === 'TICKET'
  return withAttention(next, voided ? 'undone-elsewhere' : attention, at)
}

function learnGiveBack(
  order: OrderRecord,
  { answer, code, attention }: Extract<Evidence, { kind: 'give back' }>,
  at: number,
): OrderRecord {
  const { giveBack } = order
  // An answer to a wish that was settled meanwhile: what the cloud did shows when it is asked.
  if (giveBack.kind !== 'asked') return order
  const notProcessed = giveBack.notProcessed + (answer === 'not-processed' ? 1 : 0)
  const next: OrderRecord = {
    ...order,
    giveBack: { ...giveBack, notProcessed, answer, answeredAt: at, code },
  }
  return withAttention(next, attention, at)
}

function learnCreated(payment: PaymentRecord, answer: CreateAnswer): PaymentRecord {
  if (payment.state.kind !== 'creating') return payment
  switch (answer.is) {
    case 'open':
      return { ...payment, state: { kind: 'open', qr: answer.qr, declined: false } }
    case 'refused':
      // After an earlier try without an answer a refusal may only say "exists": the provider has to prove it.
      return payment.createTries <= 1
        ? { ...payment, state: { kind: 'closed' } }
        : { ...payment, createTries: timers.createTriesMax }
    case 'unclear':
      return payment
  }
}

function learnPayment(
  order: OrderRecord,
  outTradeNo: string,
  facts: PaymentFacts | 'UNCLEAR',
  at: number,
): OrderRecord {
  const known = order.payments.find(payment => payment.outTradeNo === outTradeNo)
  const elsewhere =
    facts !== 'UNCLEAR' &&
    facts.status === 'REFUNDED' &&
    known !== undefined &&
    !order.refunds.some(refund => refund.outTradeNo === outTradeNo)
  const next = changePayment(order, outTradeNo, payment => ({
    ...payment,
    lastAskedAt: at,
    state: facts === 'UNCLEAR' ? payment.state : learnPaymentState(payment, facts, at),
  }))
  return withAttention(next, elsewhere ? 'refunded-elsewhere' : undefined, at)
}

function learnPaymentState(payment: PaymentRecord, facts: PaymentFacts, at: number): PaymentRecord['state'] {
  const { state } = payment
  if (state.kind === 'paid') return state
  switch (facts.status) {
    case 'PAID':
      // Wins over `closed` too: money that came in has come in.
      return {
        kind: 'paid',
        paidFen: facts.paidFen,
        paidAt: facts.paidAt,
        transactionId: facts.transactionId,
      }
    case 'CLOSED':
      return { kind: 'closed' }
    case 'UNPAID':
      return state.kind === 'open' ? { ...state, declined: facts.declined } : state
    case 'NOT_CREATED':
      // T15: proves nothing while the QR could still be scanned.
      return at >= payment.expiresAt + timers.neverCreatedMs ? { kind: 'closed' } : state
    case 'REFUNDED':
      return state
  }
}

function learnRefund(
  order: OrderRecord,
  outRefundNo: string,
  answer: RefundAnswer,
  asked: boolean,
  at: number,
): OrderRecord {
  const next = changeRefund(order, outRefundNo, refund => ({
    ...refund,
    lastAt: at,
    polls: asked ? refund.polls + 1 : refund.polls,
    state: learnRefundState(refund, answer, asked),
  }))
  const attention =
    answer === 'ABNORMAL' ? 'refund-abnormal' : answer === 'REFUSED' && !asked ? 'refund-refused' : undefined
  return withAttention(next, attention, at)
}

function learnRefundState(refund: RefundRecord, answer: RefundAnswer, asked: boolean): RefundRecord['state'] {
  if (refund.state === 'SUCCESS') return 'SUCCESS'
  switch (answer) {
    case 'SUCCESS':
    case 'CLOSED':
      return answer
    case 'PROCESSING':
    case 'ABNORMAL':
      return refund.state === 'CLOSED' ? 'CLOSED' : answer
    case 'NOT_FOUND':
      // The provider never saw it: the same number may be sent again.
      return refund.state === 'SENT' ? 'PENDING' : refund.state
    case 'REFUSED':
    case 'NOT SENT':
      return refund.state === 'SENT' && !asked ? 'PENDING' : refund.state
    case 'UNCLEAR':
      return refund.state
  }
}
