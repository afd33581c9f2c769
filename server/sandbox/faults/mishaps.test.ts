import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { FaultInput } from '#contract/sandbox-faults.ts'
import { bizCodeOf, dataOf, signedParameters } from '../test-client.ts'
import { evening, type ListedShow, priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'

let cloud: TestCloud
let show: ListedShow
beforeEach(async () => {
  cloud = await startTestCloud()
  show = theShow(await cloud.shows('681'), priced.bySettle)
})
afterEach(() => cloud.close())

const set = (fault: FaultInput) => cloud.control('faults', fault)
const confirmOrder = 'order.confirmOrder'

/** A right confirm that was not sent yet. */
async function newConfirm() {
  const seatIds = await cloud.freeSeats(show, 1)
  return cloud.confirmRequest(show, await cloud.lock(show, seatIds), seatIds)
}
type Confirm = Awaited<ReturnType<typeof newConfirm>>

/** The confirm over plain HTTP, to see what an ordinary client throws away. */
function send(request: Confirm, init: RequestInit = {}): Promise<Response> {
  const parameters = signedParameters(cloud.sandbox, confirmOrder, request, { timestamp: cloud.clock.now() })
  return fetch(`${cloud.sandbox.url}/route?${parameters}`, init)
}
const Status = z.looseObject({ status: z.string() })

/** What the cloud knows of the order: its status, or ORDER_NOT_FOUND. */
async function known({ cinemaLinkId, lockOrderId }: Confirm & { cinemaLinkId: string }): Promise<string> {
  const answer = await cloud.ask('order.getOrderInfo', { cinemaLinkId, lockOrderId })
  return bizCodeOf(answer) === 'SUCCESS' ? dataOf(answer, Status).status : bizCodeOf(answer)
}

describe('what gets lost on the way', () => {
  test('an outage: nobody gets an answer from any interface, until its time is over', async () => {
    const request = await newConfirm()
    await set({ kind: 'lose-request', forMs: 60_000 })
    for (const api of ['cinema.getCinemas', confirmOrder, confirmOrder])
      await expect(cloud.ask(api, request)).rejects.toThrow('fetch failed')
    cloud.clock.time += 59_999
    await expect(cloud.ask(confirmOrder, request)).rejects.toThrow('fetch failed')
    cloud.clock.time += 1
    expect(await known(request)).toBe('ORDER_NOT_FOUND')
    expect(await cloud.code(confirmOrder, request)).toBe('SUCCESS')
  })

  test('a connection that is reset in the middle of the answer: the order stands', async () => {
    const request = await newConfirm()
    await set({ kind: 'reset', api: confirmOrder })
    const response = await send(request)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
    expect(await known(request)).toBe('ticket_success')
    expect(await cloud.code(confirmOrder, request)).toBe('SUCCESS')
  })

  test('half the JSON, complete as HTTP: the order stands', async () => {
    const request = await newConfirm()
    await set({ kind: 'truncate', api: confirmOrder })
    const body = await (await send(request)).text()
    expect(body).toMatch(/^\{"api":"ykse\.partner\.order\.confirmOrder"/)
    expect(() => JSON.parse(body)).toThrow('JSON')
    expect(await known(request)).toBe('ticket_success')
  })

  test.each([
    [false, 'ORDER_NOT_FOUND'],
    [true, 'ticket_success'],
  ])('a gateway’s 502 in HTML; handled behind it: %s', async (handled, status) => {
    const request = await newConfirm()
    await set({ kind: 'bad-gateway', handled, api: confirmOrder })
    const response = await send(request)
    expect(response.status).toBe(502)
    expect(response.headers.get('content-type')).toBe('text/html')
    expect(await response.text()).toContain('<h1>502 Bad Gateway</h1>')
    expect(await known(request)).toBe(status)
  })
})

describe('what comes late', () => {
  test('a call that waits is handled when its time has come', async () => {
    const request = await newConfirm()
    await set({ kind: 'delay', delayMs: 300, api: confirmOrder })
    const answer = send(request)
    expect(await known(request)).toBe('ORDER_NOT_FOUND')
    expect((await answer).status).toBe(200)
    expect(await known(request)).toBe('ticket_success')
  })

  test('an answer that waits beyond its caller’s patience belongs to an order that stands', async () => {
    const request = await newConfirm()
    await set({ kind: 'delay-answer', delayMs: 60_000, api: confirmOrder })
    const patience = new AbortController()
    const impatient = send(request, { signal: patience.signal })
    await expect.poll(() => known(request)).toBe('ticket_success')
    patience.abort()
    await expect(impatient).rejects.toThrow('abort')
  })
})

describe('what is not true', () => {
  test('a lying negative: handled, and refused all the same', async () => {
    const request = await newConfirm()
    await set({ kind: 'deny', code: 'ORDER_SEAT_ERROR', api: confirmOrder })
    expect(await cloud.code(confirmOrder, request)).toBe('ORDER_SEAT_ERROR')
    expect(await known(request)).toBe('ticket_success')
  })

  test('a lying negative on the retry alone, after a lost answer', async () => {
    const request = await newConfirm()
    await set({ kind: 'lose-answer', api: confirmOrder })
    await set({ kind: 'deny', code: 'LOCK_SEAT_UNSUCCESS', api: confirmOrder, repeatedOnly: true })
    await expect(cloud.ask(confirmOrder, request)).rejects.toThrow('fetch failed')
    const other = await newConfirm()
    expect(await cloud.code(confirmOrder, other)).toBe('SUCCESS')
    expect(await cloud.code(confirmOrder, request)).toBe('LOCK_SEAT_UNSUCCESS')
    expect(await known(request)).toBe('ticket_success')
    expect(await cloud.code(confirmOrder, request)).toBe('SUCCESS')
  })

  test('a code that stands in no table: handled', async () => {
    const request = await newConfirm()
    await set({ kind: 'unknown-code', api: confirmOrder })
    expect(await cloud.code(confirmOrder, request)).toBe('PHOENIX_8_UNDOCUMENTED')
    expect(await known(request)).toBe('ticket_success')
  })

  test('the clock: every call comes too late, until the caller sets its own by the Date header', async () => {
    const skewMs = 11 * 60_000
    await set({ kind: 'skew', skewMs, times: 'always' })
    expect((await cloud.ask('cinema.getCinemas', {})).retCode).toBe('30004')
    const parameters = signedParameters(cloud.sandbox, 'cinema.getCinemas', {}, { timestamp: evening })
    const late = await fetch(`${cloud.sandbox.url}/route?${parameters}`)
    const timestamp = Date.parse(late.headers.get('date') ?? '')
    expect(timestamp).toBe(evening + skewMs)
    expect((await cloud.ask('cinema.getCinemas', {}, { timestamp })).retCode).toBe('0')
  })
})

describe('a cinema that is slow or fails', () => {
  test('slow tickets wait, by the sandbox’s clock, and come', async () => {
    const request = await newConfirm()
    await set({ kind: 'slow-tickets', delayMs: 120_000, api: confirmOrder })
    expect(await cloud.code(confirmOrder, request)).toBe('ORDER_PROCESSING')
    cloud.clock.time += 119_999
    expect(await known(request)).toBe('wait_ticket')
    cloud.clock.time += 1
    expect(await known(request)).toBe('ticket_success')
  })

  test('befall what the cinema works on, and leave everything else to other faults', async () => {
    const request = await newConfirm()
    await set({ kind: 'slow-tickets', delayMs: 60_000, times: 'always' })
    await set({ kind: 'refuse', code: '40002' })
    expect(await cloud.code('cinema.getCinemas', {})).toBe('retCode 40002')
    expect(await cloud.code(confirmOrder, request)).toBe('ORDER_PROCESSING')
  })

  test('failing tickets wait, and do not come; the seats are free again', async () => {
    const request = await newConfirm()
    await set({ kind: 'fail-tickets', delayMs: 30_000, api: confirmOrder })
    expect(await cloud.code(confirmOrder, request)).toBe('ORDER_PROCESSING')
    cloud.clock.time += 30_000
    expect(await known(request)).toBe('ticket_failed')
    expect(await cloud.code(confirmOrder, request)).toBe('ORDER_PROCESS_TIME_OUT')
    const [seat] = request.ticketList
    expect(await cloud.unavailable(show)).not.toContain(seat?.seatId)
  })
})

describe('a cinema in trouble', () => {
  const cinemaLinkId = '681'
  const goods = { cinemaLinkId, thirdOrderId: 'G1', goodsList: [] }
  const order = { cinemaLinkId, orderId: '1' }
  test.each([
    ['offline', 'seat.lockSeats', {}, 'CINEMA_CONNECTION_ERROR'],
    ['offline', 'card.queryBalance', {}, 'CINEMA_CONNECTION_ERROR'],
    ['no-dongle', confirmOrder, {}, 'NO_USB_ERROR'],
    ['no-dongle', 'order.confirmMixOrder', {}, 'NO_USB_ERROR'],
    ['tickets-closed', confirmOrder, {}, 'TICKET_ORDER_CLOSE_ERROR'],
    ['tickets-closed', 'order.reverseOrder', order, 'TICKET_ORDER_CLOSE_ERROR'],
    ['goods-closed', 'order.confirmGoodsOrder', goods, 'GOODS_ORDER_CLOSE_ERROR'],
    ['goods-closed', 'order.refundMixOrder', order, 'GOODS_ORDER_CLOSE_ERROR'],
    ['account-empty', confirmOrder, {}, 'SETTLEACCOUNT_PAY_FAIL'],
    ['account-empty', 'order.confirmGoodsOrderForMultiPay', goods, 'SETTLEACCOUNT_PAY_FAIL'],
  ] as const)('%s: %s', async (trouble, api, data, code) => {
    await set({ kind: 'trouble', trouble, cinemaLinkId, times: 'always' })
    const asked = { cinemaLinkId, ...data }
    expect(await cloud.code(api, asked)).toBe(code)
    expect(await cloud.code(api, { ...asked, cinemaLinkId: '112' })).not.toBe(code)
    expect(await cloud.code('seat.getSeats', { cinemaLinkId, hallId: '14' })).toBe('SUCCESS')
  })
})
