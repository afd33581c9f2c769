import type { OrderId } from '#contract/ids.ts'
import type { OrderRecord } from '../../journal/record.ts'
import type { Log, OrderStore } from '../../journal/store.ts'
import type { Clock } from '../../kernel/clock.ts'

/** Sees every write that became durable and says which rule it breaks. */
export interface Audit {
  /** The store below every process, watched. */
  readonly store: OrderStore
  /** Every order as it now stands on the disk. */
  readonly orders: ReadonlyMap<OrderId, OrderRecord>
  readonly found: Set<string>
  /** When an order was decided, by the true time and not by our clocks. */
  readonly decidedAt: ReadonlyMap<OrderId, number>
  orderOfLock(lockId: string): OrderRecord | undefined
}

const minuteMs = 60_000

/** Watches a store. The rules are about single writes; what a whole life must keep to stands in invariants.ts. */
export function auditStore(store: OrderStore, clock: Clock): Audit {
  const orders = new Map<OrderId, OrderRecord>()
  const found = new Set<string>()
  const decidedAt = new Map<OrderId, number>()
  /** Who claimed an order last. */
  const owners = new Map<OrderId, string>()
  const rule = (holds: boolean, what: string) => {
    if (!holds) found.add(what)
  }

  const wrote = (before: OrderRecord | undefined, after: OrderRecord, log?: Log) => {
    orders.set(after.id, after)
    if (before === undefined) return
    if (before.decision.kind === 'none' && after.decision.kind !== 'none')
      decidedAt.set(after.id, clock.now())
    const decided = before.decision.kind !== 'none'
    rule(
      !decided || (before.decision.kind === after.decision.kind && before.decision.at === decisionAt(after)),
      'a decision changed',
    )
    rule(before.reverse.kind === 'none' || after.reverse.kind === 'sent', 'a reversal was forgotten')
    rule(keepsOneAPart(after), 'two payments of one part are kept')
    rule(
      after.decision.kind !== 'TICKET' || after.giveBack.kind === 'done' || !refundsAccepted(after),
      'a code is readable, and the money for it goes back',
    )
    if (log?.attempt?.phase === 'sent' && log.attempt.effect === 'confirm') confirms(before, after)
    if (log?.attempt?.phase === 'sent' && log.attempt.effect === 'reverse') reverses(before, after)
  }
  const confirms = (before: OrderRecord, after: OrderRecord) => {
    rule(isWhollyPaid(before), 'a confirm before the payment is durable')
    rule(before.reverse.kind === 'none', 'a confirm after a reversal')
    rule(before.decision.kind === 'none', 'a confirm after the decision')
    if (before.confirm.kind === 'sent' && after.confirm.kind === 'sent') {
      rule(after.confirm.payload === before.confirm.payload, 'two confirms of an order differ')
      rule(after.confirm.lastAt - before.confirm.lastAt >= minuteMs, 'confirms less than a minute apart')
    }
  }
  const reverses = (before: OrderRecord, after: OrderRecord) => {
    if (before.confirm.kind !== 'sent' || after.reverse.kind !== 'sent') return
    rule(
      after.reverse.lastAt - before.confirm.lastAt >= minuteMs,
      'a reversal less than a minute after a confirm',
    )
    rule(after.reverse.lastAt < before.startsAt, 'a reversal after the film began')
  }

  const watched: OrderStore = {
    ...store,
    async insert(order, event) {
      const result = await store.insert(order, event)
      if (result === 'inserted') wrote(undefined, order)
      return result
    },
    async claim(id, lease) {
      const claimed = await store.claim(id, lease)
      if (claimed !== undefined) {
        owners.set(id, lease.owner)
        wrote(orders.get(id), claimed)
      }
      return claimed
    },
    async commit(before, after, log) {
      const stood = orders.get(before.id)
      const written = await store.commit(before, after, log)
      if (written === undefined) return undefined
      const own = after.lease === undefined || after.lease.owner === owners.get(after.id)
      rule(own, 'a stale fence decides')
      wrote(stood, written, log)
      return written
    },
    async learn(id, merge, log) {
      const stood = orders.get(id)
      const learnt = await store.learn(id, merge, log)
      wrote(stood, learnt, log)
      return learnt
    },
    async learnOnce(message, merge, log) {
      const learnt = await store.learnOnce(message, merge, log)
      if (learnt !== 'seen' && learnt !== 'no-order') wrote(orders.get(learnt.id), learnt, log)
      return learnt
    },
  }
  return {
    store: watched,
    orders,
    found,
    decidedAt,
    orderOfLock: lockId => [...orders.values()].find(order => lockOf(order) === lockId),
  }
}

/** What the cloud is to take from a card inside the confirm. */
export const cardFen = ({ shares }: OrderRecord): number =>
  shares.reduce((sum, share) => sum + (share.by === 'card' ? share.amountFen : 0), 0)

function keepsOneAPart({ payments }: OrderRecord): boolean {
  const kept = payments.filter(({ role }) => role === 'ACCEPTED').map(({ provider }) => provider)
  return new Set(kept).size === kept.length
}

/** Counted here anew: the engine's own word on it may be what is wrong. */
export function isWhollyPaid(order: OrderRecord): boolean {
  const accepted = order.payments.filter(({ role }) => role === 'ACCEPTED')
  const paidFen = accepted.reduce(
    (sum, { state }) => sum + (state.kind === 'paid' ? state.paidFen : 0),
    cardFen(order),
  )
  return paidFen === order.quote.totalFen
}

/** The number that the cloud makes an order under: of its lock, where there is one; of goods alone, our own. */
export function lockOf({ kind, lock, lockRequestId }: OrderRecord): string | undefined {
  if (kind === 'goods') return lockRequestId
  return lock.kind === 'held' || lock.kind === 'released' ? lock.lockId : undefined
}

const decisionAt = ({ decision }: OrderRecord) => (decision.kind === 'none' ? undefined : decision.at)

function refundsAccepted(order: OrderRecord): boolean {
  const accepted = order.payments.filter(({ role }) => role === 'ACCEPTED').map(one => one.outTradeNo)
  return order.refunds.some(refund => accepted.includes(refund.outTradeNo))
}
