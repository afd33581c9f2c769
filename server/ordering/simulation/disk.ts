import type { OrderStore } from '../../journal/store.ts'
import { strikes } from './strikes.ts'
import type { World } from './world.ts'

/** What the disk may do to the process that writes on it. */
export interface Writer {
  alive(): boolean
  kill(why: 'crash at a commit' | 'database full'): void
  /** Fulfils once the process may go on; never for one that died. */
  through<T>(result: Promise<T>): Promise<T>
}

class DiskFull extends Error {
  readonly code = 'SQLITE_FULL'
}

/**
 * The store as one process sees it: slow, down, full, unsure, or the process dies at the commit. What was answered is
 * durable; what was not yet answered when the process died may be there or not.
 */
export function createDisk(world: World, writer: Writer): OrderStore {
  const { dice, time, note, audit } = world
  const { store } = audit
  const never = () => new Promise<never>(() => undefined)

  const write = async <T>(act: () => Promise<T>): Promise<T> => {
    if (!writer.alive()) return never()
    if (strikes(world, 'database down')) {
      world.bent.lossy = true
      throw new Error('the database is down')
    }
    if (strikes(world, 'database full')) {
      // The process ends by itself: nobody can say what is on the disk.
      writer.kill('database full')
      throw new DiskFull('disk full')
    }
    if (strikes(world, 'database slow')) {
      world.bent.slow = true
      await new Promise<void>(resolve => time.after(dice.between(10, 20_000), resolve))
      if (!writer.alive()) {
        note('unsynced writes lost')
        return never()
      }
    }
    if (strikes(world, 'crash at a commit')) {
      if (dice.chance(0.5)) await act()
      writer.kill('crash at a commit')
      return never()
    }
    const result = await act()
    if (strikes(world, 'commit unknown')) throw new Error('the connection to the database is gone')
    return result
  }
  const read =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      writer.alive() ? writer.through(act(...args)) : never()

  return {
    shared: store.shared,
    insert: (order, event) => writer.through(write(() => store.insert(order, event))),
    claim: (id, lease) => writer.through(write(() => store.claim(id, lease))),
    commit: (before, after, log) => writer.through(write(() => store.commit(before, after, log))),
    learn: (id, merge, log) => writer.through(write(() => store.learn(id, merge, log))),
    learnOnce: (message, merge, log) => writer.through(write(() => store.learnOnce(message, merge, log))),
    dropLeases: () => store.dropLeases(),
    byId: read(store.byId),
    byIntent: read(store.byIntent),
    byTicketToken: read(store.byTicketToken),
    byPickup: read(store.byPickup),
    byCard: read(store.byCard),
    due: read(store.due),
    nextDueAt: read(store.nextDueAt),
    history: read(store.history),
    verifyHistory: read(store.verifyHistory),
    close: async () => undefined,
  }
}
