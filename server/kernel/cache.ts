import type { Clock } from './clock.ts'
import { done, mapOutcome, type Outcome } from './outcome.ts'
import { singleFlight } from './single-flight.ts'

/** A value with its age: `stale` means that the other side was asked for a newer one and did not give it. */
export interface Cached<V> {
  value: V
  fetchedAtMs: number
  stale: boolean
}

export interface CacheOptions<Q, V> {
  clock: Clock
  /** Up to this age a value is simply good. */
  freshMs: number
  /** Up to this age it is served at once and renewed behind the guest's back; beyond, the guest waits. */
  renewBehindMs?: number
  /** Up to this age it is better than nothing when the other side fails or dawdles. 0 keeps nothing. */
  keepMs?: number
  /** How long a failure is believed before the other side is asked again. */
  failureMs: number
  /** How long a guest waits for a new value while an old one is at hand, ms. */
  patienceMs?: number
  maxEntries: number
  /** What makes two questions the same. */
  keyOf: (question: Q) => string
  load: (question: Q) => Promise<Outcome<V>>
  /** Where values outlive the process. */
  store?: CacheShelf<V>
}

/** One kind of values in a store that outlives the process. */
export interface CacheShelf<V> {
  read(key: string): { value: V; fetchedAtMs: number } | undefined
  write(key: string, value: V, fetchedAtMs: number): void
}

export interface Cache<Q, V> {
  /** The answer, or why there is none. */
  get(question: Q): Promise<Outcome<Cached<V>>>
  /** Asks the other side whatever the age, unless it failed just now; a failure falls back as in `get`. */
  renew(question: Q): Promise<Outcome<Cached<V>>>
  /** The value under this key is known to be wrong now: the next guest gets a new one. */
  forget(key: string): void
}

interface Entry<V> {
  value?: { value: V; fetchedAtMs: number }
  failure?: { outcome: Outcome<V>; atMs: number }
}

/**
 * A bounded cache in front of another system: one request per key however many ask (single-flight), old values
 * served while a new one is fetched, an age limit, and failures remembered for a moment so that an outage is
 * not answered with a storm of requests. The least recently used entry makes room.
 */
export function createCache<Q, V>(options: CacheOptions<Q, V>): Cache<Q, V> {
  const { clock, freshMs, renewBehindMs = freshMs, keepMs = 0, failureMs, maxEntries, keyOf, store } = options
  const { patienceMs = 2_000 } = options
  const entries = new Map<string, Entry<V>>()
  const flight = singleFlight<Outcome<V>>()

  function entryOf(key: string): Entry<V> {
    const found = entries.get(key)
    if (found !== undefined) {
      entries.delete(key)
      entries.set(key, found)
      return found
    }
    const shelved = store?.read(key)
    const entry: Entry<V> = shelved === undefined ? {} : { value: shelved }
    entries.set(key, entry)
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) break
      entries.delete(oldest)
    }
    return entry
  }

  const load = (question: Q, entry: Entry<V>) =>
    flight(keyOf(question), async () => {
      // A renewal behind the guest's back has nobody to throw to, so a throw is an outcome like any other.
      const outcome = await options
        .load(question)
        .catch((error: unknown): Outcome<V> => ({ kind: 'unknown', reason: String(error) }))
      if (outcome.kind === 'done') {
        entry.value = { value: outcome.value, fetchedAtMs: clock.now() }
        delete entry.failure
        store?.write(keyOf(question), outcome.value, entry.value.fetchedAtMs)
      } else {
        entry.failure = { outcome, atMs: clock.now() }
      }
      return outcome
    })

  const ageMs = (entry: Entry<V>) =>
    entry.value === undefined ? Number.POSITIVE_INFINITY : clock.now() - entry.value.fetchedAtMs

  const recentFailure = (entry: Entry<V>) =>
    entry.failure !== undefined && clock.now() - entry.failure.atMs < failureMs
      ? entry.failure.outcome
      : undefined

  /** What an entry is worth after `outcome`, the latest answer that the other side gave for it. */
  function afterwards(entry: Entry<V>, outcome: Outcome<V>): Outcome<Cached<V>> {
    if (entry.value !== undefined && (outcome.kind === 'done' || ageMs(entry) <= keepMs)) {
      return done({ ...entry.value, stale: entry.failure !== undefined })
    }
    return mapOutcome(outcome, value => ({ value, fetchedAtMs: clock.now(), stale: false }))
  }

  return {
    async get(question) {
      const entry = entryOf(keyOf(question))
      const age = ageMs(entry)
      if (entry.value !== undefined && age < freshMs) return done({ ...entry.value, stale: false })
      const failed = recentFailure(entry)
      if (failed !== undefined) return afterwards(entry, failed)
      const loading = load(question, entry)
      if (entry.value !== undefined && age < renewBehindMs) {
        return done({ ...entry.value, stale: entry.failure !== undefined })
      }
      const old = entry.value
      if (old === undefined || age > keepMs) return afterwards(entry, await loading)
      const answer = await soon(loading, patienceMs)
      return answer === undefined ? done({ ...old, stale: true }) : afterwards(entry, answer)
    },
    async renew(question) {
      const entry = entryOf(keyOf(question))
      return afterwards(entry, recentFailure(entry) ?? (await load(question, entry)))
    },
    forget(key) {
      entries.delete(key)
    },
  }
}

/** The promise's value, or undefined when it takes longer than `ms`. */
async function soon<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer))
}
