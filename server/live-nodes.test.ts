import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Hall } from '#contract/hall.ts'
import { SeatsDelta, SeatsSnapshot } from '#contract/live.ts'
import { AnyOrder } from '#contract/order.ts'
import { type EventReader, readEvents } from './live/test-support/event-reader.ts'
import { type Sandbox, sandboxChannel, startSandbox } from './sandbox/sandbox.ts'
import { startPostgres, type TestPostgres } from './test-support/postgres.ts'
import { shiftedClock, startHouse } from './test-support/start-house.ts'

/*
 * Two nodes of one house, each a whole server, on one PostgreSQL and before one cloud; guests are connected to either.
 */

type House = Awaited<ReturnType<typeof startHouse>>
const clock = shiftedClock()
const open: EventReader[] = []
let postgres: TestPostgres
let sandbox: Sandbox
let environment: Record<string, string>
let one: House
let two: House

beforeAll(async () => {
  postgres = await startPostgres()
  sandbox = await startSandbox({ clock })
  environment = {
    DATABASE_URL: await postgres.newDatabase(),
    DATA_KEY: randomBytes(32).toString('base64'),
    MOVIECLOUD_URL: sandbox.url,
    MOVIECLOUD_CHANNEL: sandboxChannel.channelCode,
    MOVIECLOUD_SECRET: sandboxChannel.secret,
    MOVIECLOUD_CARD_KEY: sandboxChannel.cardKey,
    GAP_RULE: 'off',
  }
  one = await startHouse({ environment, clock })
  two = await startHouse({ environment, clock })
})
afterAll(async () => {
  for (const reader of open) reader.close()
  await Promise.all([one.close(), two.close()])
  await sandbox.close()
  await postgres.stop()
})

async function watchSeats(house: House, hall: Hall) {
  const path = `/api/shows/${encodeURIComponent(hall.showId)}/seats/stream`
  const reader = await readEvents(`${house.url}${path}`)
  open.push(reader)
  const { id, data } = await reader.next('snapshot')
  return {
    reader,
    id,
    snapshot: SeatsSnapshot.parse(data),
    delta: async () => SeatsDelta.parse((await reader.next('delta')).data),
  }
}

async function hold(house: House, hall: Hall) {
  const [seatId] = await house.guest.freeSeats(hall, 1)
  if (seatId === undefined) throw new Error('the hall is full')
  const held = await house.guest.hold(hall.showId, [seatId])
  if (!held.ok) throw new Error(held.error.code)
  return { order: held.value, seat: hall.seats.id.indexOf(seatId) }
}

async function sellAtTheCinema(hall: Hall, seatIds: readonly string[]): Promise<void> {
  const response = await fetch(`${sandbox.url}/control/sell`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scheduleId: hall.showId.split('~')[1], seatIds }),
  })
  if (!response.ok) throw new Error(await response.text())
}

it('a lock made on one node shows on the other, and so does its release', async () => {
  const { hall } = await one.guest.findShow()
  const [here, there] = [await watchSeats(one, hall), await watchSeats(two, hall)]
  expect(there.id).toBe(here.id)
  const { order, seat } = await hold(two, hall)
  expect(await there.delta()).toMatchObject({ taken: [seat] })
  expect(await here.delta()).toMatchObject({ from: here.snapshot.seq, taken: [seat] })
  await one.guest.ask('cancelOrder', { params: { orderId: order.id }, body: {} })
  expect(await here.delta()).toMatchObject({ freed: [seat] })
  expect(await there.delta()).toMatchObject({ freed: [seat] })
})

it('an order that moves on one node is told on the other', async () => {
  const { hall } = await one.guest.findShow()
  const { order } = await hold(one, hall)
  const reader = await readEvents(`${two.url}/api/orders/${order.id}/stream`)
  open.push(reader)
  const told = async () => AnyOrder.parse((await reader.next('order')).data)
  expect((await told()).status).toBe('held')
  await one.guest.ask('cancelOrder', { params: { orderId: order.id }, body: {} })
  expect((await told()).status).toBe('released')
})

it('a node that goes leaves its shows to the other, in the same line', async () => {
  const { hall } = await one.guest.findShow()
  const leaves = await startHouse({ environment, clock })
  // Whoever watches first asks the cloud for everybody.
  const first = await watchSeats(leaves, hall)
  const stays = await watchSeats(one, hall)
  const { seat } = await hold(leaves, hall)
  const { seq } = await first.delta()
  expect(await stays.delta()).toMatchObject({ seq, taken: [seat] })

  await leaves.close()
  await first.reader.ended
  const seatIds = await one.guest.freeSeats(hall, 1)
  await sellAtTheCinema(hall, seatIds)
  expect(await stays.delta()).toMatchObject({
    from: seq,
    taken: seatIds.map(id => hall.seats.id.indexOf(id)),
  })
})
