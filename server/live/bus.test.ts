import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CinemaId, OrderId, ShowId } from '#contract/ids.ts'
import type { Journal } from '../journal/journal.ts'
import { openPostgresJournal } from '../journal/postgres-journal.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { burstMs, msPerCall } from './budget.ts'
import type { Bus, Sight } from './bus.ts'
import { createLocalBus } from './local-bus.ts'
import { openPostgresBus } from './postgres-bus.ts'
import type { Step } from './ring.ts'
import { listenAt } from './test-support/listener.ts'
import { realAfter } from './test-support/real-after.ts'

const show = ShowId.parse('681~1')
const other = ShowId.parse('681~2')
const cinema = CinemaId.parse('681')
const orderId = OrderId.parse('o'.repeat(22))
const burst = burstMs / msPerCall
const sight = (seq: number, unavailable: number[] = []): Sight => ({
  epoch: 'line',
  seq,
  hallVersion: 'v1',
  unavailable,
  atMs: 5,
})
const step = (seq: number, taken: number[]): Step => ({ from: seq - 1, seq, taken, freed: [], atMs: 5 })

let postgres: TestPostgres
const opened: { close(): Promise<void> }[] = []
beforeAll(async () => {
  postgres = await startPostgres()
})
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})
afterAll(() => postgres.stop())

interface Node {
  bus: Bus
  db: Journal['db']
}

async function openNode(url: string, owner: string): Promise<Node> {
  const ignore = () => undefined
  const journal = await openPostgresJournal(url, ignore)
  opened.push(journal)
  const parts = { url, db: journal.db, owner, onError: ignore, after: realAfter, chance: () => 0 }
  const bus = await openPostgresBus(parts)
  opened.push(bus)
  return { bus, db: journal.db }
}

/** As many nodes of one house. */
async function nodes<N extends string>(...owners: N[]): Promise<Record<N, Node>> {
  const url = await postgres.newDatabase()
  const made = await Promise.all(owners.map(async owner => [owner, await openNode(url, owner)] as const))
  return Object.fromEntries(made) as Record<N, Node>
}

const kinds: [string, () => Promise<Bus>][] = [
  ['in one process', async () => createLocalBus({ clock: { now: () => 1_000_000 } })],
  ['on PostgreSQL', async () => (await nodes('a')).a.bus],
]

describe.each(kinds)('a bus %s', (_, open) => {
  it('lets this node hear its own news before it goes on, each listener until it stops', async () => {
    const bus = await open()
    const stays = listenAt(bus)
    const goes = listenAt(bus)
    bus.tell({ kind: 'order', orderId })
    goes.stop()
    bus.tell({ kind: 'seats', showId: show })
    expect(stays.heard).toEqual([
      { kind: 'order', orderId },
      { kind: 'seats', showId: show },
    ])
    expect(goes.heard).toEqual([{ kind: 'order', orderId }])
  })

  it('gives this node the shows that nobody else has, and keeps them for it', async () => {
    const bus = await open()
    expect(await bus.lead([])).toEqual(new Set())
    expect(await bus.lead([show, other])).toEqual(new Set([show, other]))
    expect(await bus.lead([other])).toEqual(new Set([other]))
    await bus.resign([show])
    expect(await bus.lead([show])).toEqual(new Set([show]))
  })

  it('keeps the last sight of a show', async () => {
    const bus = await open()
    expect(await bus.lastSight(show)).toBeUndefined()
    await bus.lead([show, other])
    expect(await bus.record(show, sight(1, [3, 4]))).toBe(true)
    expect(await bus.record(show, sight(2, [4]), { ...step(2, []), freed: [3] })).toBe(true)
    expect(await bus.lastSight(show)).toEqual(sight(2, [4]))
    expect(await bus.lastSight(other)).toBeUndefined()
  })

  it('does not tell this node what it has seen itself', async () => {
    const bus = await open()
    const ear = listenAt(bus)
    await bus.lead([show])
    await bus.record(show, sight(1))
    bus.tell({ kind: 'order', orderId })
    await ear.next('order')
    await bus.close()
    expect(ear.heard).toEqual([])
  })

  it('has room for a burst of calls, and says how long more of them wait', async () => {
    const bus = await open()
    expect(await bus.spend(cinema, burst)).toBe(0)
    const waitMs = await bus.spend(cinema, burst)
    expect(waitMs).toBeGreaterThan(0)
    expect(waitMs).toBeLessThanOrEqual(burstMs)
    expect(await bus.spend(cinema, burst)).toBeGreaterThan(waitMs)
    expect(await bus.spend(CinemaId.parse('682'), 1)).toBe(0)
  })
})

describe('nodes on one PostgreSQL', () => {
  it('hear each other’s news, each once', async () => {
    const { a, b } = await nodes('a', 'b')
    const [atA, atB] = [listenAt(a.bus), listenAt(b.bus)]
    a.bus.tell({ kind: 'order', orderId })
    a.bus.tell({ kind: 'seats', showId: show })
    b.bus.tell({ kind: 'seats', showId: other })
    expect(await atB.next('order')).toEqual({ kind: 'order', orderId })
    expect(await atB.next('seats')).toEqual({ kind: 'seats', showId: show })
    expect(await atA.next('seats')).toEqual({ kind: 'seats', showId: show })
    expect(await atA.next('seats')).toEqual({ kind: 'seats', showId: other })
    expect(atA.heard).toEqual([])
  })

  it('have a show one at a time, and the next one when the first leaves it or dies', async () => {
    const { a, b } = await nodes('a', 'b')
    expect(await a.bus.lead([show])).toEqual(new Set([show]))
    expect(await b.bus.lead([show, other])).toEqual(new Set([other]))
    await b.bus.resign([show])
    expect(await b.bus.lead([show])).toEqual(new Set())
    await a.bus.resign([show])
    expect(await b.bus.lead([show])).toEqual(new Set([show]))

    // The node dies: it renews nothing, and its time runs out.
    await sql`UPDATE live_show SET lead_until = lead_until - 6000`.execute(b.db)
    expect(await a.bus.lead([show])).toEqual(new Set([show]))
    expect(await b.bus.record(show, sight(1))).toBe(false)
    expect(await a.bus.lastSight(show)).toBeUndefined()
    expect(await a.bus.record(show, sight(1))).toBe(true)
  })

  it('divide many shows among them without one being had twice, however they ask at once', async () => {
    const { a, b, c } = await nodes('a', 'b', 'c')
    const shows = Array.from({ length: 40 }, (_, n) => ShowId.parse(`681~${n}`)).toSorted()
    for (let round = 0; round < 5; round++) {
      const had = await Promise.all([a, b, c].map(({ bus }) => bus.lead(shows)))
      expect(had.flatMap(set => [...set]).toSorted()).toEqual(shows)
      await Promise.all([a, b, c].map(({ bus }) => bus.resign(shows)))
    }
  })

  it('tell each other what they saw: a small step whole, a large one to be read', async () => {
    const { a, b } = await nodes('a', 'b')
    const atB = listenAt(b.bus)
    await a.bus.lead([show])
    await a.bus.record(show, sight(1, [1]))
    expect(await atB.next('seen')).toEqual({ kind: 'seen', showId: show, epoch: 'line', seq: 1 })
    await a.bus.record(show, sight(2, [1, 2]), step(2, [2]))
    expect((await atB.next('seen')).step).toEqual(step(2, [2]))
    const many = Array.from({ length: 20_000 }, (_, n) => n)
    await a.bus.record(show, sight(3, many), step(3, many))
    expect(await atB.next('seen')).toEqual({ kind: 'seen', showId: show, epoch: 'line', seq: 3 })
    expect((await b.bus.lastSight(show))?.unavailable).toHaveLength(20_000)
  })

  it('share one budget', async () => {
    const { a, b } = await nodes('a', 'b')
    expect(await a.bus.spend(cinema, burst)).toBe(0)
    expect(await b.bus.spend(cinema, burst)).toBeGreaterThan(0)
  })

  it('know that they have missed something when their connection broke, and hear again', async () => {
    const { a, b } = await nodes('a', 'b')
    const atB = listenAt(b.bus)
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'foyer-live' AND datname = current_database()`.execute(a.db)
    await atB.next('missed')
    a.bus.tell({ kind: 'order', orderId })
    await atB.next('order')
  })

  it('pass over what they do not understand', async () => {
    const { a, b } = await nodes('a', 'b')
    const atB = listenAt(b.bus)
    for (const payload of ['', 'not JSON', '{"kind":"order","by":"a"}', '{"kind":"new","by":"a"}'])
      await sql`SELECT pg_notify('foyer_live', ${payload})`.execute(a.db)
    a.bus.tell({ kind: 'order', orderId })
    await atB.next('order')
    expect(atB.heard).toEqual([])
  })
})
