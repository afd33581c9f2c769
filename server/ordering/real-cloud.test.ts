import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { IntentId, type OrderId, type SeatId, ShowId } from '#contract/ids.ts'
import type { Quote } from '#contract/order.ts'
import { LoggedCall } from '#contract/sandbox-control.ts'
import { businessDay, toInstant } from '#contract/time.ts'
import { createFieldCipher } from '../journal/field-cipher.ts'
import { createSqlStore } from '../journal/sql-store.ts'
import { openSqliteJournal } from '../journal/sqlite-journal.ts'
import { printTicket } from '../moviecloud/apis/ticket.print-ticket.ts'
import { randomIv } from '../moviecloud/card-cipher.ts'
import { createMovieCloudClient, type MovieCloudClient } from '../moviecloud/client.ts'
import { createMovieCloud } from '../moviecloud/gateway.ts'
import type { CloudShow, HallPlan, MovieCloud } from '../moviecloud/gateway-types.ts'
import type { Offer } from '../pricing/offer.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { createOrdering, type OrderEngine } from './engine.ts'
import { createPaymentsInProcess, type PaymentsInProcess } from './test-support/payments-in-process.ts'
import { createVirtualTime, type VirtualTime } from './test-support/virtual-time.ts'

const minuteMs = 60_000
const morning = Date.parse('2026-11-23T10:00:00+08:00')

let time: VirtualTime
let sandbox: Sandbox
let client: MovieCloudClient
let cloud: MovieCloud
let payments: PaymentsInProcess
let engine: OrderEngine
let store: ReturnType<typeof createSqlStore>
let offer: Offer

beforeEach(async () => {
  time = createVirtualTime(morning)
  sandbox = await startSandbox({ clock: time })
  client = createMovieCloudClient({
    url: sandbox.url,
    channel: sandbox.channel,
    secret: sandbox.secret,
    clock: time,
  })
  cloud = createMovieCloud(client, { ...sandbox, iv: randomIv })
  payments = createPaymentsInProcess(time)
  offer = await anOffer()
  store = createSqlStore(await openSqliteJournal(':memory:'), createFieldCipher(randomBytes(32)))
  engine = createOrdering({
    store,
    cloud,
    payments: { qr: payments },
    makeOffer: async () => offer,
    clock: time,
    random: randomBytes,
    contactMobile: () => '13800138000',
  })
})
afterEach(async () => {
  await store.close()
  await client.close()
  await sandbox.close()
})

/** The first show of the day that is hours away, and two free seats of it side by side. */
async function anOffer(): Promise<Offer> {
  const must = async <T>(outcome: Promise<{ kind: string; value?: T }>): Promise<T> => {
    const { value } = await outcome
    if (value === undefined) throw new Error('the sandbox does not answer')
    return value
  }
  const [cinema] = await must(cloud.cinemas())
  if (cinema === undefined) throw new Error('no cinema')
  const today = businessDay(time.now())
  const shows = await must(cloud.shows({ cinemaId: cinema.id, from: today, to: today }))
  const show = shows.find(
    one => one.onSale && one.startsAt > morning + 300 * minuteMs && one.areaPrices.length === 0,
  )
  if (show === undefined) throw new Error('no show')
  const [plan] = await must(cloud.hallPlans({ cinemaId: cinema.id, hallId: show.hallId }))
  const section = plan?.sections[0]
  if (section === undefined) throw new Error('no plan')
  const sold = await must(cloud.soldSeats(show, section.id))
  return offerOf(show, section, sold, cinema.name)
}

function offerOf(
  show: CloudShow,
  section: HallPlan['sections'][number],
  sold: readonly SeatId[],
  cinemaName: string,
): Offer {
  const seats = section.seats
    .filter(seat => seat.type === 'N' && !seat.damaged && !sold.includes(seat.id))
    .slice(0, 2)
  const ticketFen = show.settleFen ?? Math.max(show.lowestFen, show.standardFen)
  const lines = seats.map((seat, index) => ({
    seatId: seat.id,
    row: seat.row,
    column: seat.column,
    sectionName: section.name,
    ticketFen,
    feeFen: show.feeKind === 'ticket' || index === 0 ? show.feeFen : 0,
  }))
  const ticketsFen = ticketFen * lines.length
  const feesFen = lines.reduce((sum, line) => sum + line.feeFen, 0)
  const { feeKind } = show
  const totalFen = ticketsFen + feesFen
  const quote: Quote = { lines, goods: [], ticketsFen, feesFen, goodsFen: 0, totalFen, feeKind, hash: 'seen' }
  return {
    ref: show,
    show: {
      id: ShowId.parse(`${show.cinemaId}~${show.scheduleId}`),
      cinemaId: show.cinemaId,
      cinemaName,
      hallName: '1',
      filmCode: show.film.code,
      filmName: show.film.name,
      language: show.film.language,
      dimension: show.film.dimension,
      startsAt: toInstant(show.startsAt),
      endsAt: toInstant(show.startsAt + 120 * minuteMs),
    },
    quote,
    refund: { kind: 'until', minutesBeforeShow: 60 },
    startsAtMs: show.startsAt,
    sellsUntilMs: show.sellsUntil,
  }
}

async function fault(fault: object): Promise<void> {
  const response = await fetch(`${sandbox.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  })
  if (!response.ok) throw new Error(await response.text())
}

const hold = () =>
  engine.hold({
    intentId: IntentId.parse(crypto.randomUUID()),
    showId: offer.show.id,
    seatIds: offer.quote.lines.map(line => line.seatId),
  })

/** The calls of an interface as the cloud saw them come in: seconds since the first confirm. */
async function secondsOf(api: string): Promise<number[]> {
  const answer = await fetch(`${sandbox.url}/control/calls`)
  const { calls } = z.object({ calls: z.array(LoggedCall) }).parse(await answer.json())
  const of = (name: string) => calls.filter(call => call.api === `ykse.partner.${name}`)
  const [first] = of('order.confirmOrder')
  return of(api).map(call => (call.at - (first?.at ?? Number.NaN)) / 1_000)
}

/** A hold that is paid, and the time until `ms` later lived through. */
async function sell(ms: number) {
  const held = await hold()
  await engine.pay(held.id, { quoteHash: 'seen', refundRuleAgreed: true, mobile: '13912345678' })
  payments.phonePays()
  await live(ms)
  return { id: held.id, order: await engine.find(held.id) }
}

async function live(ms: number): Promise<void> {
  const end = time.now() + ms
  for (;;) {
    const nextAt = await engine.runDue()
    if (nextAt === undefined || nextAt > end) break
    time.goTo(Math.max(nextAt, time.now()))
  }
  time.goTo(end)
  await engine.runDue()
}

const sent = async (id: OrderId) => {
  const history = await store.history(id)
  return history.flatMap(line => (typeof line.detail['send'] === 'string' ? [line.detail['send']] : []))
}

describe('against the sandbox cloud, over HTTP', () => {
  test('a sale ends with a pickup code that the cloud knows', async () => {
    const { order } = await sell(5_000)
    expect(order).toMatchObject({ status: 'ticketed', pickup: { pin: '5678' } })
    const found = await cloud.ticket({ cinemaId: offer.ref.cinemaId, pickupCode: order.pickup?.code ?? '' })
    expect(found).toMatchObject({ kind: 'done', value: { tickets: [{}, {}] } })
    expect(payments.balanceFen()).toBe(offer.quote.totalFen)
  })

  test('a confirm whose answer is lost is looked up a minute later, and not paid twice', async () => {
    await fault({ kind: 'lose-answer', api: 'order.confirmOrder' })
    const { order } = await sell(90_000)
    expect(order.status).toBe('ticketed')
  })

  test('a confirm that got lost is sent again', async () => {
    await fault({ kind: 'lose-request', api: 'order.confirmOrder' })
    const { order } = await sell(90_000)
    expect(order.status).toBe('ticketed')
  })

  test('tickets that take five minutes come', async () => {
    await fault({ kind: 'slow-tickets', api: 'order.confirmOrder', delayMs: 5 * minuteMs })
    const { order } = await sell(7 * minuteMs)
    expect(order.status).toBe('ticketed')
  })

  test('tickets that do not come are reversed at minute 13, and the money goes back', async () => {
    await fault({ kind: 'slow-tickets', api: 'order.confirmOrder', delayMs: 600 * minuteMs })
    const { order, id } = await sell(20 * minuteMs)
    expect(order).toMatchObject({
      status: 'refunded',
      reason: 'cinema-slow',
      payment: { status: 'refunded' },
    })
    expect((await sent(id)).filter(effect => effect === 'reverse')).toHaveLength(1)
    expect(payments.balanceFen()).toBe(0)
  })

  describe('section 10, as the cloud sees it', () => {
    const upTo = (last: number) => Array.from({ length: last + 1 }, (_, minute) => minute * 60)

    test('confirms at minutes 0 to 12, reversals at 13 to 16, then each half hour; questions a minute after (5.3.2)', async () => {
      await fault({ kind: 'slow-tickets', api: 'order.confirmOrder', delayMs: 48 * 60 * minuteMs })
      await fault({
        kind: 'refuse',
        api: 'order.reverseOrder',
        code: 'REVERSE_TICKET_FAILED',
        times: 'always',
      })
      const { order, id } = await sell(13 * 60 * minuteMs)
      const confirm = (await store.byId(id))?.confirm
      const filmAt = confirm?.kind === 'sent' ? (offer.startsAtMs - confirm.firstAt) / 1_000 : Number.NaN
      const halfHours = Array.from({ length: 30 }, (_, turn) => (16 + 30 * (turn + 1)) * 60)
      const confirms = await secondsOf('order.confirmOrder')
      expect(confirms).toEqual(upTo(12))
      expect(await secondsOf('order.reverseOrder')).toEqual([
        ...[13, 14, 15, 16].map(minute => minute * 60),
        ...halfHours.filter(second => second < filmAt),
      ])
      const questions = await secondsOf('order.getOrderInfo')
      expect(questions.slice(0, 13)).toEqual(upTo(13).slice(1))
      for (const question of questions)
        expect(question - Math.max(...confirms.filter(second => second < question))).toBeGreaterThanOrEqual(
          60,
        )
      expect(order).toMatchObject({ status: 'refunded', reason: 'cinema-slow' })
      expect(payments.balanceFen()).toBe(0)
    })
  })

  test('a refused price is refunded at once, and the seats are free again', async () => {
    await fault({ kind: 'refuse', api: 'order.confirmOrder', code: 'LOW_THAN_SETTLE_PRICE_ERROR' })
    const { order } = await sell(5_000)
    expect(order).toMatchObject({ status: 'refunded', reason: 'cinema-refused' })
    expect((await hold()).status).toBe('held')
  })

  test('a confirm that the cinema was too slow for is refunded, and its seats are never locked again (T6)', async () => {
    await fault({ kind: 'refuse', api: 'order.confirmOrder', code: 'ORDER_PROCESS_TIME_OUT' })
    const { order } = await sell(20 * minuteMs)
    expect(order).toMatchObject({ status: 'refunded', payment: { status: 'refunded' } })
    expect(await secondsOf('seat.lockSeats')).toHaveLength(1)
    expect(await secondsOf('order.confirmOrder')).toHaveLength(1)
    expect(payments.balanceFen()).toBe(0)
  })

  describe('tickets given back', () => {
    test('are taken by the cinema, and the money follows', async () => {
      const { id } = await sell(5_000)
      expect(payments.balanceFen()).toBe(offer.quote.totalFen)
      expect((await engine.giveBack(id)).status).toMatch(/^return/)
      await live(minuteMs)
      expect(await engine.find(id)).toMatchObject({ status: 'returned', payment: { status: 'refunded' } })
      expect(payments.balanceFen()).toBe(0)
      expect((await hold()).status).toBe('held')
    })

    test('once, although the first answer is lost', async () => {
      const { id } = await sell(5_000)
      await fault({ kind: 'lose-answer', api: 'order.refundOrder' })
      await engine.giveBack(id)
      await live(3 * minuteMs)
      expect((await engine.find(id)).status).toBe('returned')
      expect((await sent(id)).filter(effect => effect === 'give back')).toHaveLength(1)
    })

    test('after printing are not taken, and stay good', async () => {
      const { id, order } = await sell(5_000)
      const bookingNo = (await store.byId(id))?.upstream.tickets?.bookingNo ?? ''
      await client.call(printTicket, { cinemaLinkId: offer.ref.cinemaId, printId: bookingNo })
      await engine.giveBack(id)
      await live(minuteMs)
      expect(await engine.find(id)).toMatchObject({
        status: 'ticketed',
        reason: 'return-refused',
        pickup: order.pickup,
      })
      expect(payments.balanceFen()).toBe(offer.quote.totalFen)
    })

    test('by a cinema that fails to take them stay good', async () => {
      const { id } = await sell(5_000)
      await fault({ kind: 'fail-tickets', api: 'order.refundOrder', delayMs: minuteMs })
      await engine.giveBack(id)
      await live(5 * minuteMs)
      expect(await engine.find(id)).toMatchObject({ status: 'ticketed', reason: 'return-refused' })
      expect(payments.balanceFen()).toBe(offer.quote.totalFen)
    })
  })

  test('taken seats are told as taken, and a given-up hold can be held again', async () => {
    const first = await hold()
    await expect(hold()).rejects.toMatchObject({ code: 'seats-taken' })
    await engine.cancel(first.id)
    expect((await hold()).status).toBe('held')
  })
})
