import type { OrderRecord, OrderState } from '../../journal/record.ts'

/** A call to another system. Everything but the questions is written down before it is sent. */
export type Effect =
  | { kind: 'lock' }
  | { kind: 'release'; lockId: string }
  | { kind: 'create payment'; outTradeNo: string }
  | { kind: 'ask payment'; outTradeNo: string }
  | { kind: 'close payment'; outTradeNo: string }
  | { kind: 'confirm'; payload: string }
  | { kind: 'ask order'; lockId: string }
  | { kind: 'reverse'; cloudOrderId: string }
  | { kind: 'give back'; cloudOrderId: string }
  | { kind: 'refund'; outRefundNo: string }
  | { kind: 'ask refund'; outRefundNo: string }

/** What the engine does next about an order. */
export type Action =
  | { kind: 'send'; effect: Effect }
  /** A decision without any call: the record as it is to be. */
  | { kind: 'become'; order: OrderRecord }
  /** The confirm's exact bytes are to be made and kept (T4). */
  | { kind: 'freeze' }

export type Decided =
  | (Action & { rule: string })
  /** Nothing to do before `until`; undefined: nothing at all unless something is learnt. */
  | { kind: 'rest'; until: number | undefined }

/** When a rule applies: from an instant on, and where so, only until another. Epoch ms. */
export interface Window {
  from: number
  until?: number
}

/** One line of the engine's table. Of the rules that apply, the first in the table wins. */
export interface Rule {
  name: string
  in: readonly OrderState[] | 'any'
  /** In plain words, for the person on call and the history. */
  says: string
  when: (order: OrderRecord) => Window | undefined
  do: (order: OrderRecord, now: number) => Action
}

/** A rule without a clock: it applies as soon as `condition` holds. */
export const atOnce = (condition: boolean): Window | undefined => (condition ? { from: 0 } : undefined)

/** Questions change nothing on the other side, so they need no intent. */
export function isQuestion(effect: Effect): boolean {
  return effect.kind === 'ask payment' || effect.kind === 'ask order' || effect.kind === 'ask refund'
}
