import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ShowId } from '#contract/ids.ts'
import { openPostgresJournal } from '../journal/postgres-journal.ts'
import type { JournalTables } from '../journal/schema.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import type { Bus } from './bus.ts'
import { openPostgresBus } from './postgres-bus.ts'
import { realAfter } from './test-support/real-after.ts'
import { openWatchedCinema, rest } from './test-support/watched-cinema.ts'

/*
 * Nodes on one PostgreSQL before one cinema; the database is real, the nodes' time is the test's.
 */

const show = ShowId.parse('681~1')
/** Of as many cinemas: their budgets go by the database's time, which the test does not own. */
const shows = Array.from({ length: 20 }, (_, nth) => ShowId.parse(`${600 + nth}~1`))
let postgres: TestPostgres
const opened: { close(): Promise<void> }[] = []
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  for (const one of opened.reverse()) await one.close()
  await postgres.stop()
})

async function openNode(url: string) {
  const fail = (error: unknown): never => {
    throw error
  }
  const journal = await openPostgresJournal(url, fail)
  const owner = randomBytes(4).toString('hex')
  const parts = { url, db: journal.db, owner, onError: fail, after: realAfter, chance: () => 0 }
  const bus = await openPostgresBus(parts)
  opened.push(journal, bus)
  const underway = countUnderway(bus)
  return { ...openWatchedCinema(underway), db: journal.db }
}

/** The same bus, and a rest that ends only when the database has answered everything. */
function countUnderway(bus: Bus): { bus: Bus; rest: () => Promise<void> } {
  let count = 0
  const counted =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      count += 1
      try {
        return await act(...args)
      } finally {
        count -= 1
      }
    }
  const watched: Bus = {
    ...bus,
    lead: counted(bus.lead),
    resign: counted(bus.resign),
    spend: counted(bus.spend),
    lastSight: counted(bus.lastSight),
    record: counted(bus.record),
  }
  const settle = async () => {
    do await rest()
    while (count > 0)
  }
  return { bus: watched, rest: settle }
}

type Node = Awaited<ReturnType<typeof openNode>>

/** Opens a show and lets time pass until it is open: its first sight may have to come from the database. */
async function watch(node: Node, showId: ShowId, place?: string) {
  const opening = node.watch(showId, place)
  await node.pass(0)
  return opening
}

async function passBoth(nodes: readonly Node[], ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) for (const node of nodes) await node.pass(500)
}

/** What the database has been told reaches the other nodes by itself. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve))
}

const leadersOf = async (db: Kysely<JournalTables>) =>
  new Set((await db.selectFrom('live_show').select('lead_owner').execute()).map(row => row.lead_owner)).size

describe('nodes together', () => {
  it('look at a watched show as often as one would alone', async () => {
    const alone = openWatchedCinema()
    for (const one of shows) await alone.watch(one)
    await alone.pass(60_000)

    const url = await postgres.newDatabase()
    const [a, b] = [await openNode(url), await openNode(url)]
    for (const one of shows) {
      await watch(a, one)
      await watch(b, one)
    }
    await passBoth([a, b], 60_000)
    expect(await leadersOf(a.db)).toBe(1)
    expect(b.cinema.looks).toHaveLength(0)
    expect(a.cinema.looks.length).toBe(alone.cinema.looks.length)
    // Each look of a minute asks a real database.
  }, 90_000)

  it('tell what one of them sees to the screens of all, and a screen that changes nodes goes on', async () => {
    const url = await postgres.newDatabase()
    const [a, b] = [await openNode(url), await openNode(url)]
    const here = await watch(a, show)
    const there = await watch(b, show)
    expect(there.told).toEqual(here.told)
    a.cinema.sell(show, 7)
    await passBoth([a, b], 3_000)
    await until(() => there.names().includes('delta'))
    expect(there.told).toEqual(here.told)
    here.leave()
    expect((await watch(b, show, here.told[0]?.id)).names()).toEqual(['delta', 'beat'])
  })

  it('go on when the one that looked has died, in the same line', async () => {
    const url = await postgres.newDatabase()
    const [dies, lives] = [await openNode(url), await openNode(url)]
    const frozen = await watch(dies, show)
    const screen = await watch(lives, show)
    await passBoth([dies, lives], 5_000)
    expect(lives.cinema.looks).toHaveLength(0)

    // No time passes for the dead; its lead runs out.
    await sql`UPDATE live_show SET lead_until = lead_until - 6000`.execute(lives.db)
    lives.cinema.sell(show, 3)
    await lives.pass(3_000)
    expect(lives.cinema.looks.length).toBeGreaterThan(0)
    expect(screen.told.at(-1)).toMatchObject({ name: 'delta', data: { from: 1, seq: 2, taken: [3] } })

    // Back from the dead, it finds that it has the show no more, and hears of it like everybody: what it sees itself,
    // and nobody else does, is told to no one.
    dies.cinema.sell(show, 9)
    dies.bus.tell({ kind: 'seats', showId: show })
    await dies.pass(0)
    const looks = lives.cinema.looks.length
    await dies.pass(3_000)
    await passBoth([dies, lives], 10_000)
    expect(lives.cinema.looks.length).toBeGreaterThan(looks)
    const before = dies.cinema.looks.length
    await passBoth([dies, lives], 10_000)
    expect(dies.cinema.looks).toHaveLength(before)
    const changes = frozen.told.filter(({ name }) => name !== 'beat')
    expect(changes).toMatchObject([{ name: 'snapshot' }, { name: 'delta', data: { taken: [3] } }])
  })

  it('go on in a show’s line after everybody had left it, on a node that has never seen it', async () => {
    const url = await postgres.newDatabase()
    const [a, b] = [await openNode(url), await openNode(url)]
    const screen = await watch(a, show)
    for (const node of [a, b]) node.cinema.sell(show, 5)
    await a.pass(3_000)
    screen.leave()
    await a.pass(3_000)
    expect((await watch(b, show)).told).toMatchObject([
      { name: 'snapshot', id: screen.told[1]?.id, data: { seq: 2, unavailable: [5] } },
    ])
  })

  it('leave a show that nobody watches on one of them to the other', async () => {
    const url = await postgres.newDatabase()
    const [a, b] = [await openNode(url), await openNode(url)]
    const screen = await watch(a, show)
    await watch(b, show)
    screen.leave()
    await passBoth([a, b], 5_000)
    expect(b.cinema.looks.length).toBeGreaterThan(0)
  })
})
