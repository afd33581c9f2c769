import type { OrderStore } from '../../journal/store.ts'

/** The process died at a commit: nothing of it goes on. */
export class Died extends Error {}

/** What becomes of the next write: it lives, or the process dies just before or just after it is on the disk. */
export type Fate = 'lives' | 'dies before' | 'dies after'

const throwDied = (where: string): never => {
  throw new Died(where)
}

/**
 * A store whose process dies at a commit of the test's choosing. Once dead it does nothing at all, so that what
 * still runs of the old engine can't touch the journal. `kind` names the write: `commit TICKETED`, `learn`...
 *
 * @param die how it dies: by throwing, unless a real process has a real end
 */
export function dyingStore(
  store: OrderStore,
  fate: (kind: string) => Fate,
  die: (where: string) => never = throwDied,
): OrderStore {
  let dead = false
  const alive = () => {
    if (dead) throw new Died('dead')
  }
  const write = async <R>(kind: string, act: () => Promise<R>): Promise<R> => {
    alive()
    const chosen = fate(kind)
    if (chosen === 'dies before') {
      dead = true
      die(`before ${kind}`)
    }
    const result = await act()
    if (chosen === 'dies after') {
      dead = true
      die(`after ${kind}`)
    }
    return result
  }
  const read = <A extends unknown[], R>(act: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      alive()
      return act(...args)
    }
  }
  return {
    shared: store.shared,
    insert: (order, event) => write('insert', () => store.insert(order, event)),
    claim: (id, lease) => write('claim', () => store.claim(id, lease)),
    commit: (before, after, log) =>
      write(`commit ${log.attempt?.effect ?? log.events[0]?.kind ?? 'rest'}`, () =>
        store.commit(before, after, log),
      ),
    learn: (id, merge, log) => write(`learn ${log.attempt?.effect ?? ''}`, () => store.learn(id, merge, log)),
    learnOnce: (message, merge, log) => write('learn callback', () => store.learnOnce(message, merge, log)),
    dropLeases: () => write('drop leases', store.dropLeases),
    byId: read(store.byId),
    byIntent: read(store.byIntent),
    byTicketToken: read(store.byTicketToken),
    byPickup: read(store.byPickup),
    byCard: read(store.byCard),
    due: read(store.due),
    nextDueAt: read(store.nextDueAt),
    history: read(store.history),
    verifyHistory: read(store.verifyHistory),
    close: () => store.close(),
  }
}
