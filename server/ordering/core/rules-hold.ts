import type { OrderRecord, PaymentRecord } from '../../journal/record.ts'
import { type Action, atOnce, type Rule, type Window } from './action.ts'
import { withAttention } from './merge.ts'
import { decideRefund } from './rules-money.ts'
import { currentPayment, isLive, isPaidUp, payBy, paymentIn, withRole } from './states.ts'
import { timers } from './timers.ts'

const become = (order: OrderRecord): Action => ({ kind: 'become', order })

/** From the wish to the hold, and to its end when nothing is paid. */
export const holdRules: readonly Rule[] = [
  {
    name: 'give up a draft',
    in: ['DRAFT'],
    says: 'The lock was never sent and nobody waits for it any more.',
    when: order => ({ from: order.createdAt + timers.draftLifeMs }),
    do: order => become({ ...order, state: 'FAILED', reason: 'cloud-unavailable' }),
  },
  {
    name: 'nothing to lock',
    in: ['DRAFT'],
    says: 'Goods alone have no seats: they can be paid at once.',
    when: order => atOnce(order.kind === 'goods'),
    do: order => become({ ...order, state: 'LOCKED' }),
  },
  {
    name: 'lock the seats',
    in: ['DRAFT'],
    says: 'The guest asked for seats.',
    when: () => atOnce(true),
    do: () => ({ kind: 'send', effect: { kind: 'lock' } }),
  },
  {
    name: 'seats are locked',
    in: ['LOCKING'],
    says: 'The cinema keeps the seats for us.',
    when: order => atOnce(order.lock.kind === 'held'),
    do: order => become({ ...order, state: 'LOCKED' }),
  },
  {
    name: 'seats were refused',
    in: ['LOCKING', 'LOCK_UNKNOWN'],
    says: 'The cinema did not lock the seats, or never heard of it; nothing was paid.',
    when: order => atOnce(order.lock.kind === 'refused' || order.lock.kind === 'not-sent'),
    do: order => become({ ...order, state: 'FAILED', reason: lockFailure(order) }),
  },
  {
    name: 'lock is unknown',
    in: ['LOCKING'],
    says: 'The lock was sent and its answer is lost: it can’t be looked up (T9).',
    when: order => atOnce(order.lock.kind === 'sent' || order.lock.kind === 'unknown'),
    do: (order, now) => {
      const at = order.lock.kind === 'sent' || order.lock.kind === 'unknown' ? order.lock.at : now
      const lock = { kind: 'unknown', at } as const
      return become({ ...order, state: 'LOCK_UNKNOWN', reason: 'cloud-unavailable', lock })
    },
  },
  {
    name: 'unknown lock is over',
    in: ['LOCK_UNKNOWN'],
    says: 'The lock answered too late for the guest, or has run out by now; nothing was paid.',
    when: ({ lock }) => {
      if (lock.kind === 'held') return { from: 0 }
      return lock.kind === 'unknown' ? { from: lock.at + timers.lockLifeMaxMs } : undefined
    },
    do: order => become({ ...order, state: 'FAILED' }),
  },
  {
    name: 'hold has run out',
    in: ['LOCKED'],
    says: 'Nobody paid in time.',
    when: order => ({ from: payBy(order) }),
    do: (order, now) => unpaid({ ...order, reason: 'hold-expired' }, now),
  },
  {
    name: 'release the seats',
    in: ['RELEASED', 'FAILED'],
    says: 'Nothing was paid and nothing can be: others may have the seats.',
    when: releaseWindow,
    do: release,
  },
]

/** Opening, watching and closing the payment. */
export const paymentRules: readonly Rule[] = [
  {
    name: 'payment was closed',
    in: ['PAYING'],
    says: 'The provider closed the payment or never opened it; the guest may begin a new one.',
    when: order => atOnce(!order.payments.some(isLive) && !isPaidUp(order)),
    do: order => become({ ...order, state: 'LOCKED' }),
  },
  {
    name: 'payment time is over',
    in: ['PAYING'],
    says: 'The deadline has passed: the payment is to be closed.',
    when: order => ({ from: currentPayment(order)?.expiresAt ?? payBy(order) }),
    do: order => become({ ...order, state: 'CLOSING', reason: 'hold-expired' }),
  },
  {
    name: 'open the payment',
    in: ['PAYING'],
    says: 'The guest wants to pay: the provider is asked for a QR, again with the same number when it did not answer.',
    when: order => {
      const payment = toOpen(order)
      return payment && { from: opensAt(payment) }
    },
    do: order => ({
      kind: 'send',
      effect: { kind: 'create payment', outTradeNo: toOpen(order)?.outTradeNo ?? '' },
    }),
  },
  {
    name: 'watch the payment',
    in: ['PAYING'],
    says: 'A lost callback must not matter: the provider is asked as well.',
    when: order => {
      const payment = toWatch(order)
      return payment && { from: nextPoll(payment) }
    },
    do: order => ({
      kind: 'send',
      effect: { kind: 'ask payment', outTradeNo: toWatch(order)?.outTradeNo ?? '' },
    }),
  },
  {
    name: 'payment is proven closed',
    in: ['CLOSING'],
    says: 'No payment can come in any more, so the seats may go; what came in of several parts goes back.',
    when: order => atOnce(!order.payments.some(isLive)),
    do: unpaid,
  },
  {
    name: 'payment stays unproven',
    in: ['CLOSING'],
    says: 'The provider does not say whether the payment is dead: a person should ask it.',
    when: order =>
      order.attention.some(flag => flag.reason === 'payment-unproven')
        ? undefined
        : { from: (currentPayment(order)?.expiresAt ?? payBy(order)) + timers.unprovenMs },
    do: (order, now) => become(withAttention(order, 'payment-unproven', now)),
  },
  {
    name: 'close the payment',
    in: [
      'PAYING',
      'CLOSING',
      'LOCKED',
      'PAID',
      'CONFIRMING',
      'REVERSING',
      'TICKETED',
      'REFUNDING',
      'REFUNDED',
    ],
    says: 'Nobody shall pay any more: given up, timed out, or already paid another way.',
    when: order => {
      const payment = toClose(order)
      return (
        payment && { from: payment.closeAt === undefined ? 0 : payment.closeAt + backOff(payment.closeTries) }
      )
    },
    do: order => ({
      kind: 'send',
      effect: { kind: 'close payment', outTradeNo: toClose(order)?.outTradeNo ?? '' },
    }),
  },
]

/** Releasing is tried while the lock can still be alive. */
export function releaseWindow(order: OrderRecord): Window | undefined {
  const { lock } = order
  if (lock.kind !== 'held' || lock.releaseTries >= timers.releaseTriesMax) return undefined
  const from = lock.releaseAt === undefined ? 0 : lock.releaseAt + timers.releaseBackOffMs
  return { from, until: lock.at + timers.lockLifeMaxMs }
}

export function release(order: OrderRecord): Action {
  return {
    kind: 'send',
    effect: { kind: 'release', lockId: order.lock.kind === 'held' ? order.lock.lockId : '' },
  }
}

const seatsTaken = new Set(['LOCK_SEAT_ERROR', 'LOCK_SEAT_UNSUCCESS', 'LOCKSEAT_UNMATCH'])
const tooLate = new Set(['ORDER_TICKET_TIME_END', 'LOCK_SEAT_OUT_DATE'])

function lockFailure(order: OrderRecord): OrderRecord['reason'] {
  if (order.lock.kind !== 'refused') return 'cloud-unavailable'
  if (seatsTaken.has(order.lock.code)) return 'seats-taken'
  return tooLate.has(order.lock.code) ? 'sales-ended' : 'cinema-refused'
}

/** Nothing more will be paid: the seats may go, and with them the money of a part that was paid. */
function unpaid(order: OrderRecord, now: number): Action {
  return withRole(order, 'ACCEPTED') === undefined
    ? become({ ...order, state: 'RELEASED' })
    : decideRefund(order, order.reason, now)
}

/** The payment whose time to be opened comes first. */
function toOpen(order: OrderRecord): PaymentRecord | undefined {
  return order.payments
    .filter(payment => paymentIn(payment, 'creating') && payment.createTries < timers.createTriesMax)
    .sort((a, b) => opensAt(a) - opensAt(b))[0]
}

const opensAt = ({ createAt }: PaymentRecord) =>
  createAt === undefined ? 0 : createAt + timers.createBackOffMs

/** The open payment whose turn to be asked about comes first. */
function toWatch(order: OrderRecord): PaymentRecord | undefined {
  return order.payments
    .filter(payment => paymentIn(payment, 'open') && !isSurplus(order, payment))
    .sort((a, b) => nextPoll(a) - nextPoll(b))[0]
}

function nextPoll(payment: PaymentRecord): number {
  const openedAt = payment.createAt ?? payment.createdAt
  const asked = payment.lastAskedAt ?? openedAt
  const slow = asked - openedAt >= timers.paymentPollSlowAfterMs
  return asked + (slow ? timers.paymentPollSlowMs : timers.paymentPollMs)
}

/**
 * While paying, only a payment that the provider will not open, or whose share another one is for; in every other
 * state whatever is still live.
 */
function toClose(order: OrderRecord): PaymentRecord | undefined {
  const live = order.payments.filter(isLive)
  if (order.state !== 'PAYING') return live[0]
  return live.find(payment => {
    const stuck = paymentIn(payment, 'creating') && payment.createTries >= timers.createTriesMax
    return stuck || isSurplus(order, payment)
  })
}

/** Its share is paid already, or a newer payment is for it. */
function isSurplus(order: OrderRecord, payment: PaymentRecord): boolean {
  const sameShare = order.payments.filter(({ provider }) => provider === payment.provider)
  return sameShare.at(-1) !== payment || sameShare.some(({ role }) => role === 'ACCEPTED')
}

function backOff(tries: number): number {
  return Math.min(timers.closeBackOffMs * 2 ** Math.max(0, tries - 1), timers.closeBackOffMaxMs)
}
