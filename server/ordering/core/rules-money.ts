import type { OrderRecord, PaymentRole, RefundRecord } from '../../journal/record.ts'
import { type Action, atOnce, type Rule } from './action.ts'
import { withAttention } from './merge.ts'
import {
  changePayment,
  isPaidUp,
  owedPayments,
  type PaymentIn,
  paymentIn,
  refundsOf,
  withRole,
} from './states.ts'
import { timers } from './timers.ts'

/** Money that came in is sorted, and what is not for tickets goes back whole. In every state. */
export const moneyRules: readonly Rule[] = [
  {
    name: 'sort the money',
    in: 'any',
    says: 'A payment came in: accepted when it is the whole share, in time and the first; else it goes back.',
    when: order => atOnce(unsorted(order) !== undefined),
    do: (order, now) => {
      const payment = unsorted(order)
      return { kind: 'become', order: payment === undefined ? order : sort(order, payment, now) }
    },
  },
  {
    name: 'owe a refund',
    in: 'any',
    says: 'Money has to go back; a new refund number only after the provider has finally closed the last one.',
    when: order => atOnce(unrefunded(order) !== undefined),
    do: (order, now) => {
      const payment = unrefunded(order)
      return { kind: 'become', order: payment === undefined ? order : oweRefund(order, payment, now) }
    },
  },
  {
    name: 'send the refund',
    in: 'any',
    says: 'The provider is told to pay back.',
    when: order => {
      const next = earliest(order, refund => refund.state === 'PENDING')
      return next && { from: dueAt(next) }
    },
    do: order => ({ kind: 'send', effect: { kind: 'refund', outRefundNo: numberOf(order, 'PENDING') } }),
  },
  {
    name: 'ask about the refund',
    in: 'any',
    says: 'Accepted is not refunded: the provider is asked until it says so.',
    when: order => {
      const next = earliest(order, isOpen)
      return next && { from: dueAt(next) }
    },
    do: order => ({
      kind: 'send',
      effect: { kind: 'ask refund', outRefundNo: earliest(order, isOpen)?.outRefundNo ?? '' },
    }),
  },
  {
    name: 'money is back',
    in: ['REFUNDING'],
    says: 'Every payment that had to go back has gone back.',
    when: order => atOnce(isBack(order)),
    do: order => ({ kind: 'become', order: { ...order, state: 'REFUNDED' } }),
  },
  {
    name: 'money for returned tickets is back',
    in: ['RETURNING'],
    says: 'The cinema has the tickets back, and the guest the money.',
    when: order => atOnce(order.giveBack.kind === 'done' && isBack(order)),
    do: order => ({ kind: 'become', order: { ...order, state: 'RETURNED' } }),
  },
  {
    name: 'more money to return',
    in: ['REFUNDED'],
    says: 'Another payment came in after the refund.',
    when: order => atOnce(!isBack(order)),
    do: order => ({ kind: 'become', order: { ...order, state: 'REFUNDING' } }),
  },
]

/** The decision to give the money back: one way. */
export function decideRefund(order: OrderRecord, reason: OrderRecord['reason'], now: number): Action {
  return {
    kind: 'become',
    order: { ...order, state: 'REFUNDING', reason, decision: { kind: 'REFUND', at: now } },
  }
}

const unsorted = (order: OrderRecord) =>
  order.payments.find(
    (payment): payment is PaymentIn<'paid'> => paymentIn(payment, 'paid') && payment.role === undefined,
  )

function roleOf(order: OrderRecord, payment: PaymentIn<'paid'>): PaymentRole {
  if (payment.state.paidFen !== payment.amountFen) return 'MISMATCH'
  if (order.payments.some(({ provider, role }) => provider === payment.provider && role === 'ACCEPTED'))
    return 'DUPLICATE'
  const payable = order.state === 'LOCKED' || order.state === 'PAYING' || order.state === 'CLOSING'
  return payable && payment.state.paidAt <= payment.expiresAt ? 'ACCEPTED' : 'LATE'
}

function sort(order: OrderRecord, payment: PaymentIn<'paid'>, now: number): OrderRecord {
  const role = roleOf(order, payment)
  const sorted = changePayment(order, payment.outTradeNo, old => ({ ...old, role }))
  const seen = role === 'MISMATCH' ? withAttention(sorted, 'payment-mismatch', now) : sorted
  if (role === 'ACCEPTED') return isPaidUp(seen) ? { ...seen, state: 'PAID', reason: undefined } : seen
  if (order.decision.kind !== 'none' || withRole(order, 'ACCEPTED') !== undefined) return seen
  return {
    ...seen,
    state: 'REFUNDING',
    reason: role === 'MISMATCH' ? 'payment-mismatch' : 'payment-late',
    decision: { kind: 'REFUND', at: now },
  }
}

const unrefunded = (order: OrderRecord) =>
  owedPayments(order).find(payment => refundsOf(order, payment).every(refund => refund.state === 'CLOSED'))

function oweRefund(order: OrderRecord, payment: PaymentIn<'paid'>, now: number): OrderRecord {
  const refund: RefundRecord = {
    outRefundNo: `${payment.outTradeNo}R${refundsOf(order, payment).length + 1}`,
    outTradeNo: payment.outTradeNo,
    amountFen: payment.state.paidFen,
    createdAt: now,
    state: 'PENDING',
    tries: 0,
    polls: 0,
    lastAt: undefined,
  }
  return { ...order, refunds: [...order.refunds, refund] }
}

const isOpen = (refund: RefundRecord) =>
  refund.state === 'SENT' || refund.state === 'PROCESSING' || refund.state === 'ABNORMAL'

function isBack(order: OrderRecord): boolean {
  return owedPayments(order).every(payment =>
    refundsOf(order, payment).some(refund => refund.state === 'SUCCESS'),
  )
}

/** When a refund is sent again or asked about: each minute five times, then ever slower. */
function dueAt(refund: RefundRecord): number {
  if (refund.lastAt === undefined) return 0
  const turn = refund.state === 'PENDING' ? refund.tries - 1 : refund.polls
  const spans = timers.refundPollsMs
  return refund.lastAt + (spans.find((_span, at) => at >= turn) ?? Math.max(...spans))
}

function earliest(order: OrderRecord, which: (refund: RefundRecord) => boolean): RefundRecord | undefined {
  return order.refunds.filter(which).sort((a, b) => dueAt(a) - dueAt(b))[0]
}

function numberOf(order: OrderRecord, state: RefundRecord['state']): string {
  return earliest(order, refund => refund.state === state)?.outRefundNo ?? ''
}
