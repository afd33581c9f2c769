import type { GiveBack, OrderRecord } from '../../journal/record.ts'
import type { CloudOrderStatus } from '../../moviecloud/gateway-types.ts'
import { type Action, atOnce, type Rule, type Window } from './action.ts'
import { withAttention } from './merge.ts'
import { lockIdOf } from './states.ts'
import { timers } from './timers.ts'

/** Tickets that are given back: first the cinema takes them, and only when that is proven the money goes back. */
export const returnRules: readonly Rule[] = [
  {
    name: 'the cinema took the tickets back',
    in: ['RETURNING', 'TICKETED'],
    says: 'The cloud says that the tickets are given back: the money follows.',
    when: order => atOnce(isGone(order)),
    do: (order, now) => ({
      kind: 'become',
      order: { ...order, state: 'RETURNING', reason: undefined, giveBack: { kind: 'done', at: now } },
    }),
  },
  {
    name: 'the cinema is taking them after all',
    in: ['TICKETED'],
    says: 'An attempt has landed after the no, and the cinema is at work on it: the tickets are being given back again.',
    when: ({ giveBack, ...order }) =>
      atOnce(giveBack.kind === 'refused' && statusSince(order, giveBack.at) === 'refunding'),
    do: (order, now) => ({
      kind: 'become',
      order: { ...order, state: 'RETURNING', reason: undefined, giveBack: takenOn(now) },
    }),
  },
  {
    name: 'the cinema keeps the tickets sold',
    in: ['RETURNING'],
    says: 'The cinema does not take them back, and nothing of ours is on its way that could: they stay good.',
    when: order => atOnce(refusal(order) !== undefined),
    do: (order, now) => ({
      kind: 'become',
      order: {
        ...order,
        state: 'TICKETED',
        reason: 'return-refused',
        giveBack: { kind: 'refused', at: now, code: refusal(order) ?? '' },
      },
    }),
  },
  {
    name: 'give the tickets back',
    in: ['RETURNING'],
    says: 'The guest gives the tickets back: the cinema is told.',
    when: ({ giveBack }) => atOnce(giveBack.kind === 'asked' && giveBack.count === 0),
    do: send,
  },
  {
    name: 'return is unclear for long',
    in: ['RETURNING'],
    says: 'A quarter of an hour, and the cinema has not said whether it took the tickets back: a person has to look.',
    when: ({ giveBack, attention }) =>
      giveBack.kind === 'asked' && !attention.some(flag => flag.reason === 'return-unclear')
        ? { from: giveBack.at + timers.returnUnclearMs }
        : undefined,
    do: (order, now) => ({ kind: 'become', order: withAttention(order, 'return-unclear', now) }),
  },
  {
    name: 'return is over',
    in: ['RETURNING'],
    says: 'The cinema has not said in time what became of the tickets: what it has accepted goes back, else they stay good.',
    when: ({ giveBack, startsAt }) =>
      giveBack.kind === 'asked' ? { from: returnDeadline(giveBack.at, startsAt) } : undefined,
    do: end,
  },
  {
    name: 'ask about the return',
    in: ['RETURNING'],
    says: 'At once after a yes, a minute after an unclear answer (5.11.2): the cloud is asked what it made of it.',
    when: askWindow,
    do: ask,
  },
  {
    name: 'give the tickets back again',
    in: ['RETURNING'],
    says: 'The cloud was asked and the tickets are still out: the cinema is told again, once a minute.',
    when: againWindow,
    do: send,
  },
  {
    name: 'watch a refused return',
    in: ['TICKETED'],
    says: 'An attempt without an answer may still land: the cloud is asked again after 5 minutes, an hour and a day.',
    when: ({ giveBack, upstream, startsAt }) => {
      if (giveBack.kind !== 'refused') return undefined
      const asked = upstream.lastAskedAt ?? 0
      const next = timers.watchAgainMs.map(ms => giveBack.at + ms).find(slot => asked < slot)
      return next === undefined ? undefined : { from: next, until: startsAt + timers.watchAfterShowMs }
    },
    do: ask,
  },
]

type Asked = Extract<GiveBack, { kind: 'asked' }>

const gone: readonly CloudOrderStatus[] = ['refund_success', 'reverse_success']

/** What the cloud said of the order since `instant`. */
function statusSince(
  { upstream }: Pick<OrderRecord, 'upstream'>,
  instant: number,
): CloudOrderStatus | undefined {
  return upstream.status !== undefined && upstream.status.askedAt >= instant ? upstream.status.is : undefined
}

/** A wish that the cinema has accepted: all that is left is to ask what becomes of it. */
const takenOn = (now: number): Asked => ({
  kind: 'asked',
  at: now,
  count: 1,
  lastAt: now,
  notProcessed: 0,
  answer: 'done',
  answeredAt: now,
  code: undefined,
})

function isGone(order: OrderRecord): boolean {
  const { giveBack } = order
  if (giveBack.kind === 'none' || giveBack.kind === 'done') return false
  const status = statusSince(order, giveBack.at)
  return status !== undefined && gone.includes(status)
}

/** Why the tickets stay sold; undefined while that is open. */
function refusal(order: OrderRecord): string | undefined {
  const { giveBack } = order
  if (giveBack.kind !== 'asked' || giveBack.lastAt === undefined) return undefined
  const { count, notProcessed, answer, answeredAt, code, lastAt } = giveBack
  if (statusSince(order, lastAt) === 'refund_failed') return 'refund_failed'
  if (answer === 'not-processed' && count === notProcessed)
    return count >= timers.returnNotProcessedMax ? 'cloud-unavailable' : undefined
  const stillOut = statusSince(order, lastAt + timers.queryAfterMs) === 'ticket_success'
  if (answer === 'refused' && answeredAt !== undefined) {
    // T5: a no counts by itself only when it answers the one attempt that can have been processed.
    const lone = count - notProcessed === 1
    return lone || statusSince(order, answeredAt) === 'ticket_success' ? (code ?? 'refused') : undefined
  }
  return count >= timers.returnTriesMax && stillOut ? 'unclear' : undefined
}

/** From when on the cloud can be asked about the last attempt. */
function askableFrom({ answer, answeredAt, lastAt }: Asked): number | undefined {
  if (lastAt === undefined || answer === 'not-processed') return undefined
  const clear = answer === 'done' || answer === 'refused'
  return clear && answeredAt !== undefined ? answeredAt : lastAt + timers.queryAfterMs
}

function askWindow(order: OrderRecord): Window | undefined {
  const { giveBack, upstream } = order
  const from = giveBack.kind === 'asked' ? askableFrom(giveBack) : undefined
  if (giveBack.kind !== 'asked' || from === undefined) return undefined
  const asked = upstream.lastAskedAt ?? 0
  if (asked < from) return { from }
  // Accepted, and the cinema takes its time; or nobody answers.
  const every = asked < giveBack.at + timers.returnUnclearMs ? timers.queryAfterMs : timers.queryEveryMs
  return { from: asked + every }
}

function againWindow(order: OrderRecord): Window | undefined {
  const { giveBack } = order
  if (giveBack.kind !== 'asked' || giveBack.lastAt === undefined) return undefined
  const from = giveBack.lastAt + timers.confirmEveryMs
  if (giveBack.answer === 'not-processed') return { from }
  if (giveBack.count >= timers.returnTriesMax || giveBack.answer === 'refused') return undefined
  const stillOut = statusSince(order, giveBack.lastAt + timers.queryAfterMs) === 'ticket_success'
  return stillOut ? { from, until: order.startsAt } : undefined
}

/** The film's start or two hours later, whichever is sooner, but never before the attempts have had their time. */
function returnDeadline(askedAt: number, startsAt: number): number {
  return Math.max(askedAt + timers.returnUnclearMs, Math.min(startsAt, askedAt + timers.unsettledMaxMs))
}

/** Nobody can use tickets that the cinema is about to take: their money goes back, and a person has to look. */
function end(order: OrderRecord, now: number): Action {
  const flagged = withAttention(order, 'return-unclear', now)
  const accepted = order.giveBack.kind === 'asked' && statusSince(order, order.giveBack.at) === 'refunding'
  return {
    kind: 'become',
    order: accepted
      ? { ...flagged, giveBack: { kind: 'done', at: now } }
      : {
          ...flagged,
          state: 'TICKETED',
          reason: 'return-refused',
          giveBack: { kind: 'refused', at: now, code: 'unclear' },
        },
  }
}

function send(order: OrderRecord): Action {
  return { kind: 'send', effect: { kind: 'give back', cloudOrderId: order.upstream.cloudOrderId ?? '' } }
}

function ask(order: OrderRecord): Action {
  return { kind: 'send', effect: { kind: 'ask order', lockId: lockIdOf(order) } }
}
