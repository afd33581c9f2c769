import type { Clock } from './clock.ts'

/** Room for a number of acts that refills steadily: short bursts pass, a steady stream above the rate does not. */
export interface Limiter {
  /** Takes one act of `key`: 0 when there was room, else the milliseconds until there is. */
  take(key: string): number
  /** Puts an act back that turned out harmless. */
  giveBack(key: string): void
}

/**
 * A token bucket per key. One that has been quiet until it was full again is forgotten, which changes nothing for its
 * key: orders by the thousand, each a key for a minute, do not pile up. The number of keys is bounded as well, the
 * quietest going first, so an attacker with many addresses costs memory for `maxKeys` of them and no more.
 */
export function createLimiter(options: {
  clock: Clock
  /** Acts that may come at once. */
  burst: number
  /** Acts that come back in a minute. */
  perMinute: number
  maxKeys: number
}): Limiter {
  const { clock, burst, perMinute, maxKeys } = options
  const msPerAct = 60_000 / perMinute
  const fullAgainMs = burst * msPerAct
  const buckets = new Map<string, { room: number; atMs: number }>()

  function bucketOf(key: string): { room: number; atMs: number } {
    const nowMs = clock.now()
    const last = buckets.get(key)
    const passedMs = last === undefined ? 0 : Math.max(0, nowMs - last.atMs)
    const bucket = { room: Math.min(burst, (last?.room ?? burst) + passedMs / msPerAct), atMs: nowMs }
    buckets.delete(key)
    buckets.set(key, bucket)
    for (const [quietest, { atMs }] of buckets) {
      if (buckets.size <= maxKeys && nowMs - atMs < fullAgainMs) break
      buckets.delete(quietest)
    }
    return bucket
  }

  return {
    take(key) {
      const bucket = bucketOf(key)
      if (bucket.room < 1) return Math.ceil((1 - bucket.room) * msPerAct)
      bucket.room -= 1
      return 0
    },
    giveBack(key) {
      const bucket = bucketOf(key)
      bucket.room = Math.min(burst, bucket.room + 1)
    },
  }
}
