import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { LocalDate } from '#contract/time.ts'
import { createFieldCipher } from '../../server/journal/field-cipher.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { openJournalToRead } from '../../server/journal/read-only.ts'
import { createSqlStore } from '../../server/journal/sql-store.ts'
import type { Programs } from '../../server/kills/build.ts'
import type { Process } from '../../server/kills/process.ts'
import { openStage, type Stage } from '../../server/kills/stage.ts'
import { bareCommitsPerSecond } from '../orders/bare-commits.ts'
import { openCloud } from '../orders/cloud.ts'
import { findPlaces } from '../orders/places.ts'
import { openJournal } from '../orders/stores.ts'
import { type JournalWatch, watchJournal } from './journal-watch.ts'
import { type OpenOrder, openOrders } from './open-orders.ts'

/** How a server comes back to its open orders. Times in ms from the start of the process. */
export interface Restart {
  readonly answersAfter: number
  readonly firstMovedAfter: number
  /** Every order that was left untouched has been looked at once. */
  readonly allTakenUpAfter: number
  readonly ordersPerSecond: number
  readonly commitsPerSecond: number
  readonly bareCommitsPerSecond: number
}

/** How another server takes over. Times in ms from the kill. */
export interface Takeover {
  /** Orders that the dead one had for itself. */
  readonly leased: number
  readonly allTakenUpAfter: number
  /** Those that the dead one had for itself, too. */
  readonly leasedTakenUpAfter: number
}

export interface RecoveryParts {
  readonly programs: Programs
  readonly orders: number
  /** Absent: a SQLite file. */
  readonly databaseUrl: string | undefined
}

/** Monday evening in Beijing, and the days that are sold then. */
const from = Date.parse('2026-11-23T20:00:00+08:00')
const days = { from: LocalDate.parse('2026-11-24'), to: LocalDate.parse('2026-11-25') }
const placesMax = 200
const atOnce = 16
/** The server is killed when it has touched so many of a hundred orders. */
const killedAtPercent = 10
const lookEveryMs = 50
const patienceMs = 900_000
const bareCommits = 2_000
const Ready = z.object({ url: z.string() })

/** Kills a server amid its open orders and starts it anew. */
export function measureRestart(parts: RecoveryParts): Promise<Restart> {
  return amidOpenOrders(parts, async ({ stage, address, watch, dying }) => {
    await kill(dying)
    const before = await watch.progress()
    const began = performance.now()
    const since = () => performance.now() - began
    const { url } = await open(stage, 0)
    await fetch(`${url}/healthz`)
    const answersAfter = since()
    await until(async () => (await watch.progress()).writes > before.writes)
    const firstMovedAfter = since()
    await until(async () => (await watch.progress()).untouched === 0)
    const allTakenUpAfter = since()
    const { writes } = await watch.progress()
    const seconds = (allTakenUpAfter - firstMovedAfter) / 1000
    await stage.killHouses()
    return {
      answersAfter,
      firstMovedAfter,
      allTakenUpAfter,
      ordersPerSecond: before.untouched / seconds,
      commitsPerSecond: (writes - before.writes) / seconds,
      bareCommitsPerSecond: await withJournal(address, journal => bareCommitsPerSecond(journal, bareCommits)),
    }
  })
}

/** Kills one of two servers amid the orders that both work on. */
export function measureTakeover(parts: RecoveryParts & { databaseUrl: string }): Promise<Takeover> {
  return amidOpenOrders(parts, async ({ stage, watch, dying }) => {
    await open(stage, 1)
    // What the living one has for itself at this moment it has soon let go of; the rest was the dead one's.
    const leased = await watch.leased()
    const began = performance.now()
    await kill(dying)
    const since = () => performance.now() - began
    const all = until(async () => (await watch.progress()).untouched === 0).then(since)
    const theirs = until(async () => (await watch.movedOn(leased)) === leased.size).then(since)
    return { leased: leased.size, allTakenUpAfter: await all, leasedTakenUpAfter: await theirs }
  })
}

interface Amid {
  readonly stage: Stage
  /** Of the journal. */
  readonly address: string
  readonly watch: JournalWatch
  /** Works on the orders, and has touched a tenth of them. */
  readonly dying: Process
}

async function amidOpenOrders<T>(parts: RecoveryParts, measure: (amid: Amid) => Promise<T>): Promise<T> {
  const pace = { times: 1, since: Date.now(), from }
  const { programs, databaseUrl } = parts
  const stage = await openStage({ programs, pace, seed: 1, provider: 'alipay', databaseUrl })
  const { address, dataKey } = stage.journalOf(0)
  let reader: Journal | undefined
  try {
    const orders = await overdue(stage, parts.orders)
    // A journal on SQLite is one process's at a time.
    await withJournal(address, journal => layIn(journal, dataKey, orders))
    reader = openJournalToRead(address.startsWith('postgres:') ? { url: address } : { file: address })
    const watch = await watchJournal(reader)
    const { house } = await open(stage, 0)
    const enough = parts.orders * (1 - killedAtPercent / 100)
    await until(async () => (await watch.progress()).untouched <= enough)
    return await measure({ stage, address, watch, dying: house })
  } catch (error) {
    throw new Error(`the servers said: ${stage.complaints.join('').slice(-2_000)}`, { cause: error })
  } finally {
    await reader?.close()
    await stage.close()
  }
}

async function withJournal<T>(address: string, use: (journal: Journal) => Promise<T>): Promise<T> {
  const journal = await openJournal(address)
  try {
    return await use(journal)
  } finally {
    await journal.close()
  }
}

async function overdue(stage: Stage, count: number): Promise<OpenOrder[]> {
  const { cloud, close } = openCloud(stage.cloudUrl, { now: () => from })
  try {
    const [first, ...others] = await findPlaces(cloud, days, placesMax)
    if (first === undefined) throw new Error('the sandbox sells nothing')
    return openOrders(count, [first, ...others], cloud.freezeConfirm, from)
  } finally {
    await close()
  }
}

async function layIn(journal: Journal, dataKey: Buffer, orders: readonly OpenOrder[]): Promise<void> {
  const store = createSqlStore(journal, createFieldCipher(dataKey))
  const queue = [...orders]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let order = queue.pop(); order !== undefined; order = queue.pop()) {
        await store.insert(order.drafted, { at: order.drafted.createdAt, kind: 'held', detail: {} })
        // The database lets no order confirm or pay back whose money it has not seen before.
        const { payments, shares } = order.left
        for (const next of [{ ...order.drafted, payments, shares }, order.left]) {
          const before = await store.byId(next.id)
          const written = before && (await store.commit(before, next, { events: [] }))
          if (!written) throw new Error('an order could not be laid in')
        }
      }
    }),
  )
}

async function open(stage: Stage, nth: number): Promise<{ house: Process; url: string }> {
  const house = stage.prepareHouse(nth)
  house.send([])
  return { house, ...Ready.parse(await house.said) }
}

async function kill(house: Process): Promise<void> {
  house.signal('SIGKILL')
  await house.ended
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`not so after ${patienceMs / 1000} s`)
    await sleep(lookEveryMs)
  }
}
