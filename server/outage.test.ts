import { afterEach, describe, expect, it } from 'vitest'
import { shiftedClock, startHouse } from './test-support/start-house.ts'

type House = Awaited<ReturnType<typeof startHouse>>
const minuteMs = 60_000
const open: House[] = []
const openHouse = async (options?: Parameters<typeof startHouse>[0]) => {
  const house = await startHouse(options)
  open.push(house)
  return house
}
const closeHouse = async (house: House) => {
  open.splice(open.indexOf(house), 1)
  await house.close()
}
afterEach(async () => {
  for (const house of [...open]) await closeHouse(house)
})

const silence = (house: House) => house.control('faults', { kind: 'lose-request', api: '*', times: 1000 })
const heal = (house: House) => house.control('reset', {})

describe('when the cloud falls silent', () => {
  it('the programme is still shown with its age, selling pauses, and all comes back by itself', async () => {
    const house = await openHouse()
    const { guest, clock } = house
    const { cinema, hall } = await guest.findShow((_, show) => show.startsAt > '2026-11-23T18')
    const seatIds = await guest.freeSeats(hall, 1)
    const programme = () => guest.get('getProgramme', { params: { cinemaId: cinema.id } })
    const before = await programme()
    expect(before.stale).toBe(false)

    await silence(house)
    clock.forward(31 * minuteMs)
    const during = await programme()
    expect(during).toMatchObject({ stale: true, fetchedAt: before.fetchedAt })
    expect(await guest.ask('getSeatStates', { params: { showId: hall.showId } })).toMatchObject({
      status: 503,
      error: { code: 'cinema-unavailable', retry: 'later' },
    })
    clock.forward(30 * minuteMs)
    expect(await guest.hold(hall.showId, seatIds)).toMatchObject({
      status: 503,
      error: { code: 'selling-paused' },
    })

    await heal(house)
    clock.forward(minuteMs)
    await expect.poll(async () => (await guest.get('getStatus')).cloud).toBe('up')
    expect((await programme()).stale).toBe(false)
    expect(await guest.hold(hall.showId, seatIds)).toMatchObject({ ok: true })
  })

  it('a start without it still shows the programme of yesterday evening', async () => {
    const clock = shiftedClock()
    const first = await openHouse({ clock })
    const { cinema, hall } = await first.guest.findShow()
    await first.guest.get('getProgramme', { params: { cinemaId: cinema.id } })
    await closeHouse(first)

    clock.forward(8 * 60 * minuteMs)
    const nobody = {
      MOVIECLOUD_URL: 'http://127.0.0.1:9',
      MOVIECLOUD_CHANNEL: 'FOYER',
      MOVIECLOUD_SECRET: 'a-secret-of-our-own',
      MOVIECLOUD_CARD_KEY: 'a-card-key-of-our-own',
    }
    const { guest } = await openHouse({ clock, dataDir: first.dataDir, environment: nobody })
    expect(await guest.get('getProgramme', { params: { cinemaId: cinema.id } })).toMatchObject({
      stale: true,
    })
    expect(await guest.get('getHall', { params: { showId: hall.showId } })).toEqual(hall)
    expect(await guest.get('getStatus')).toMatchObject({ mode: 'live', cloud: 'down' })
  })
})

describe('when the server ends and starts again', () => {
  it('an order that was paid meanwhile gets its ticket', async () => {
    const clock = shiftedClock()
    const first = await openHouse({ clock })
    const { hall } = await first.guest.findShow()
    const hold = await first.guest.hold(hall.showId, await first.guest.freeSeats(hall, 2))
    if (!hold.ok) throw new Error(hold.error.code)
    const paying = await first.guest.pay(hold.value)
    if (!paying.ok) throw new Error(paying.error.code)
    await first.control('faults', { kind: 'lose-request', api: 'order.confirmOrder', times: 1000 })
    await first.guest.onThePhone(paying.value, 'pay')
    await first.guest.watch(paying.value, 'issuing')
    await closeHouse(first)

    clock.forward(5 * minuteMs)
    const { guest } = await openHouse({ clock, dataDir: first.dataDir })
    const done = await guest.watch(paying.value, 'ticketed')
    expect(done.quote).toEqual(hold.value.quote)
    expect(await guest.ask('findPickup', { body: { by: 'token', token: done.pickup?.token } })).toMatchObject(
      {
        ok: true,
      },
    )
  })

  it('a hold is still there', async () => {
    const clock = shiftedClock()
    const first = await openHouse({ clock })
    const { hall } = await first.guest.findShow()
    const hold = await first.guest.hold(hall.showId, await first.guest.freeSeats(hall, 1))
    if (!hold.ok) throw new Error(hold.error.code)
    await closeHouse(first)
    const { guest } = await openHouse({ clock, dataDir: first.dataDir })
    const found = await guest.get('getOrder', { params: { orderId: hold.value.id } })
    expect({ ...found, now: '' }).toEqual({ ...hold.value, now: '' })
  })
})
