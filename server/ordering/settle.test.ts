import { afterEach, expect, test } from 'vitest'
import type { OrderStore } from '../journal/store.ts'
import { type BoxOffice, openBoxOffice } from './test-support/box-office.ts'

let office: BoxOffice
afterEach(() => office.close())

/** Lets everything that waits for nothing but a promise happen. */
const breathe = () => new Promise(resolve => setImmediate(resolve))

/**
 * An office whose journal is shared: before it drives an order for a guest for the first time, another process takes the
 * order up.
 *
 * @param other what that process makes of it
 */
async function openShared(
  other: (store: OrderStore, id: Parameters<OrderStore['claim']>[0]) => Promise<void>,
) {
  let taken = false
  office = await openBoxOffice({
    inMemory: true,
    between: store => ({
      ...store,
      shared: true,
      async claim(id, lease) {
        if (taken) return store.claim(id, lease)
        taken = true
        await store.claim(id, { ...lease, owner: 'another process' })
        await other(store, id)
        return store.claim(id, lease)
      },
    }),
  })
}

test('a guest whose order another process takes up first is told what that one makes of it', async () => {
  await openShared(async (store, id) => {
    const order = await store.byId(id)
    if (order === undefined) throw new Error('no order')
    office.time.after(1_000, () => {
      void store.commit(order, { ...order, lease: undefined }, { events: [] })
    })
  })
  let told: unknown
  const held = office.hold().then(order => {
    told = order.status
  })
  for (let passed = 0; passed < 2_000; passed += 150) {
    await breathe()
    office.time.goTo(office.time.now() + 150)
  }
  await held
  expect(told).toBe('held')
})

test('a guest whose order is held by a process that is gone is told so after a while', async () => {
  await openShared(async () => undefined)
  const held = office.hold().catch((error: unknown) => error)
  for (let passed = 0; passed < 9_000; passed += 150) {
    await breathe()
    office.time.goTo(office.time.now() + 150)
  }
  expect(await held).toMatchObject({ code: 'cinema-unavailable' })
})
