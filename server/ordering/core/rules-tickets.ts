import type { OrderRecord } from '../../journal/record.ts'
import { type Action, atOnce, type Rule, type Window } from './action.ts'
import {
  neverReached,
  nextReversal,
  noTicketsReason,
  notFoundLongEnough,
  unsettledDeadline,
  verdict,
} from './judgement.ts'
import { withAttention } from './merge.ts'
import { release, releaseWindow } from './rules-hold.ts'
import { decideRefund } from './rules-money.ts'
import { isAskable, isLive, lockIdOf } from './states.ts'
import { timers } from './timers.ts'

/** From paid to tickets, or to the proof that there are none. */
export const ticketRules: readonly Rule[] = [
  {
    name: 'paid too late to confirm',
    in: ['PAID', 'CONFIRMING'],
    says: 'No confirm was sent before the show stopped selling.',
    when: order => (order.confirm.kind === 'sent' ? undefined : { from: order.sellsUntil }),
    do: (order, now) => decideRefund(order, 'sales-ended', now),
  },
  {
    name: 'freeze the confirm',
    in: ['PAID'],
    says: 'Paid: the exact confirm is written down before it is first sent (T4).',
    when: () => atOnce(true),
    do: () => ({ kind: 'freeze' }),
  },
  {
    name: 'tickets are out',
    in: ['CONFIRMING', 'REVERSING'],
    says: 'The cloud has issued tickets for exactly our seats, and nothing can undo them.',
    when: order => atOnce(verdict(order) === 'tickets'),
    do: becomeTicketed,
  },
  {
    name: 'no tickets',
    in: ['CONFIRMING', 'REVERSING'],
    says: 'It is proven that there are no tickets: the money goes back.',
    when: order => atOnce(verdict(order) === 'no tickets'),
    do: (order, now) => decideRefund(order, noTicketsReason(order), now),
  },
  {
    name: 'cloud was never reached',
    in: ['CONFIRMING'],
    says: 'Thirteen minutes long no confirm was processed: the money goes back.',
    when: order => (neverReached(order) ? after(order, timers.reverseFromMs) : undefined),
    do: (order, now) => decideRefund(order, 'cloud-unavailable', now),
  },
  {
    name: 'ask a last time',
    in: ['CONFIRMING', 'REVERSING'],
    says: 'The time for an answer is over: the cloud is asked once more before the money goes back.',
    when: order => (!isAskable(order) || askedAtLast(order) ? undefined : deadline(order)),
    do: ask,
  },
  {
    name: 'unsettled for too long',
    in: ['CONFIRMING', 'REVERSING'],
    says: 'The cloud does not say what became of the order: the guest gets the money back, a person has to look.',
    when: order => (!isAskable(order) || askedAtLast(order) ? deadline(order) : undefined),
    do: (order, now) => decideRefund(withAttention(order, 'unsettled-refund', now), 'cinema-slow', now),
  },
  {
    name: 'confirm',
    in: ['CONFIRMING'],
    says: 'Paid and written down: the first confirm is sent.',
    when: order => atOnce(order.confirm.kind === 'frozen'),
    do: confirm,
  },
  {
    name: 'ask before going on',
    in: ['CONFIRMING'],
    says: 'A minute after a confirm without a clear answer the cloud is asked (5.3.2).',
    when: order => {
      if (order.confirm.kind !== 'sent' || !isAskable(order)) return undefined
      const from = order.confirm.lastAt + timers.queryAfterMs
      return askedSince(order, from) ? undefined : { from }
    },
    do: ask,
  },
  {
    name: 'confirm again',
    in: ['CONFIRMING'],
    says: 'Minutes 1 to 12: the same confirm once a minute (section 10).',
    when: order => {
      const { confirm: sent } = order
      if (sent.kind !== 'sent' || sent.count >= timers.confirmTriesMax) return undefined
      return { from: sent.lastAt + timers.confirmEveryMs, until: sent.firstAt + timers.reverseFromMs }
    },
    do: confirm,
  },
  {
    name: 'release what is not found',
    in: ['CONFIRMING'],
    says: 'The cloud has not known the order for long: without its lock no late confirm can make tickets.',
    when: order => {
      if (!notFoundLongEnough(order) || order.lock.kind !== 'held') return undefined
      return { from: order.lock.releaseAt === undefined ? 0 : order.lock.releaseAt + timers.queryAfterMs }
    },
    do: release,
  },
  {
    name: 'reverse',
    in: ['CONFIRMING'],
    says: 'Minute 13 and still no clear answer: the confirm is to be undone (section 10).',
    when: reversalWindow,
    do: reverse,
  },
  {
    name: 'ask after a reversal',
    in: ['REVERSING', 'REFUNDING', 'REFUNDED'],
    says: 'A minute after a reversal without a clear answer the cloud is asked; at once when it says there is nothing to reverse.',
    when: askAfterReversal,
    do: ask,
  },
  {
    name: 'reverse once more',
    in: ['REVERSING'],
    says: 'Tickets are said to exist although a reversal is out: reversed each minute until that is clear (T1).',
    when: order => {
      const { reverse: sent, upstream } = order
      if (sent.kind !== 'sent' || upstream.status?.is !== 'ticket_success') return undefined
      return { from: sent.lastAt + timers.reverseAgainMs, until: order.startsAt }
    },
    do: reverse,
  },
  {
    name: 'reverse again',
    in: ['REVERSING', 'REFUNDING', 'REFUNDED'],
    says: 'Minutes 14 to 16, then every half hour until the film starts (section 10).',
    when: order =>
      verdict(order) === 'no tickets' || neverReached(order) ? undefined : reversalWindow(order),
    do: reverse,
  },
  {
    name: 'only ask',
    in: ['CONFIRMING', 'REVERSING'],
    says: 'Nothing may be sent any more, or the cloud has not told its order number (T2): it is asked.',
    when: onlyAsk,
    do: ask,
  },
  {
    name: 'free the seats of a refunded order',
    in: ['REFUNDING', 'REFUNDED'],
    says: 'There are no tickets and nothing can be paid any more: others may have the seats, and a late confirm finds no lock.',
    when: order => {
      const ticketless =
        order.confirm.kind !== 'sent' || verdict(order) === 'no tickets' || neverReached(order)
      return ticketless && !order.payments.some(isLive) ? releaseWindow(order) : undefined
    },
    do: release,
  },
  {
    name: 'watch afterwards',
    in: ['REFUNDING', 'REFUNDED', 'TICKETED'],
    says: 'After a refund or a reversal the cloud is asked again after 5 minutes, an hour and a day.',
    when: watch,
    do: ask,
  },
]

function becomeTicketed(order: OrderRecord, now: number): Action {
  const tickets = order.upstream.tickets
  if (tickets === undefined) return { kind: 'become', order }
  const { ticketNos: _, ...codes } = tickets
  return {
    kind: 'become',
    order: {
      ...order,
      state: 'TICKETED',
      reason: undefined,
      decision: { kind: 'TICKET', at: now, ...codes },
    },
  }
}

function confirm(order: OrderRecord): Action {
  const payload = order.confirm.kind === 'none' ? undefined : order.confirm.payload
  return { kind: 'send', effect: { kind: 'confirm', payload: payload ?? '' } }
}

function ask(order: OrderRecord): Action {
  return { kind: 'send', effect: { kind: 'ask order', lockId: lockIdOf(order) } }
}

function reverse(order: OrderRecord): Action {
  return {
    kind: 'send',
    effect: { kind: 'reverse', cloudOrderId: order.upstream.cloudOrderId ?? '' },
  }
}

/** `ms` after the first confirm, and never sooner than a minute after the last. */
function after(order: OrderRecord, ms: number): Window | undefined {
  const { confirm: sent } = order
  if (sent.kind !== 'sent') return undefined
  return { from: Math.max(sent.firstAt + ms, sent.lastAt + timers.confirmEveryMs) }
}

/** When the money goes back although nothing is settled. */
function deadline({ confirm: sent, startsAt }: OrderRecord): Window | undefined {
  return sent.kind === 'sent' ? { from: unsettledDeadline(startsAt, sent.firstAt) } : undefined
}

function askedAtLast(order: OrderRecord): boolean {
  const at = deadline(order)
  return at !== undefined && askedSince(order, at.from - timers.queryAfterMs)
}

const askedSince = (order: OrderRecord, instant: number) =>
  order.upstream.lastAskedAt !== undefined && order.upstream.lastAskedAt >= instant

/** T2: a reversal needs the cloud's order number; T7: none once the film has started. */
function reversalWindow(order: OrderRecord): Window | undefined {
  const first = after(order, timers.reverseFromMs)
  const { confirm: sent, reverse: sentReverse } = order
  if (first === undefined || sent.kind !== 'sent' || order.upstream.cloudOrderId === undefined)
    return undefined
  const from =
    sentReverse.kind === 'none'
      ? first.from
      : Math.max(nextReversal(sent.firstAt, sentReverse.lastAt), sentReverse.lastAt + timers.reverseAgainMs)
  return { from, until: order.startsAt }
}

function askAfterReversal(order: OrderRecord): Window | undefined {
  const { reverse: sent, upstream } = order
  if (sent.kind !== 'sent' || sent.answer === 'done') return undefined
  const from =
    sent.answer === 'incorrect' && sent.answeredAt !== undefined
      ? sent.answeredAt
      : sent.lastAt + timers.queryAfterMs
  const asked = upstream.lastAskedAt
  if (asked === undefined || asked < from) return { from, until: watchEnd(order) }
  // While the guest waits, a question without an answer is asked again.
  const heard = Math.max(upstream.status?.askedAt ?? 0, upstream.notFound?.lastAt ?? 0) >= from
  if (heard || order.state !== 'REVERSING') return undefined
  return { from: asked + timers.queryAfterMs }
}

/** Each minute for the order's number while it could still be reversed; every five minutes after that. */
function onlyAsk(order: OrderRecord): Window | undefined {
  const first = after(order, timers.reverseFromMs)
  if (first === undefined || !isAskable(order)) return undefined
  const asked = order.upstream.lastAskedAt ?? 0
  if (order.upstream.cloudOrderId === undefined)
    return { from: Math.max(first.from, asked + timers.queryAfterMs) }
  return { from: Math.max(first.from, order.startsAt, asked + timers.queryEveryMs) }
}

function watch(order: OrderRecord): Window | undefined {
  if (order.confirm.kind !== 'sent' || order.decision.kind === 'none') return undefined
  if (neverReached(order) || !isAskable(order)) return undefined
  // Tickets without any reversal are safe: nothing of ours is on its way that could undo them.
  if (order.decision.kind === 'TICKET' && order.reverse.kind === 'none') return undefined
  const decidedAt = order.decision.at
  const slots = timers.watchAgainMs.map(ms => decidedAt + ms)
  const next = slots.find(slot => !askedSince(order, slot))
  return next === undefined ? undefined : { from: next, until: watchEnd(order) }
}

const watchEnd = (order: OrderRecord) => order.startsAt + timers.watchAfterShowMs
