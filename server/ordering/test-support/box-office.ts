import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IntentId, type OrderId } from '#contract/ids.ts'
import type { AnyOrder, Order } from '#contract/order.ts'
import { createFieldCipher } from '../../journal/field-cipher.ts'
import type { OrderRecord } from '../../journal/record.ts'
import { createSqlStore } from '../../journal/sql-store.ts'
import { openSqliteJournal } from '../../journal/sqlite-journal.ts'
import type { OrderStore } from '../../journal/store.ts'
import { createOrdering, type OrderEngine, type OrderingParts } from '../engine.ts'
import { type CloudInProcess, createCloudInProcess } from './cloud-in-process.ts'
import { createMemoryStore } from './memory-store.ts'
import { makeOfferAt, seat, showId } from './offer.ts'
import { createPaymentsInProcess, type PaymentsInProcess } from './payments-in-process.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'

/** 2026-07-28 12:00 in Beijing. */
export const noon = Date.parse('2026-07-28T12:00:00+08:00')
export const minuteMs = 60_000

export interface BoxOffice {
  readonly time: VirtualTime
  readonly cloud: CloudInProcess
  readonly payments: PaymentsInProcess
  readonly store: OrderStore
  readonly engine: OrderEngine
  /** Every wish that a guest has had. */
  readonly intents: readonly IntentId[]
  /** Ends the engine and opens the same journal file with a new one, as after kill -9. */
  restart(): Promise<void>
  /** Lets time go by, the worker working, until `instant`. */
  until(instant: number): Promise<void>
  /** `until`, counted from now. */
  wait(ms: number): Promise<void>
  hold(labels?: string[], intentId?: IntentId, replaces?: OrderId): Promise<Order>
  pay(order: AnyOrder, mobile?: string): Promise<AnyOrder>
  record(id: OrderId): Promise<OrderRecord>
  close(): Promise<void>
}

export interface BoxOfficeOptions {
  startsAt?: number
  sellsUntil?: number
  lockLifeMs?: number
  /** Between the engine and its journal: where a test lets the process die. */
  between?: (store: OrderStore) => OrderStore
  /** Keeps orders in memory instead of a journal file, where a test has to be quick. */
  inMemory?: boolean
  random?: (size: number) => Uint8Array
  parts?: Partial<OrderingParts>
}

const key = Buffer.alloc(32, 7)

/** An engine on a real journal file, with a cloud, a payment provider and a clock that the test owns. */
export async function openBoxOffice(options: BoxOfficeOptions = {}): Promise<BoxOffice> {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-ordering-'))
  const file = join(dir, 'journal.sqlite')
  const time = createVirtualTime(noon)
  const cloud = createCloudInProcess(time, options.lockLifeMs)
  const payments = createPaymentsInProcess(time)
  const startsAt = options.startsAt ?? noon + 6 * 60 * minuteMs
  const random = options.random ?? countingRandom()

  const memory = createMemoryStore()
  const open = async () => {
    const store =
      options.inMemory === true
        ? memory
        : createSqlStore(await openSqliteJournal(file), createFieldCipher(key))
    const engine = createOrdering({
      store: options.between?.(store) ?? store,
      // Through the object, so that a test can put another confirm, or its bytes, in its place.
      cloud: {
        ...cloud,
        freezeConfirm: confirm => cloud.freezeConfirm(confirm),
        confirm: payload => cloud.confirm(payload),
      },
      payments: { qr: payments },
      makeOffer: makeOfferAt({ startsAtMs: startsAt, sellsUntilMs: options.sellsUntil ?? startsAt }),
      clock: time,
      after: time.after,
      random,
      contactMobile: () => '13800138000',
      ...options.parts,
    })
    return { store, engine }
  }
  let opened = await open()
  const intents: IntentId[] = []

  const until = async (instant: number) => {
    for (let turn = 0; turn < 5_000; turn++) {
      const nextAt = await opened.engine.runDue()
      if (nextAt === undefined || nextAt > instant) break
      if (nextAt > time.now()) time.goTo(nextAt)
    }
    time.goTo(instant)
    await opened.engine.runDue()
  }

  return {
    time,
    cloud,
    payments,
    get store() {
      return opened.store
    },
    get engine() {
      return opened.engine
    },
    async restart() {
      await opened.store.close()
      opened = await open()
      await opened.store.dropLeases()
    },
    until,
    wait: ms => until(time.now() + ms),
    intents,
    hold: (labels = ['A-05', 'A-06'], intentId = mintIntent(random), replaces) => {
      if (!intents.includes(intentId)) intents.push(intentId)
      return opened.engine.hold({
        intentId,
        showId,
        seatIds: labels.map(seat),
        ...(replaces !== undefined && { replaces }),
      })
    },
    pay: (order, mobile) =>
      opened.engine.pay(order.id, {
        quoteHash: order.quote.hash,
        refundRuleAgreed: true,
        ...(mobile !== undefined && { mobile }),
      }),
    async record(id) {
      const record = await opened.store.byId(id)
      if (record === undefined) throw new Error('no such order')
      return record
    },
    async close() {
      await opened.store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Bytes that never repeat and are the same in every run. */
export function countingRandom(): (size: number) => Uint8Array {
  let counter = 0
  return size => {
    counter += 1
    const bytes = Buffer.alloc(size)
    bytes.writeUIntBE(counter, Math.max(0, size - 4), Math.min(size, 4))
    return bytes
  }
}

export function mintIntent(random: (size: number) => Uint8Array): IntentId {
  const hex = Buffer.from(random(16)).toString('hex')
  return IntentId.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`,
  )
}
