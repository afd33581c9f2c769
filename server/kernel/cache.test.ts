import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createCache } from './cache.ts'
import { openCacheStore } from './cache-store.ts'
import { done, type Outcome } from './outcome.ts'

const refused: Outcome<string> = { kind: 'refused', code: 'SYSTEM_ERROR', meaning: '' }

/** A cache over an upstream that answers what the test says, with a clock that the test turns. */
function world(options: { keepMs?: number } = {}) {
  const state = { nowMs: 0, answer: done('first') as Outcome<string>, asked: 0 }
  const cache = createCache({
    clock: { now: () => state.nowMs },
    freshMs: 100,
    renewBehindMs: 200,
    keepMs: options.keepMs ?? 1_000,
    failureMs: 10,
    maxEntries: 2,
    keyOf: (key: string) => key,
    load: async () => {
      state.asked += 1
      return state.answer
    },
  })
  return { state, cache }
}

const value = (value: string, fetchedAtMs: number, stale = false) => done({ value, fetchedAtMs, stale })

describe('a cache', () => {
  it('asks once for a crowd and not again while the value is fresh', async () => {
    const { state, cache } = world()
    const answers = await Promise.all(Array.from({ length: 50 }, () => cache.get('a')))
    state.nowMs = 99
    answers.push(await cache.get('a'))
    expect(answers).toEqual(Array(51).fill(value('first', 0)))
    expect(state.asked).toBe(1)
  })

  it('serves an old value at once and the renewed one to the next guest', async () => {
    const { state, cache } = world()
    await cache.get('a')
    state.nowMs = 150
    state.answer = done('second')
    expect(await cache.get('a')).toEqual(value('first', 0))
    await Promise.resolve()
    expect(await cache.get('a')).toEqual(value('second', 150))
    expect(state.asked).toBe(2)
  })

  it('lets the guest wait for a new value when the old one is too old', async () => {
    const { state, cache } = world()
    await cache.get('a')
    state.nowMs = 300
    state.answer = done('second')
    expect(await cache.get('a')).toEqual(value('second', 300))
  })

  it('says that a value is stale when no newer one could be had, and gives it up at its age limit', async () => {
    const { state, cache } = world()
    await cache.get('a')
    state.answer = refused
    state.nowMs = 900
    expect(await cache.get('a')).toEqual(value('first', 0, true))
    state.nowMs = 1_001
    expect(await cache.get('a')).toEqual(refused)
    state.answer = done('again')
    state.nowMs = 1_100
    expect(await cache.get('a')).toEqual(value('again', 1_100))
  })

  it('does not let a guest wait long for a dawdling upstream while an old value is at hand', async () => {
    const state = {
      nowMs: 0,
      answers: [Promise.resolve(done('first')), new Promise<Outcome<string>>(() => undefined)],
    }
    const cache = createCache({
      clock: { now: () => state.nowMs },
      freshMs: 100,
      keepMs: 1_000,
      failureMs: 10,
      patienceMs: 5,
      maxEntries: 1,
      keyOf: (key: string) => key,
      load: () => state.answers.shift() ?? Promise.reject(new Error('asked too often')),
    })
    await cache.get('a')
    state.nowMs = 500
    expect(await cache.get('a')).toEqual(value('first', 0, true))
  })

  it('believes a failure for a moment and then asks again', async () => {
    const { state, cache } = world()
    state.answer = refused
    expect(await cache.get('a')).toEqual(refused)
    state.answer = done('back')
    state.nowMs = 9
    expect(await cache.get('a')).toEqual(refused)
    expect(await cache.renew('a')).toEqual(refused)
    expect(state.asked).toBe(1)
    state.nowMs = 10
    expect(await cache.get('a')).toEqual(value('back', 10))
  })

  it('keeps nothing beyond its freshness when it is told to keep nothing', async () => {
    const { state, cache } = world({ keepMs: 0 })
    await cache.get('a')
    state.answer = refused
    state.nowMs = 250
    expect(await cache.get('a')).toEqual(refused)
  })

  it('asks again for what it was told to forget', async () => {
    const { state, cache } = world()
    await cache.get('a')
    state.answer = done('second')
    cache.forget('a')
    expect(await cache.get('a')).toEqual(value('second', 0))
  })

  it('takes a load that throws for an unknown outcome', async () => {
    const cache = createCache<string, string>({
      clock: { now: () => 0 },
      freshMs: 1,
      failureMs: 1,
      maxEntries: 1,
      keyOf: key => key,
      load: () => Promise.reject(new Error('broken')),
    })
    expect(await cache.get('a')).toEqual({ kind: 'unknown', reason: 'Error: broken' })
  })

  it('forgets the least recently used entry when it is full', async () => {
    const { state, cache } = world()
    for (const key of ['a', 'b', 'a', 'c']) await cache.get(key)
    expect(state.asked).toBe(3)
    await cache.get('a')
    expect(state.asked).toBe(3)
    await cache.get('b')
    expect(state.asked).toBe(4)
  })
})

describe('the cache file', () => {
  const dataDir = () => mkdtempSync(join(tmpdir(), 'foyer-cache-'))
  const options = { nowMs: 1_000, onError: () => undefined }

  it('makes a restart warm', async () => {
    const dir = dataDir()
    const asked: string[] = []
    for (const _start of [1, 2]) {
      const store = openCacheStore(dir, options)
      const cache = createCache({
        clock: { now: () => 1_000 },
        freshMs: 100,
        failureMs: 1,
        maxEntries: 5,
        keyOf: (key: string) => key,
        load: async key => {
          asked.push(key)
          return done({ fen: 4500 })
        },
        store: store.shelf('price', z.object({ fen: z.int() })),
      })
      expect(await cache.get('x')).toEqual(done({ value: { fen: 4500 }, fetchedAtMs: 1_000, stale: false }))
      store.close()
    }
    expect(asked).toEqual(['x'])
  })

  it('takes a value of another shape, or one nobody renewed for days, for absent', () => {
    const dir = dataDir()
    const first = openCacheStore(dir, options)
    first.shelf('kind', z.string()).write('new', 'word', 1_000)
    first.shelf('kind', z.string()).write('old', 'word', -9 * 86_400_000)
    expect(first.shelf('kind', z.number()).read('new')).toBeUndefined()
    first.close()
    const second = openCacheStore(dir, options)
    expect(second.shelf('kind', z.string()).read('new')).toEqual({ value: 'word', fetchedAtMs: 1_000 })
    expect(second.shelf('kind', z.string()).read('old')).toBeUndefined()
    expect(second.shelf('other', z.string()).read('new')).toBeUndefined()
    second.close()
  })

  it('is begun again when it is damaged', () => {
    const dir = dataDir()
    writeFileSync(
      join(dir, 'cache.sqlite'),
      'this is no database, but long enough to look like one'.repeat(100),
    )
    const store = openCacheStore(dir, options)
    store.shelf('kind', z.string()).write('a', 'word', 1)
    expect(store.shelf('kind', z.string()).read('a')).toEqual({ value: 'word', fetchedAtMs: 1 })
    store.close()
  })

  it('reports a value that cannot be written and goes on', () => {
    const errors: unknown[] = []
    const store = openCacheStore(dataDir(), { nowMs: 0, onError: error => errors.push(error) })
    const shelf = store.shelf('kind', z.string())
    store.close()
    shelf.write('a', 'word', 1)
    expect(errors).toHaveLength(1)
  })
})
