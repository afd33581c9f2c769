import { Problem } from '#contract/problem.ts'
import type { Clock } from '../kernel/clock.ts'
import { createLimiter, type Limiter } from '../kernel/limiter.ts'

/** Limits on guessing pickup codes: per code, per client, and over all clients together. */
export interface GuessLimits {
  /** Runs a look-up as one guess; a hit does not count. @throws Problem too-many-attempts with the wait */
  guess<T>(by: { code: string; client: string }, lookUp: () => Promise<T | undefined>): Promise<T | undefined>
}

/**
 * A guest mistypes a few times; whoever tries thousands of codes or all 10,000 pins of a code does not get far:
 * 5 guesses at a code and 1 more every 3 minutes, 10 a client and 1 more a minute, 300 in all and 30 more a
 * minute. Guesses are counted before the look-up, so that parallel ones cannot slip through together.
 */
export function createGuessLimits(clock: Clock): GuessLimits {
  const perCode = createLimiter({ clock, burst: 5, perMinute: 1 / 3, maxKeys: 10_000 })
  const perClient = createLimiter({ clock, burst: 10, perMinute: 1, maxKeys: 10_000 })
  const inAll = createLimiter({ clock, burst: 300, perMinute: 30, maxKeys: 1 })

  return {
    async guess({ code, client }, lookUp) {
      const limits: [Limiter, string][] = [
        [perClient, client],
        [perCode, code.toUpperCase()],
        [inAll, 'all'],
      ]
      for (const [limiter, key] of limits) {
        const waitMs = limiter.take(key)
        if (waitMs > 0)
          throw new Problem('too-many-attempts', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
      }
      const found = await lookUp()
      if (found !== undefined) for (const [limiter, key] of limits) limiter.giveBack(key)
      return found
    },
  }
}
