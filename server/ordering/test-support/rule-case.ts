import type { OrderRecord } from '../../journal/record.ts'
import { confirming, t0 } from './record.ts'

/** What is given, the order, the instant, and the rule that applies then or how many ms until the next one does. */
export type Case = readonly [
  what: string,
  order: OrderRecord,
  now: number,
  expected: string | number | undefined,
]

/** The only confirm was refused, so the money goes back; the seats are free again. */
export const refunding = (change: Partial<OrderRecord> = {}) =>
  confirming(
    { negatives: 1 },
    {
      state: 'REFUNDING',
      decision: { kind: 'REFUND', at: t0 },
      lock: { kind: 'released', lockId: 'L1', at: t0 },
      ...change,
    },
  )
