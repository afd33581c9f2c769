import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  LoggedCall,
  SandboxCards,
  SandboxOrder,
  SandboxState,
  ShowSeats,
  ShowSold,
} from '#contract/sandbox-control.ts'
import {
  evening,
  type ListedShow,
  priced,
  startTestCloud,
  type TestCloud,
  theShow,
  tomorrow,
} from '../test-cloud.ts'
import { mixRequest } from '../test-goods.ts'

let cloud: TestCloud
let show: ListedShow
beforeEach(async () => {
  cloud = await startTestCloud()
  show = theShow(await cloud.shows('681'), priced.bySettle)
})
afterEach(() => cloud.close())

async function see<T>(path: string, schema: z.ZodType<T>, of = cloud): Promise<T> {
  const response = await fetch(`${of.sandbox.url}/control/${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return schema.parse(await response.json())
}
const state = (of = cloud) => see('state', SandboxState, of)
const dayShows = `shows?cinemaLinkId=681&day=${tomorrow}`
const minute = 60_000

describe('the clock', () => {
  test('jumps forward for every caller, past the end of selling', async () => {
    const seatIds = await cloud.freeSeats(show, 1)
    const stop = Date.parse(`${show.stopSellingTime.replace(' ', 'T')}+08:00`)
    await cloud.control('clock', { forwardMs: stop - evening })
    expect(await state()).toMatchObject({ now: stop, aheadMs: stop - evening })
    const timestamp = stop
    expect(await cloud.code('seat.lockSeats', cloud.lockRequest(show, seatIds), { timestamp })).toBe(
      'LOCK_SEAT_OUT_DATE',
    )
    expect((await cloud.ask('cinema.getCinemas', {})).retCode).toBe('30004')
  })

  test('brings new days of programme with it', async () => {
    await cloud.control('clock', { forwardMs: 3 * 86_400_000 })
    const { shows } = await see(
      'shows?cinemaLinkId=681&day=2026-12-02',
      z.object({ shows: z.array(ShowSold) }),
    )
    expect(shows.length).toBeGreaterThan(0)
  })

  test('stays ahead over a restart, until a reset', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'))
    const before = await startTestCloud({ dataDir })
    await before.control('clock', { forwardMs: 5 * minute })
    await before.close()
    const after = await startTestCloud({ dataDir })
    expect((await state(after)).aheadMs).toBe(5 * minute)
    await after.control('reset', {})
    expect((await state(after)).aheadMs).toBe(0)
    await after.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('begins anew with today’s data after a jump over days', async () => {
    const cards = await see('cards', SandboxCards)
    await cloud.control('clock', { forwardMs: 3 * 86_400_000 })
    await cloud.control('reset', {})
    expect(await see('cards', SandboxCards)).toEqual(cards)
  })

  test('is not what another seed’s data was ahead by', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'))
    const before = await startTestCloud({ dataDir })
    await before.control('clock', { forwardMs: 3 * 86_400_000 })
    await before.close()
    const after = await startTestCloud({ dataDir, seed: 2 })
    expect((await state(after)).aheadMs).toBe(0)
    expect(await see('cards', SandboxCards, after)).toEqual(await see('cards', SandboxCards))
    await after.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  test.each([0, -1, 1.5])('never jumps by %s', async forwardMs => {
    await expect(cloud.control('clock', { forwardMs })).rejects.toThrow(/400.*forwardMs/s)
  })
})

describe('the crowd', () => {
  test('buys as the minutes pass, the same at the same seed', async () => {
    const bought = async () => {
      const sandbox = await startTestCloud()
      await sandbox.control('crowd', { buyersPerMinute: 30, cinemaLinkId: '681' })
      const before = (await state(sandbox)).counts.soldSeats
      sandbox.clock.time += 2 * minute
      const { counts, crowd } = await state(sandbox)
      expect(counts.soldSeats - before).toBe(crowd.bought)
      const seats = await see(dayShows, z.object({ shows: z.array(ShowSold) }), sandbox)
      await sandbox.close()
      return { bought: crowd.bought, sold: seats.shows.map(({ sold }) => sold) }
    }
    const first = await bought()
    expect(first.bought).toBeGreaterThanOrEqual(60)
    expect(first.bought).toBeLessThanOrEqual(240)
    expect(await bought()).toEqual(first)
  })

  test('takes nobody’s seat, and goes home at 0', async () => {
    const mine = await cloud.freeSeats(show, 2)
    await cloud.lock(show, mine)
    await cloud.control('crowd', { buyersPerMinute: 600, cinemaLinkId: '681' })
    cloud.clock.time += minute
    const busy = (await state()).counts.soldSeats
    const { places } = await see(`shows/${show.scheduleId}`, ShowSeats)
    expect(places.filter(({ seatId }) => mine.includes(seatId)).map(({ state }) => state)).toEqual([
      'locked',
      'locked',
    ])
    await cloud.control('crowd', { buyersPerMinute: 0 })
    cloud.clock.time += 10 * minute
    expect((await state()).counts.soldSeats).toBe(busy)
  })

  test('of no cinema that there is not', async () => {
    await expect(cloud.control('crowd', { buyersPerMinute: 1, cinemaLinkId: '999' })).rejects.toThrow('404')
  })
})

describe('shows and seats', () => {
  test('say what is sold, locked, bought at the till, broken and held back', async () => {
    const seatIds = await cloud.freeSeats(show, 4)
    const [locked = '', till = '', ...ordered] = seatIds
    await cloud.lock(show, [locked])
    await cloud.control('sell', { scheduleId: show.scheduleId, seatIds: [till] })
    const before = await see(`shows/${show.scheduleId}`, ShowSeats)
    const request = cloud.confirmRequest(show, await cloud.lock(show, ordered), ordered)
    expect(await cloud.code('order.confirmOrder', request)).toBe('SUCCESS')
    const after = await see(`shows/${show.scheduleId}`, ShowSeats)
    const states = new Map(after.places.map(place => [place.seatId, place]))
    expect(seatIds.map(seatId => states.get(seatId)?.state)).toEqual(['locked', 'till', 'ordered', 'ordered'])
    expect(states.get(ordered[0] ?? '')?.lockOrderId).toBe(request.lockOrderId)
    expect(after).toMatchObject({ sold: before.sold + 2, locked: 1, sale: 'open' })
    expect(after.places).toHaveLength(after.seats)
    const { shows } = await see(dayShows, z.object({ shows: z.array(ShowSold) }))
    const { places: _, ...summary } = after
    expect(shows).toContainEqual(summary)
  })

  test.each([
    ['shows/1', '404'],
    ['shows/x', '404'],
    ['shows?cinemaLinkId=681', '400'],
    ['calls?after=yesterday', '400'],
    ['orders/1/2', '404'],
  ])('%s is answered with %s', async (path, status) => {
    await expect(see(path, z.unknown())).rejects.toThrow(status)
  })
})

test('orders of every kind are told with their life and their money', async () => {
  const order = await cloud.buy(show)
  await cloud.ask('order.confirmMixOrder', await mixRequest(cloud, show))
  cloud.clock.time += minute
  await cloud.ask('order.refundOrder', { cinemaLinkId: '681', orderId: order.orderId })
  const { orders } = await see('orders', z.object({ orders: z.array(SandboxOrder) }))
  expect(orders.map(({ kind, status }) => [kind, status])).toEqual([
    ['ticket', 'refund_success'],
    ['mix', 'ticket_success'],
  ])
  const [refunded, mixed] = orders
  expect(refunded?.life.map(({ what }) => what)).toEqual(['locked', 'confirmed', 'tickets', 'refunded'])
  expect(refunded?.tickets).toMatchObject([{ ticketNo: order.tickets[0]?.ticketNo, printed: false }])
  expect(mixed?.goods.length).toBeGreaterThan(0)
})

test('cards are told with what is on them and how to use them', async () => {
  const { memberCards, benefitCards } = await see('cards', SandboxCards)
  expect(memberCards).toContainEqual(
    expect.objectContaining({
      cardNumber: '68116100001',
      password: '123456',
      balanceFen: 50_000,
      status: 'N',
    }),
  )
  expect(benefitCards.length).toBeGreaterThan(0)
})

describe('the call log', () => {
  const calls = async (after = 0) =>
    (await see(`calls?after=${after}`, z.object({ calls: z.array(LoggedCall) }))).calls

  test('tells what was asked, by whom, what was answered and what went wrong', async () => {
    const [last] = (await calls()).slice(-1)
    await cloud.control('faults', { kind: 'lose-answer', api: 'seat.getSeats' })
    const hall = { cinemaLinkId: '681', hallId: '14' }
    await expect(cloud.ask('seat.getSeats', hall)).rejects.toThrow('fetch failed')
    await cloud.ask('seat.getSeats', hall)
    const [lost, repeated] = await calls(last?.id)
    const common = {
      api: 'ykse.partner.seat.getSeats',
      channelCode: 'FOYER',
      cinemaLinkId: '681',
      signature: 'right',
    }
    expect(lost).toMatchObject({
      ...common,
      faults: ['lose-answer'],
      repeated: false,
      bytes: 0,
      bizCode: 'SUCCESS',
    })
    expect(repeated).toMatchObject({
      ...common,
      faults: [],
      repeated: true,
      retCode: '0',
      bizCode: 'SUCCESS',
    })
    expect(repeated?.bytes).toBeGreaterThan(1000)
    expect(JSON.parse(repeated?.data ?? '')).toEqual(hall)
  })

  test('shows whoever signed wrongly the text that should have been hashed, without the secret', async () => {
    await cloud.ask('cinema.getCinemas', {}, { secret: 'guess' })
    const [call] = (await calls()).slice(-1)
    expect(call).toMatchObject({ signature: 'wrong', retCode: '30003' })
    expect(call?.signedText).toBe(
      `apiykse.partner.cinema.getCinemaschannelCodeFOYERdata{}timestamp${evening}v1.0***`,
    )
  })

  test('covers passwords', async () => {
    const card = {
      cinemaLinkId: '681',
      cardNumber: '68116100001',
      password: 'cipher text',
      oldPassword: 'x"y',
    }
    await cloud.ask('card.modifyPassword', card)
    const [call] = (await calls()).slice(-1)
    expect(call?.data).toContain('"password":"***","oldPassword":"***"')
  })

  test('keeps the last of many, and says so by their numbers', async () => {
    const before = (await calls()).length
    for (let count = 0; count < 210; count++) await cloud.ask('cinema.getCinemas', {})
    const all = await calls()
    expect(all).toHaveLength(200)
    expect(all.at(-1)?.id).toBe(before + 210)
  })
})

test('nothing is changed by a request of another origin that needs no preflight', async () => {
  for (const path of ['clock', 'crowd', 'faults', 'sell', 'reset']) {
    const response = await fetch(`${cloud.sandbox.url}/control/${path}`, { method: 'POST', body: '{}' })
    expect(response.status, path).toBe(415)
  }
})
