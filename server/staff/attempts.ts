import type { Clock } from '../kernel/clock.ts'

/** Wrong tries of a key: some are free, then each makes the next one wait twice as long. */
export interface Attempts {
  /** Counts a try of `key` before it is judged: 0 when it may go on, else the milliseconds to wait. */
  begin(key: string): number
  /** It was right: the key begins anew. */
  succeeded(key: string): void
  /** It was right, but others of the key were not: only this one is not counted. */
  forgive(key: string): void
}

/** Bounded: the key that was quiet longest is forgotten. Of one process; a second one doubles what a thief may try. */
export function createAttempts(options: {
  clock: Clock
  free: number
  firstWaitMs: number
  maxWaitMs: number
  /** After so long without a try a key begins anew. */
  forgetMs: number
  maxKeys: number
}): Attempts {
  const { clock, free, firstWaitMs, maxWaitMs, forgetMs, maxKeys } = options
  const tries = new Map<string, { count: number; lastAt: number }>()

  const waitAfter = (count: number) =>
    count < free ? 0 : Math.min(maxWaitMs, firstWaitMs * 2 ** Math.min(30, count - free))

  return {
    begin(key) {
      const now = clock.now()
      const known = tries.get(key)
      const { count, lastAt } =
        known === undefined || now - known.lastAt > forgetMs ? { count: 0, lastAt: now } : known
      const openAt = lastAt + waitAfter(count)
      if (now < openAt) return openAt - now
      tries.delete(key)
      tries.set(key, { count: count + 1, lastAt: now })
      for (const quietest of tries.keys()) {
        if (tries.size <= maxKeys) break
        tries.delete(quietest)
      }
      return 0
    },
    succeeded: key => void tries.delete(key),
    forgive(key) {
      const known = tries.get(key)
      if (known !== undefined) tries.set(key, { ...known, count: known.count - 1 })
    },
  }
}
