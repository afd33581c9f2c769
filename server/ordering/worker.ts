import type { OrderId } from '#contract/ids.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { OrderStore } from '../journal/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { MovieCloud } from '../moviecloud/gateway-types.ts'
import { confirmRequest } from './confirm-request.ts'
import { type Effect, isQuestion } from './core/action.ts'
import { decide } from './core/decide.ts'
import type { Evidence } from './core/evidence.ts'
import { intend } from './core/intend.ts'
import { merge } from './core/merge.ts'
import { timers } from './core/timers.ts'
import { learntEvent, outcomeOf } from './describe.ts'
import { type Counterparts, noAnswer, perform } from './perform.ts'

export interface WorkerParts extends Counterparts {
  store: OrderStore
  cloud: Counterparts['cloud'] & Pick<MovieCloud, 'freezeConfirm'>
  clock: Clock
  /** Names this process in leases. */
  owner: string
  /** The number a ticket bears whose guest gave none. */
  contactMobile: (cinemaId: OrderRecord['ref']['cinemaId']) => string | undefined
  /** Calls `run` after `ms`; the answer cancels it. */
  after: (ms: number, run: () => void) => () => void
  /** An order has one more reason for a person to look at it. */
  onAttention: (order: OrderRecord) => void
  /** A late answer that could not be written down any more. */
  onLateFailure: (error: unknown) => void
}

/** Longer than any call may take, so that a lease outlives what was sent under it. */
export const leaseMs = 75_000
/** More steps than an order can take at one instant: beyond it the rules would be going in circles. */
const stepsMax = 60

/**
 * Takes one order as far as it goes now: decide, write the intent down, send, write down what was learnt, and
 * again, until the rules say wait. Nothing is ever sent inside a transaction.
 *
 * @returns the order as it then stands; undefined when another worker holds it
 */
export async function drive(parts: WorkerParts, id: OrderId): Promise<OrderRecord | undefined> {
  const { store, clock, owner } = parts
  const lease = () => ({ owner, until: clock.now() + leaseMs })
  let order = await store.claim(id, { ...lease(), now: clock.now() })
  if (order === undefined) return undefined
  const { fence } = order

  for (let step = 0; step < stepsMax; step++) {
    const now = clock.now()
    const next = decide(order, now)
    let written: OrderRecord | undefined
    switch (next.kind) {
      case 'rest': {
        const rested = { ...order, nextRunAt: next.until, lease: undefined }
        written = await store.commit(order, rested, { events: [] })
        if (written !== undefined) return written
        break
      }
      case 'become': {
        const detail = { from: order.state, to: next.order.state, reason: next.order.reason }
        const events = [{ at: now, kind: next.rule, detail }]
        written = await store.commit(order, { ...next.order, lease: lease() }, { events })
        break
      }
      case 'freeze': {
        const payload = freeze(parts, order)
        const frozen: OrderRecord = { ...order, state: 'CONFIRMING', confirm: { kind: 'frozen', payload } }
        const events = [{ at: now, kind: next.rule, detail: { from: order.state, to: frozen.state } }]
        written = await store.commit(order, { ...frozen, lease: lease() }, { events })
        break
      }
      case 'send':
        written = await send(parts, order, { effect: next.effect, rule: next.rule, lease: lease() })
        break
    }
    const flags = openFlags(order)
    order = written ?? (await store.byId(id))
    if (order !== undefined && openFlags(order) > flags) parts.onAttention(order)
    // Somebody wrote meanwhile: decide anew from what is there, unless the order is another worker's by now.
    if (order === undefined || order.fence !== fence) return undefined
  }
  throw new Error('The rules of an order go in circles.')
}

const openFlags = ({ attention }: OrderRecord) => attention.filter(flag => flag.settled === undefined).length

async function send(
  parts: WorkerParts,
  order: OrderRecord,
  step: { effect: Effect; rule: string; lease: { owner: string; until: number } },
): Promise<OrderRecord | undefined> {
  const { store, clock } = parts
  const { effect, rule, lease } = step
  const at = clock.now()
  let intended: OrderRecord | undefined = order
  if (!isQuestion(effect)) {
    const next = { ...intend(order, effect, at), lease }
    intended = await store.commit(order, next, {
      events: [{ at, kind: rule, detail: { send: effect.kind, from: order.state, to: next.state } }],
      attempt: { at, phase: 'sent', effect: effect.kind },
    })
    if (intended === undefined) return undefined
  }
  return learn(parts, order.id, effect, await inTime(parts, intended, effect, at))
}

/** What was learnt within the limit; an answer that comes later is still written down, then. */
export async function inTime(
  parts: WorkerParts,
  order: OrderRecord,
  effect: Effect,
  at: number,
): Promise<Evidence> {
  const answer = perform(parts, order, effect, at)
  let cancel: () => void = () => undefined
  const silence = new Promise<'silence'>(resolve => {
    cancel = parts.after(timers.answerMaxMs, () => resolve('silence'))
  })
  const first = await Promise.race([answer, silence])
  cancel()
  if (first !== 'silence') return first
  answer.then(late => learn(parts, order.id, effect, late)).catch(parts.onLateFailure)
  return noAnswer(effect, at)
}

/** Evidence is written onto whatever the order is by now: it counts however late it comes. */
export async function learn(
  parts: Pick<WorkerParts, 'store' | 'clock'>,
  id: OrderId,
  effect: Effect,
  evidence: Evidence,
): Promise<OrderRecord> {
  const at = parts.clock.now()
  const events = learntEvent(evidence, at)
  return parts.store.learn(id, order => merge(order, evidence, at), {
    events,
    ...(events.length > 0 && {
      attempt: { at, phase: 'answered', effect: effect.kind, outcome: outcomeOf(evidence) },
    }),
  })
}

function freeze(parts: WorkerParts, order: OrderRecord): string {
  const mobile = order.guest.mobile ?? parts.contactMobile(order.ref.cinemaId)
  if (mobile === undefined) throw new Error('A confirm needs a phone number.')
  return parts.cloud.freezeConfirm(confirmRequest(order, mobile))
}
