import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '#contract/errors.ts'
import type { Hall } from '#contract/hall.ts'
import type { SeatId } from '#contract/ids.ts'
import { SeatsDelta, SeatsSnapshot } from '#contract/live.ts'
import { AnyOrder } from '#contract/order.ts'
import { type EventReader, readEvents } from './live/test-support/event-reader.ts'
import { startHouse } from './test-support/start-house.ts'

let house: Awaited<ReturnType<typeof startHouse>>
const open: EventReader[] = []
beforeAll(async () => {
  house = await startHouse()
})
afterAll(async () => {
  for (const reader of open) reader.close()
  await house.close()
})

async function watchSeats(hall: Hall, headers: Record<string, string> = {}, query = '') {
  const reader = await readEvents(
    `${house.url}/api/shows/${encodeURIComponent(hall.showId)}/seats/stream${query}`,
    headers,
  )
  open.push(reader)
  return {
    ...reader,
    snapshot: async () => SeatsSnapshot.parse((await reader.next('snapshot')).data),
    delta: async () => SeatsDelta.parse((await reader.next('delta')).data),
  }
}

async function watchOrder(orderId: string) {
  const reader = await readEvents(`${house.url}/api/orders/${orderId}/stream`)
  open.push(reader)
  return { ...reader, order: async () => AnyOrder.parse((await reader.next('order')).data) }
}

async function hold(hall: Hall, seatIds: readonly SeatId[]) {
  const held = await house.guest.hold(hall.showId, seatIds)
  if (!held.ok) throw new Error(held.error.code)
  return held.value
}

const indexOf = (hall: Hall, seatId: SeatId | undefined) =>
  seatId === undefined ? -1 : hall.seats.id.indexOf(seatId)

describe('whoever watches a show', () => {
  it('is told what cannot be bought, and then what somebody else takes and gives back', async () => {
    const { hall } = await house.guest.findShow()
    const { unavailable, hallVersion } = await house.guest.get('getSeatStates', {
      params: { showId: hall.showId },
    })
    const stream = await watchSeats(hall)
    expect(stream.headers['content-type']).toContain('text/event-stream')
    expect(stream.headers['content-security-policy']).toContain("default-src 'none'")
    const snapshot = await stream.snapshot()
    expect(snapshot).toMatchObject({ unavailable, hallVersion })

    const [seat] = await house.guest.freeSeats(hall, 1)
    const order = await hold(
      hall,
      [seat].filter(id => id !== undefined),
    )
    const taken = await stream.delta()
    expect(taken).toMatchObject({ from: snapshot.seq, taken: [indexOf(hall, seat)], freed: [] })
    await house.guest.ask('cancelOrder', { params: { orderId: order.id }, body: {} })
    expect(await stream.delta()).toMatchObject({ from: taken.seq, taken: [], freed: [indexOf(hall, seat)] })
  })

  it('hears what others buy at the cinema itself', async () => {
    const { hall } = await house.guest.findShow()
    const stream = await watchSeats(hall)
    await stream.snapshot()
    const seatIds = await house.guest.freeSeats(hall, 2)
    await house.control('sell', { scheduleId: hall.showId.split('~')[1], seatIds })
    const { taken } = await stream.delta()
    expect(taken).toEqual(expect.arrayContaining(seatIds.map(id => indexOf(hall, id))))
  })

  it('goes on where the connection broke, by header or by query, and begins anew where that is not known', async () => {
    const { hall } = await house.guest.findShow()
    const stays = await watchSeats(hall)
    const breaks = await watchSeats(hall)
    const { id = '' } = await breaks.next('snapshot')
    breaks.close()
    await stays.snapshot()
    const seatIds = await house.guest.freeSeats(hall, 1)
    await hold(hall, seatIds)
    const missed = await stays.delta()

    expect(await (await watchSeats(hall, { 'last-event-id': id })).delta()).toEqual(missed)
    expect(await (await watchSeats(hall, {}, `?after=${id}`)).delta()).toEqual(missed)
    for (const place of ['elsewhere.1', '0', 'x'.repeat(50)]) {
      const anew = await watchSeats(hall, { 'last-event-id': place })
      expect((await anew.snapshot()).unavailable).toContain(indexOf(hall, seatIds[0]))
    }
  })

  it('who has missed nothing hears at once that the stream is there', async () => {
    const { hall } = await house.guest.findShow()
    const stays = await watchSeats(hall)
    const { id = '', data } = await stays.next('snapshot')
    const again = await watchSeats(hall, { 'last-event-id': id })
    expect((await again.next('beat')).data).toEqual({ seq: SeatsSnapshot.parse(data).seq })
  })

  it('is refused like any endpoint when there is no such show', async () => {
    const stream = await readEvents(`${house.url}/api/shows/681~nothing/seats/stream`)
    expect(stream.status).toBe(404)
    expect(ApiError.parse(JSON.parse(await stream.body())).code).toBe('show-not-found')
  })
})

describe('whoever watches an order', () => {
  it('is told each state of it, to the ticket', async () => {
    const { hall } = await house.guest.findShow()
    const order = await hold(hall, await house.guest.freeSeats(hall, 1))
    const stream = await watchOrder(order.id)
    expect(await stream.order()).toMatchObject({ id: order.id, status: 'held' })
    const paying = await house.guest.pay(order)
    if (!paying.ok) throw new Error(paying.error.code)
    expect(await house.guest.onThePhone(paying.value, 'pay')).toBe(303)
    const told: string[] = []
    for (let status = ''; status !== 'ticketed'; ) {
      ;({ status } = await stream.order())
      told.push(status)
    }
    expect(told).toEqual(expect.arrayContaining(['paying', 'ticketed']))
    expect(await house.guest.get('getOrder', { params: { orderId: order.id } })).toMatchObject({
      status: 'ticketed',
    })
  })

  it.each([
    ['an order that there is not', 'A'.repeat(22), 404, 'order-not-found'],
    ['no order’s name', 'short', 400, 'invalid-request'],
  ])('is refused for %s', async (_, orderId, status, code) => {
    const stream = await readEvents(`${house.url}/api/orders/${orderId}/stream`)
    expect(stream.status).toBe(status)
    expect(ApiError.parse(JSON.parse(await stream.body())).code).toBe(code)
  })
})

it('a house that closes ends its streams', async () => {
  const other = await startHouse()
  const { hall } = await other.guest.findShow()
  const stream = await readEvents(`${other.url}/api/shows/${encodeURIComponent(hall.showId)}/seats/stream`)
  await stream.next('snapshot')
  await other.close()
  await stream.ended
})
