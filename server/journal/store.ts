import type { IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import type { ShowRef } from '../moviecloud/gateway-types.ts'
import type { OrderRecord } from './record.ts'

/**
 * Where orders are kept. Evidence is always accepted (`learn`); decisions are compare-and-set on version and
 * fence (`commit`). Every write is durable when its promise fulfils. Asynchronous, so that another database
 * can stand behind it.
 */
export interface OrderStore {
  /** Whether other processes may work on the same orders. */
  readonly shared: boolean
  /** `intent-exists`: an order was made from this intent before; nothing was written. */
  insert(order: OrderRecord, event: NewEvent): Promise<'inserted' | 'intent-exists'>
  byId(id: OrderId): Promise<OrderRecord | undefined>
  byIntent(intentId: IntentId): Promise<OrderRecord | undefined>
  byTicketToken(token: TicketToken): Promise<OrderRecord | undefined>
  /** Only ticketed orders have a pickup code. */
  byPickup(code: string, pin: string): Promise<OrderRecord | undefined>

  /** Takes the order for one worker unless another's lease is alive; the fence grows. */
  claim(id: OrderId, lease: { owner: string; now: number; until: number }): Promise<OrderRecord | undefined>
  /**
   * Replaces `before` by `after` unless somebody wrote meanwhile or the fence has moved on.
   *
   * @returns the record as it now stands, or undefined when nothing was written
   */
  commit(before: OrderRecord, after: OrderRecord, log: Log): Promise<OrderRecord | undefined>
  /** Adds what was learnt to whatever the order is by now. @throws Error when there is no such order */
  learn(id: OrderId, merge: (order: OrderRecord) => OrderRecord, log: Log): Promise<OrderRecord>
  /** `learn` for a provider's message that may come again: the second time nothing happens. */
  learnOnce(
    message: Message,
    merge: (order: OrderRecord) => OrderRecord,
    log: Log,
  ): Promise<OrderRecord | 'seen' | 'no-order'>

  /** The orders of a show that were priced with this card and are paid, or more than paid, and not undone. */
  byCard(number: string, show: ShowRef): Promise<OrderRecord[]>

  /**
   * Orders whose time has come and that nobody holds. First those whose worker's lease ran out: it may have died in
   * the middle of them. Then those that are due longest.
   */
  due(now: number, limit: number): Promise<OrderId[]>
  /** When the next order that nobody holds comes due. */
  nextDueAt(now: number): Promise<number | undefined>
  /** Forgets every lease: only for a database that one process has for itself, at its start. */
  dropLeases(): Promise<void>

  /** What happened to an order, oldest first. */
  history(id: OrderId): Promise<HistoryLine[]>
  /** Whether no line of the order's history was changed, removed or added behind our back. */
  verifyHistory(id: OrderId): Promise<boolean>
  close(): Promise<void>
}

/** A line for the history; no phone number, code or payload may stand in `detail`. */
export interface NewEvent {
  at: number
  kind: string
  detail: Readonly<Record<string, string | number | boolean | undefined>>
}

/** What a write leaves behind beside the record. */
export interface Log {
  events: readonly NewEvent[]
  attempt?: { at: number; phase: 'sent' | 'answered'; effect: string; outcome?: string }
}

export interface Message {
  provider: string
  notifyId: string
  outTradeNo: string
  receivedAt: number
}

export interface HistoryLine {
  seq: number
  at: number
  kind: string
  detail: Record<string, unknown>
}
