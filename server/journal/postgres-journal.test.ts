import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import { anOrder, aPayment, held, paidState, t0 } from '../ordering/test-support/record.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { createFieldCipher } from './field-cipher.ts'
import type { Journal } from './journal.ts'
import { openPostgresJournal } from './postgres-journal.ts'
import { createSqlStore } from './sql-store.ts'
import type { OrderStore } from './store.ts'
import { noLog, wish } from './test-support/test-journal.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

const cipher = createFieldCipher(Buffer.alloc(32, 3))
const broken: Error[] = []
const open = (url: string) => openPostgresJournal(url, error => broken.push(error))

/** An order that differs from the others in all that has to be unique. */
const order = (n: number) => {
  const two = String(n).padStart(2, '0')
  return anOrder({
    id: OrderId.parse(`${'o'.repeat(20)}${two}`),
    intentId: IntentId.parse(`00000000-0000-4000-8000-0000000000${two}`),
    ticketToken: TicketToken.parse(`${'t'.repeat(20)}${two}`),
    lockRequestId: `L${two}`,
    version: 0,
    fence: 0,
  })
}

/** So many processes on one database. */
async function nodes(count: number): Promise<{ url: string; journals: Journal[]; stores: OrderStore[] }> {
  const url = await postgres.newDatabase()
  const journals = await Promise.all(Array.from({ length: count }, () => open(url)))
  return { url, journals, stores: journals.map(journal => createSqlStore(journal, cipher)) }
}
const closeAll = (journals: Journal[]) => Promise.all(journals.map(journal => journal.close()))

describe('several processes on one database', () => {
  test('bring the schema up to date once, however many begin at the same time', async () => {
    const { journals } = await nodes(4)
    const { rows } = await sql`SELECT name FROM kysely_migration`.execute(journals[0]?.db ?? raise())
    expect(rows).toEqual([
      { name: '0001-orders' },
      { name: '0002-returns' },
      { name: '0003-staff' },
      { name: '0004-kinds-and-shares' },
      { name: '0005-live' },
      { name: '0006-leases' },
    ])
    await closeAll(journals)
  })

  test('claim an order once', async () => {
    const { journals, stores } = await nodes(3)
    for (let n = 0; n < 20; n++) await stores[0]?.insert(order(n), wish)
    const claims = await Promise.all(
      stores.map(async (store, node) => {
        const ids = await store.due(t0, 100)
        const lease = { owner: `node ${node}`, now: t0, until: t0 + 75_000 }
        const claimed = await Promise.all(ids.map(id => store.claim(id, lease)))
        return claimed.flatMap(one => (one ? [one.id] : []))
      }),
    )
    expect(claims.flat().sort()).toEqual(Array.from({ length: 20 }, (_, n) => order(n).id))
    await closeAll(journals)
  })

  test('take over what a dead one held, when its lease has run out', async () => {
    const { journals, stores } = await nodes(2)
    const [dead, alive] = stores
    await dead?.insert(order(1), wish)
    await dead?.claim(order(1).id, { owner: 'dead', now: t0, until: t0 + 75_000 })
    await journals[0]?.close()
    await alive?.insert({ ...order(2), nextRunAt: t0 - 60_000 }, wish)
    expect(await alive?.due(t0 + 74_999, 10)).toEqual([order(2).id])
    // Before others that have been due for longer: something may have been sent for it already.
    expect(await alive?.due(t0 + 75_000, 10)).toEqual([order(1).id, order(2).id])
    expect(await alive?.due(t0 + 75_000, 1)).toEqual([order(1).id])
    const lease = { owner: 'alive', now: t0 + 75_000, until: t0 + 150_000 }
    expect(await alive?.claim(order(1).id, lease)).toMatchObject({ lease: { owner: 'alive' }, fence: 2 })
    await closeAll(journals.slice(1))
  })

  test('write down all that each of them learns at the same time', async () => {
    const { journals, stores } = await nodes(3)
    await stores[0]?.insert({ ...order(1), lock: held }, wish)
    const learnt = Array.from({ length: 30 }, (_, n) =>
      stores[n % 3]?.learn(order(1).id, one => ({ ...one, fence: one.fence + 1 }), {
        events: [{ at: t0, kind: `learnt ${n}`, detail: {} }],
      }),
    )
    await Promise.all(learnt)
    expect(await stores[0]?.byId(order(1).id)).toMatchObject({ fence: 30, version: 30 })
    expect(await stores[1]?.history(order(1).id)).toHaveLength(31)
    expect(await stores[2]?.verifyHistory(order(1).id)).toBe(true)
    await closeAll(journals)
  })

  test('count a provider’s message once, whichever of them it reaches how often', async () => {
    const { journals, stores } = await nodes(3)
    const paying = { ...order(1), state: 'PAYING', lock: held, payments: [aPayment()] } as const
    await stores[0]?.insert(order(1), wish)
    await stores[0]?.commit(order(1), paying, noLog)
    const message = { provider: 'sandbox', notifyId: 'N1', outTradeNo: 'F1', receivedAt: t0 }
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        stores[n % 3]?.learnOnce(
          message,
          one => ({ ...one, payments: [aPayment({ state: paidState })] }),
          noLog,
        ),
      ),
    )
    expect(outcomes.filter(outcome => outcome === 'seen')).toHaveLength(11)
    await closeAll(journals)
  })

  test('make one order of an intent that reaches all of them', async () => {
    const { journals, stores } = await nodes(3)
    const outcomes = await Promise.all(
      stores.map((store, n) => store.insert({ ...order(n), intentId: order(1).intentId }, wish)),
    )
    expect(outcomes.sort()).toEqual(['inserted', 'intent-exists', 'intent-exists'])
    await closeAll(journals)
  })
})

describe('durability', () => {
  test('a server that would forget what it promised is refused, and the setting is named', async () => {
    const url = await postgres.newDatabase()
    const journal = await open(url)
    await sql`ALTER ROLE postgres SET synchronous_commit = off`.execute(journal.db)
    await journal.close()
    await expect(open(url)).rejects.toThrow('synchronous_commit=off')
    const { default: pg } = await import('pg')
    const client = new pg.Client(url)
    await client.connect()
    await client.query('ALTER ROLE postgres RESET synchronous_commit')
    await client.end()
  })

  test('what was committed is there after the server was killed; the same process goes on', async () => {
    const { journals, stores } = await nodes(1)
    const [store] = stores
    await store?.insert(order(1), wish)
    await postgres.crash()
    await expect(store?.byId(order(1).id)).rejects.toThrow()
    await postgres.restart()
    expect(await store?.byId(order(1).id)).toMatchObject({ id: order(1).id })
    expect(broken.length).toBeGreaterThan(0)
    await closeAll(journals)
  })
})

function raise(): never {
  throw new Error('no journal')
}
