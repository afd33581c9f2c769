import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts'
import { bizCodeOf, dataOf, signedParameters } from './test-client.ts'
import { evening, priced, startTestCloud, type TestCloud, theShow, tomorrow } from './test-cloud.ts'
import { mixRequest } from './test-goods.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function open(options: SandboxOptions = {}): Promise<TestCloud> {
  const cloud = await startTestCloud(options)
  cleanups.push(cloud.close)
  return cloud
}
const settleShow = async (cloud: TestCloud) => theShow(await cloud.shows('681'), priced.bySettle)
const Status = z.looseObject({ status: z.string() })

describe('its data', () => {
  async function dataDir(): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'sandbox-'))
    cleanups.push(() => rm(dir, { recursive: true, force: true }))
    return dir
  }

  test('survive a restart: locks, orders, goods, prints, refunds, sold seats, used numbers', async () => {
    const dir = await dataDir()
    const before = await startTestCloud({ dataDir: dir })
    const show = await settleShow(before)
    const order = await before.buy(show, 2)
    const printId = order.bookingId
    expect(await before.code('ticket.printTicket', { cinemaLinkId: '681', printId })).toBe('SUCCESS')
    const returned = await before.buy(show)
    const { orderId } = returned
    expect(await before.code('order.refundOrder', { cinemaLinkId: '681', orderId })).toBe('SUCCESS')
    const mix = await mixRequest(before, show)
    const mixed = await before.ask('order.confirmMixOrder', mix)
    const waiting = await before.freeSeats(show, 1)
    const request = before.lockRequest(show, waiting, 'BEFORE')
    expect(await before.code('seat.lockSeats', request)).toBe('SUCCESS')
    const gone = await before.unavailable(show)
    const programme = await before.shows('681')
    await before.close()

    const after = await open({ dataDir: dir })
    expect(await after.shows('681')).toEqual(programme)
    expect(await after.unavailable(show)).toEqual(gone)
    expect(await after.code('seat.lockSeats', request)).toBe('LOCKSEAT_UNMATCH')
    expect(await after.code('order.confirmOrder', order.request)).toBe('SUCCESS')
    expect(await after.ask('order.confirmMixOrder', mix)).toEqual(mixed)
    const printed = { cinemaLinkId: '681', printId: order.bookingId }
    expect(await after.code('ticket.printTicket', printed)).toBe('PRINT_TICKET_NOT_ALLOW')
    const given = { cinemaLinkId: '681', orderId: returned.orderId }
    expect(await after.code('order.refundOrder', given)).toBe('TICKET_HAS_REFUND')
    const info = { cinemaLinkId: '681', lockOrderId: order.lockOrderId }
    expect(dataOf(await after.ask('order.getOrderInfo', info), Status).status).toBe('ticket_success')
    const next = await after.buy(show)
    expect(next.orderId).not.toBe(order.orderId)
  })

  test('are the same for the same seed and calls, and others for another seed', async () => {
    const story = async (seed: number) => {
      const cloud = await open({ seed })
      const programme = await cloud.shows('681')
      return { programme, order: await cloud.buy(theShow(programme, priced.bySettle)) }
    }
    expect(await story(7)).toEqual(await story(7))
    expect((await story(8)).programme).not.toEqual((await story(7)).programme)
  })

  test('begin anew when the seed is another one', async () => {
    const dir = await dataDir()
    const first = await startTestCloud({ dataDir: dir, seed: 1 })
    const order = await first.buy(await settleShow(first))
    await first.close()
    const second = await open({ dataDir: dir, seed: 2 })
    const info = { cinemaLinkId: '681', orderId: order.orderId }
    expect(await second.code('order.getOrderInfo', info)).toBe('ORDER_NOT_FOUND')
  })

  test('reach a week ahead, also when days have gone by while it ran', async () => {
    const cloud = await open()
    expect(await cloud.shows('681', '2026-11-29')).not.toHaveLength(0)
    expect(await cloud.shows('681', '2026-11-30')).toHaveLength(0)
    const tuesday = await cloud.shows('681', tomorrow)
    cloud.clock.time = evening + 3 * 24 * 3_600_000
    expect(await cloud.shows('681', '2026-12-02')).not.toHaveLength(0)
    expect(await cloud.shows('681', tomorrow)).toEqual(tuesday)
  })
})

test('50 buyers after the same seats never sell one twice, and every order is told', {
  timeout: 60_000,
}, async () => {
  const cloud = await open()
  const show = theShow(await cloud.shows('681'), found => priced.bySettle(found) && found.hallId === '5')
  const free = await cloud.freeSeats(show, 8)
  const sold: string[] = []
  const buyer = async (seatId: string) => {
    const locked = await cloud.ask('seat.lockSeats', cloud.lockRequest(show, [seatId]))
    if (bizCodeOf(locked) !== 'SUCCESS') return
    const { lockOrderId } = dataOf(locked, z.looseObject({ lockOrderId: z.string() }))
    expect(await cloud.code('order.confirmOrder', cloud.confirmRequest(show, lockOrderId, [seatId]))).toBe(
      'SUCCESS',
    )
    sold.push(seatId)
  }
  await Promise.all(Array.from({ length: 50 }, (_, index) => buyer(free[index % free.length] ?? '')))
  expect(sold.sort()).toEqual([...free].sort())
  const orders = await fetch(`${cloud.sandbox.url}/control/orders`).then(response => response.json())
  expect(z.object({ orders: z.array(z.unknown()) }).parse(orders).orders).toHaveLength(free.length)
})

describe('faults', () => {
  const orderOf = async (cloud: TestCloud) => {
    const show = await settleShow(cloud)
    const seatIds = await cloud.freeSeats(show, 1)
    const request = cloud.confirmRequest(show, await cloud.lock(show, seatIds), seatIds)
    return { request, info: { cinemaLinkId: '681', lockOrderId: request.lockOrderId } }
  }

  test('a lost answer: the order is made and nobody hears of it, until the confirm is repeated', async () => {
    const cloud = await open()
    const { request, info } = await orderOf(cloud)
    await cloud.control('faults', { api: 'order.confirmOrder', kind: 'lose-answer' })
    await expect(cloud.ask('order.confirmOrder', request)).rejects.toThrow('fetch failed')
    expect(dataOf(await cloud.ask('order.getOrderInfo', info), Status).status).toBe('ticket_success')
    expect(await cloud.code('order.confirmOrder', request)).toBe('SUCCESS')
  })

  test('a lost request: nothing happened, as often as was asked for', async () => {
    const cloud = await open()
    const { request, info } = await orderOf(cloud)
    await cloud.control('faults', { api: 'ykse.partner.order.confirmOrder', kind: 'lose-request', times: 2 })
    await expect(cloud.ask('order.confirmOrder', request)).rejects.toThrow('fetch failed')
    expect(await cloud.code('order.getOrderInfo', info)).toBe('ORDER_NOT_FOUND')
    await expect(cloud.ask('order.confirmOrder', request)).rejects.toThrow('fetch failed')
    expect(await cloud.code('order.confirmOrder', request)).toBe('SUCCESS')
  })

  test('a refusal with any code of the specification, for the one interface or for all', async () => {
    const cloud = await open()
    await cloud.control('faults', {
      api: 'cinema.getCinemas',
      kind: 'refuse',
      code: 'CINEMA_RATE_LIMIT_EXCEEDED',
    })
    await cloud.control('faults', { api: '*', kind: 'refuse', code: '40002' })
    const hall = { cinemaLinkId: '681', hallId: '14' }
    expect(await cloud.ask('seat.getSeats', hall)).toMatchObject({
      retCode: '40002',
      retMsg: 'remote timeout',
    })
    expect(await cloud.code('seat.getSeats', hall)).toBe('SUCCESS')
    expect(await cloud.code('cinema.getCinemas', {})).toBe('CINEMA_RATE_LIMIT_EXCEEDED')
    expect(await cloud.code('cinema.getCinemas', {})).toBe('SUCCESS')
  })

  test('a delay holds the call back, and only that one', async () => {
    const cloud = await open()
    await cloud.control('faults', { api: 'cinema.getCinemas', kind: 'delay', delayMs: 200 })
    const order: string[] = []
    const held = cloud.code('cinema.getCinemas', {}).then(code => order.push(`held ${code}`))
    const hall = { cinemaLinkId: '681', hallId: '5' }
    const other = cloud.code('seat.getSeats', hall).then(code => order.push(`other ${code}`))
    await Promise.all([held, other])
    expect(order).toEqual(['other SUCCESS', 'held SUCCESS'])
  })

  test('a call is handled although its caller has given up waiting', async () => {
    const cloud = await open()
    const { request, info } = await orderOf(cloud)
    await cloud.control('faults', { api: 'order.confirmOrder', kind: 'delay', delayMs: 300 })
    const parameters = signedParameters(cloud.sandbox, 'order.confirmOrder', request, { timestamp: evening })
    const impatient = fetch(`${cloud.sandbox.url}/route?${parameters}`, { signal: AbortSignal.timeout(50) })
    await expect(impatient).rejects.toThrow('timeout')
    await expect
      .poll(async () => bizCodeOf(await cloud.ask('order.getOrderInfo', info)), { timeout: 5000 })
      .toBe('SUCCESS')
  })

  test('a call that the gate refuses uses no fault up', async () => {
    const cloud = await open()
    await cloud.control('faults', { api: '*', kind: 'refuse', code: '10001' })
    expect((await cloud.ask('cinema.getCinemas', {}, { secret: 'guess' })).retCode).toBe('30003')
    expect((await cloud.ask('cinema.getCinemas', {})).retCode).toBe('10001')
  })
})

describe('the control interface', () => {
  test('somebody else buys seats; those that are gone cannot be bought again, and then none is', async () => {
    const cloud = await open()
    const show = await settleShow(cloud)
    const [first = '', second = ''] = await cloud.freeSeats(show, 2)
    const { scheduleId } = show
    expect(await cloud.control('sell', { scheduleId, seatIds: [first] })).toEqual({ sold: 1 })
    expect(await cloud.code('seat.lockSeats', cloud.lockRequest(show, [first]))).toBe('LOCK_SEAT_ERROR')
    await expect(cloud.control('sell', { scheduleId, seatIds: [second, first] })).rejects.toThrow('409')
    expect(await cloud.unavailable(show)).not.toContain(second)
  })

  test('a reset takes it back to the seed', async () => {
    const cloud = await open()
    const show = await settleShow(cloud)
    const before = await cloud.unavailable(show)
    const order = await cloud.buy(show)
    await cloud.control('faults', { api: '*', kind: 'lose-request' })
    await cloud.control('reset', {})
    expect(await cloud.unavailable(show)).toEqual(before)
    expect(await cloud.code('order.getOrderInfo', { cinemaLinkId: '681', orderId: order.orderId })).toBe(
      'ORDER_NOT_FOUND',
    )
    expect((await cloud.buy(show)).orderId).toBe(order.orderId)
  })

  const wrong: [string, object, string][] = [
    ['faults', { api: 'no.such', kind: 'lose-answer' }, '400'],
    ['faults', { api: '*', kind: 'explode' }, '400'],
    ['faults', { api: '*', kind: 'refuse', code: 'NO_SUCH_CODE' }, '400'],
    ['faults', { api: '*', kind: 'delay' }, '400'],
    ['faults', { api: '*', kind: 'lose-answer', times: 0 }, '400'],
    ['sell', { scheduleId: '1', seatIds: ['x'] }, '404'],
    ['sell', { scheduleId: '1', seatIds: [] }, '400'],
    ['nothing', {}, '404'],
  ]
  test('refuses what it does not understand, and says why', async () => {
    const cloud = await open()
    for (const [path, body, status] of wrong)
      await expect(cloud.control(path, body), JSON.stringify(body)).rejects.toThrow(status)
  })

  test('wants its JSON declared, which a page of another origin cannot do unasked', async () => {
    const cloud = await open()
    for (const body of ['{}', '']) {
      const response = await fetch(`${cloud.sandbox.url}/control/reset`, { method: 'POST', body })
      expect(response.status).toBe(415)
    }
    const bare = await fetch(`${cloud.sandbox.url}/control/reset`, { method: 'POST' })
    expect(bare.status).toBe(415)
  })
})

describe('the date of an answer', () => {
  const dateOf = async ({ sandbox }: TestCloud, path: string) =>
    (await fetch(`${sandbox.url}${path}`)).headers.get('date')
  const callOf = ({ sandbox }: TestCloud, timestamp: number) =>
    `/route?${signedParameters(sandbox, 'cinema.getCinemas', {}, { timestamp })}`

  test('is the time of the sandbox’s own clock', async () => {
    const cloud = await open()
    for (const path of [callOf(cloud, evening), '/nowhere', '/control/orders'])
      expect(await dateOf(cloud, path)).toBe('Mon, 23 Nov 2026 12:00:00 GMT')
  })

  test('is when it is given, not when the call came', async () => {
    const began = performance.now()
    // Ten minutes a second.
    const clock = { now: () => evening + Math.round((performance.now() - began) * 600) }
    const cloud = await open({ clock })
    await cloud.control('faults', { api: '*', kind: 'delay', delayMs: 200 })
    const asked = clock.now()
    const date = await dateOf(cloud, callOf(cloud, asked))
    expect(Date.parse(date ?? '')).toBeGreaterThan(asked + 115_000)
  })
})

describe('a partner with curl and md5sum', () => {
  const script = fileURLToPath(new URL('examples/sell-a-ticket.sh', import.meta.url))
  const run = promisify(execFile)

  test('sells a ticket', async () => {
    const sandbox: Sandbox = await startSandbox()
    cleanups.push(sandbox.close)
    const { stdout } = await run('bash', [script, sandbox.url, sandbox.channel, sandbox.secret])
    expect(stdout).toMatch(/ticket_success\npickup number \d{16}\n$/)
  })

  test('hears why it cannot', async () => {
    const sandbox: Sandbox = await startSandbox()
    cleanups.push(sandbox.close)
    const attempt = run('bash', [script, sandbox.url, sandbox.channel, 'a wrong secret'])
    await expect(attempt).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('"retCode":"30003"'),
    })
  })
})
