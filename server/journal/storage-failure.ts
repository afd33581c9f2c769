import type { OrderStore } from './store.ts'

const failures = [
  'SQLITE_IOERR',
  'SQLITE_FULL',
  'SQLITE_CORRUPT',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_NOTADB',
]

/** Whether the disk or the file failed, so that nobody can say what is on it: the process has to end. */
export function isStorageFailure(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false
  const { code } = error
  return failures.some(failure => code.startsWith(failure))
}

/** The same store, which tells `alarm` when the storage itself fails. The error is thrown all the same. */
export function alarmed(store: OrderStore, alarm: (error: unknown) => void): OrderStore {
  const watched =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await act(...args)
      } catch (error) {
        if (isStorageFailure(error)) alarm(error)
        throw error
      }
    }
  return {
    shared: store.shared,
    insert: watched(store.insert),
    byId: watched(store.byId),
    byIntent: watched(store.byIntent),
    byTicketToken: watched(store.byTicketToken),
    byPickup: watched(store.byPickup),
    byCard: watched(store.byCard),
    claim: watched(store.claim),
    commit: watched(store.commit),
    learn: watched(store.learn),
    learnOnce: watched(store.learnOnce),
    due: watched(store.due),
    nextDueAt: watched(store.nextDueAt),
    dropLeases: watched(store.dropLeases),
    history: watched(store.history),
    verifyHistory: watched(store.verifyHistory),
    close: watched(store.close),
  }
}
