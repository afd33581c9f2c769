import type { OrderId } from '#contract/ids.ts'
import type { OrderRecord } from '../../journal/record.ts'
import type { HistoryLine, Log, OrderStore } from '../../journal/store.ts'
import { pickupPin } from '../core/states.ts'

/** The store's contract without a disk: fast enough to live through thousands of sales a second. */
export function createMemoryStore(): OrderStore {
  const orders = new Map<OrderId, OrderRecord>()
  const histories = new Map<OrderId, HistoryLine[]>()
  const inbox = new Set<string>()

  const find = async (which: (order: OrderRecord) => boolean) => [...orders.values()].find(which)
  const note = (id: OrderId, log: Log) => {
    const lines = histories.get(id) ?? []
    for (const event of log.events) lines.push({ seq: lines.length + 1, ...event })
    histories.set(id, lines)
  }
  const put = (order: OrderRecord, log: Log): OrderRecord => {
    const next = { ...order, version: order.version + 1 }
    orders.set(next.id, next)
    note(next.id, log)
    return next
  }
  const held = (order: OrderRecord, now: number) => order.lease !== undefined && order.lease.until > now

  const leaseEnd = ({ lease }: OrderRecord) => lease?.until ?? Number.MAX_VALUE

  return {
    shared: false,
    async insert(order, event) {
      if (await find(one => one.intentId === order.intentId)) return 'intent-exists'
      orders.set(order.id, order)
      note(order.id, { events: [event] })
      return 'inserted'
    },
    byId: async id => orders.get(id),
    byIntent: intentId => find(order => order.intentId === intentId),
    byTicketToken: token => find(order => order.ticketToken === token),
    byPickup: (code, pin) =>
      find(
        order =>
          order.decision.kind === 'TICKET' && order.decision.pickupCode === code && pickupPin(order) === pin,
      ),
    byCard: async (number, show) =>
      [...orders.values()].filter(
        ({ card, ref, decision, giveBack }) =>
          card?.number === number &&
          'scheduleId' in ref &&
          ref.scheduleId === show.scheduleId &&
          decision.kind === 'TICKET' &&
          giveBack.kind !== 'done',
      ),
    async claim(id, { owner, now, until }) {
      const order = orders.get(id)
      if (order === undefined || held(order, now)) return undefined
      return put({ ...order, lease: { owner, until }, fence: order.fence + 1 }, { events: [] })
    },
    async commit(before, after, log) {
      const now = orders.get(before.id)
      if (now === undefined || now.version !== before.version || now.fence !== before.fence) return undefined
      return put({ ...after, version: now.version }, log)
    },
    async learn(id, merge, log) {
      const order = orders.get(id)
      if (order === undefined) throw new Error('Evidence about an order that is not there.')
      return put(merge(order), log)
    },
    async learnOnce({ provider, notifyId, outTradeNo }, merge, log) {
      const key = `${provider} ${notifyId}`
      if (inbox.has(key)) return 'seen'
      inbox.add(key)
      const order = await find(one => one.payments.some(payment => payment.outTradeNo === outTradeNo))
      return order === undefined ? 'no-order' : put(merge(order), log)
    },
    due: async (now, limit) =>
      [...orders.values()]
        .filter(order => order.nextRunAt !== undefined && order.nextRunAt <= now && !held(order, now))
        .sort((a, b) => leaseEnd(a) - leaseEnd(b) || (a.nextRunAt ?? 0) - (b.nextRunAt ?? 0))
        .slice(0, limit)
        .map(order => order.id),
    nextDueAt: async now =>
      [...orders.values()]
        .filter(order => !held(order, now))
        .flatMap(order => order.nextRunAt ?? [])
        .sort((a, b) => a - b)[0],
    async dropLeases() {
      for (const order of orders.values()) orders.set(order.id, { ...order, lease: undefined })
    },
    history: async id => histories.get(id) ?? [],
    verifyHistory: async id => orders.has(id),
    close: async () => undefined,
  }
}
