import type { OrderRecord } from '../../server/journal/record.ts'
import type { OrderStore } from '../../server/journal/store.ts'

/** The store itself, with its writes counted. */
export interface WatchedStore extends OrderStore {
  writes(): number
}

/** @param onCommit sees each record that a worker's or guest's decision left */
export function watched(store: OrderStore, onCommit: (order: OrderRecord) => void): WatchedStore {
  let writes = 0
  const counted = <T>(written: Promise<T>): Promise<T> => {
    writes += 1
    return written
  }
  return {
    ...store,
    writes: () => writes,
    insert: (order, event) => counted(store.insert(order, event)),
    claim: (id, lease) => counted(store.claim(id, lease)),
    learn: (id, merge, log) => counted(store.learn(id, merge, log)),
    learnOnce: (message, merge, log) => counted(store.learnOnce(message, merge, log)),
    async commit(before, after, log) {
      const written = await counted(store.commit(before, after, log))
      if (written !== undefined) onCommit(written)
      return written
    },
  }
}
