import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '#contract/problem.ts'
import { createFieldCipher } from '../../journal/field-cipher.ts'
import type { OrderRecord } from '../../journal/record.ts'
import { createSqlStore } from '../../journal/sql-store.ts'
import { openSqliteJournal } from '../../journal/sqlite-journal.ts'
import type { OrderStore } from '../../journal/store.ts'
import { createMemoryStore } from '../test-support/memory-store.ts'
import { viewOrder } from '../view.ts'
import { createCourier } from './courier.ts'
import { createWorld, hourMs, noon } from './create-world.ts'
import { type Ask, visit } from './guest.ts'
import { createHouse, type House } from './house.ts'
import { findViolations, isFinal } from './invariants.ts'
import type { World } from './world.ts'

/** What became of one seed. */
export interface Life {
  seed: number
  /** Where the orders ended. */
  ends: string[]
  /** What was bought, an order each, and how it was to be paid. */
  kinds: string[]
  ways: string[]
  faults: string[]
  crashes: number
  /** Broken rules, in words; none when all is well. */
  violations: string[]
  /** How much time went by in its world, ms. */
  livedMs: number
  /** What happened, line by line; the same for the same seed. */
  trace: string[]
}

export interface LifeOptions {
  /** With the real journal instead of one in memory. */
  onDisk?: boolean
  /** With a trace of all that happened. */
  traced?: boolean
}

/** Lets everything happen that waits for nothing but a promise. */
const quiet = () => new Promise<void>(resolve => setImmediate(resolve))

/** More turns than any life takes: beyond it the world is going in circles. */
const turnsMax = 60_000

/**
 * Lives through one or two guests' sales in a world as bad as the seed makes it, with the production engine, gateway
 * and reading of answers: faults, crashes and odd guests, then healing, then the rules are checked.
 */
export async function live(seed: number, options: LifeOptions = {}): Promise<Life> {
  const dir = options.onDisk === true ? mkdtempSync(join(tmpdir(), 'foyer-simulation-')) : undefined
  const store = await openStore(dir)
  try {
    return await liveOn(seed, store, options.traced === true)
  } finally {
    await store.close()
    if (dir !== undefined) rmSync(dir, { recursive: true, force: true })
  }
}

async function openStore(dir: string | undefined): Promise<OrderStore> {
  if (dir === undefined) return createMemoryStore()
  const journal = await openSqliteJournal(join(dir, 'journal.sqlite'))
  return createSqlStore(journal, createFieldCipher(Buffer.alloc(32, 7)))
}

async function liveOn(seed: number, store: OrderStore, traced: boolean): Promise<Life> {
  const { world, nodes, guests, faults, lines } = createWorld(seed, store, traced)
  const house = createHouse(world, nodes)
  const ask = askOf(world, house)
  const shown = new Map<string, string>()
  const present = receive(world, [
    visit({ world, ask, eager: world.dice.chance(0.6) }, ['A-05', 'A-06', 'A-07']),
    ...(guests > 1 ? [visit({ world, ask, eager: true }, ['B-01', 'B-02', 'B-03'])] : []),
  ])
  await goOn(world, house, createCourier(world, ask), shown)
  if (present() > 0) world.audit.found.add('a guest waits for ever')

  const records = [...world.audit.orders.values()]
  for (const record of traced ? records : [])
    for (const line of await store.history(record.id))
      lines.push(`${line.at - noon} ${line.kind} ${JSON.stringify(line.detail)}`)
  return {
    seed,
    ends: records.map(record => record.state),
    kinds: records.map(record => record.kind),
    ways: records.map(wayOf),
    faults,
    crashes: house.crashes(),
    violations: await findViolations({ world, records, shown }),
    livedMs: world.time.now() - noon,
    trace: lines,
  }
}

/** The ways of paying that an order was to have part by part. */
function wayOf({ shares }: OrderRecord): string {
  const names = shares.map(({ by }) => (by === 'sandbox' ? 'QR' : by)).sort()
  return names.length === 0 ? 'nobody wanted to pay' : names.join(' and ')
}

/** A wish that is refused, or that nobody hears, is traced and comes to nothing. */
function askOf({ trace, audit }: World, house: House): Ask {
  return async act => {
    try {
      return await house.pick().ask(act)
    } catch (error) {
      trace(error instanceof Problem ? `problem ${error.code}` : String(error))
      if (error instanceof TypeError || error instanceof RangeError)
        audit.found.add(`it threw: ${error.stack}`)
      return undefined
    }
  }
}

/** @returns how many of the guests are still there */
function receive({ audit }: World, guests: readonly Promise<void>[]): () => number {
  let present = guests.length
  const leave = () => {
    present -= 1
  }
  for (const guest of guests)
    guest.then(leave, error => {
      leave()
      audit.found.add(`a guest met an error: ${error instanceof Error ? error.stack : error}`)
    })
  return () => present
}

/** Time goes by until nothing is planned and nothing is due. */
async function goOn(
  world: World,
  house: House,
  courier: () => void,
  shown: Map<string, string>,
): Promise<void> {
  const { time, audit, weather } = world
  const settledBy = Math.max(world.startsAt, weather.healsAt) + 26 * hourMs
  let settled = false
  for (let turn = 0; turn < turnsMax; turn++) {
    await quiet()
    courier()
    lookAround(world, shown)
    const { began, dueAt } = house.work()
    if (began) continue
    const next = Math.min(time.nextAt() ?? Number.POSITIVE_INFINITY, dueAt ?? Number.POSITIVE_INFINITY)
    if (!settled && next > settledBy) {
      settled = true
      for (const order of audit.orders.values())
        if (!isFinal(order) && !waitsForProvider(order))
          audit.found.add(`an order is ${order.state} 26 hours after the film began`)
    }
    if (!Number.isFinite(next)) return
    time.goTo(Math.max(next, time.now()))
  }
  audit.found.add('the world goes in circles')
}

/** All that is left is a refund that the provider has taken on, and takes its time over. */
const waitsForProvider = ({ refunds }: OrderRecord) =>
  refunds.some(({ state }) => state === 'PROCESSING' || state === 'ABNORMAL')

/** Every code that a screen could show at this moment. */
function lookAround({ audit, time }: World, shown: Map<string, string>): void {
  for (const order of audit.orders.values()) {
    if (order.state !== 'TICKETED' || shown.has(order.id)) continue
    const code = viewOrder(order, time.now()).pickup?.code
    if (code !== undefined) shown.set(order.id, code)
  }
}
