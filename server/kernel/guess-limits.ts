import { Problem } from '#contract/problem.ts'
import type { Clock } from './clock.ts'
import { createLimiter, type Limiter } from './limiter.ts'

/** Limits on guessing what only its owner knows: per thing guessed at, per client, and over all clients together. */
export interface GuessLimits {
  /**
   * Runs an attempt as one guess at `target`; one that has not `missed` does not count.
   *
   * @throws Problem too-many-attempts with the wait
   */
  guess<T>(
    by: { target: string; client: string },
    attempt: () => Promise<T>,
    missed: (found: T) => boolean,
  ): Promise<T>
}

/**
 * A guest mistypes a few times; whoever tries thousands of numbers, or all secrets of one, does not get far: 5
 * guesses at a target and 1 more every 3 minutes, 10 a client and 1 more a minute, 300 in all and 30 more a
 * minute. Guesses are counted before the attempt, so that parallel ones cannot slip through together; one that throws
 * may have been answered, and counts.
 */
export function createGuessLimits(clock: Clock): GuessLimits {
  const perTarget = createLimiter({ clock, burst: 5, perMinute: 1 / 3, maxKeys: 10_000 })
  const perClient = createLimiter({ clock, burst: 10, perMinute: 1, maxKeys: 10_000 })
  const inAll = createLimiter({ clock, burst: 300, perMinute: 30, maxKeys: 1 })

  return {
    async guess({ target, client }, attempt, missed) {
      const limits: [Limiter, string][] = [
        [perClient, client],
        [perTarget, target],
        [inAll, 'all'],
      ]
      for (const [limiter, key] of limits) {
        const waitMs = limiter.take(key)
        if (waitMs > 0)
          throw new Problem('too-many-attempts', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
      }
      const found = await attempt()
      if (!missed(found)) for (const [limiter, key] of limits) limiter.giveBack(key)
      return found
    },
  }
}
