import type { OrderId, ShowId } from '#contract/ids.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { OrderStore } from '../journal/store.ts'
import type { ShowRef } from '../moviecloud/gateway-types.ts'
import { showOf } from './core/states.ts'

/** An order that a guest would see otherwise than before. */
export interface Move {
  orderId: OrderId
  /** The show whose seats were locked for the order, or given back; absent when none were. */
  seatsOf?: { showId: ShowId; ref: ShowRef }
}

/** All of a record that a guest is shown; leases, tries and times of asking are not. */
const shown = [
  'state',
  'reason',
  'lock',
  'payments',
  'refunds',
  'decision',
  'giveBack',
  'quote',
  'shares',
  'card',
  'guest',
] as const satisfies readonly (keyof OrderRecord)[]

/** The same store, which tells of every order that has moved, once that is written. */
export function tellMoves(store: OrderStore, told: (move: Move) => void): OrderStore {
  const tell = (before: OrderRecord | undefined, after: OrderRecord) => {
    if (before !== undefined && shown.every(field => before[field] === after[field])) return
    const moved = before !== undefined && hasSeats(before) !== hasSeats(after)
    const show = showOf(after)
    const { ref } = after
    const seatsOf = moved && show !== undefined && 'scheduleId' in ref ? { showId: show.id, ref } : undefined
    told({ orderId: after.id, ...(seatsOf && { seatsOf }) })
  }
  /** Keeps what evidence was added to, which only the store knows. */
  const watched = (merge: (order: OrderRecord) => OrderRecord) => {
    let before: OrderRecord | undefined
    return {
      merge: (order: OrderRecord) => {
        before = order
        return merge(order)
      },
      tell: (after: OrderRecord) => tell(before, after),
    }
  }

  return {
    ...store,
    async commit(before, after, log) {
      const written = await store.commit(before, after, log)
      if (written !== undefined) tell(before, written)
      return written
    },
    async learn(id, merge, log) {
      const watch = watched(merge)
      const written = await store.learn(id, watch.merge, log)
      watch.tell(written)
      return written
    },
    async learnOnce(message, merge, log) {
      const watch = watched(merge)
      const written = await store.learnOnce(message, watch.merge, log)
      if (typeof written !== 'string') watch.tell(written)
      return written
    },
  }
}

/** Whether the cinema keeps seats for this order, as far as we know. */
function hasSeats({ lock, giveBack, reverse }: OrderRecord): boolean {
  const undone = giveBack.kind === 'done' || (reverse.kind === 'sent' && reverse.everDone)
  return (lock.kind === 'held' || lock.kind === 'unknown') && !undone
}
