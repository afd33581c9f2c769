import { afterAll, beforeAll, expect, test } from 'vitest'
import { CinemaId, HallId, SeatId } from '#contract/ids.ts'
import { startSandbox } from '../sandbox/sandbox.ts'
import { createMovieCloudClient } from './client.ts'
import { createMovieCloud } from './gateway.ts'
import type { CloudShow, MovieCloud } from './gateway-types.ts'
import { answered, type BoxOffice, openBoxOffice } from './test-support/box-office.ts'

/* The client and the sandbox cloud share no code: what they agree on here, they both have from the specification. */

const cinemaId = CinemaId.parse('681')
const cards = { cardKey: 'a-card-key', iv: () => 'YKSE1234YKSE1234' }
let office: BoxOffice
let cloud: MovieCloud
let show: CloudShow

beforeAll(async () => {
  office = await openBoxOffice('2026-11-23T10:00:00+08:00')
  cloud = office.cloud
  show = await office.show(cinemaId, ({ areaPrices }) => areaPrices.length > 0)
})
afterAll(() => office.close())

const freeSeats = () => office.freeSeats(show)
const lock = (seatIds: SeatId[]) => office.lock(show, seatIds)

test('the cinemas come with halls, cities and refund rules', async () => {
  const cinemas = answered(await cloud.cinemas())
  expect(cinemas.length).toBeGreaterThanOrEqual(6)
  expect(new Set(cinemas.map(cinema => cinema.city)).size).toBeGreaterThanOrEqual(3)
  expect(cinemas.some(cinema => cinema.cityCode.startsWith('310'))).toBe(true)
  expect(cinemas.flatMap(cinema => cinema.halls).length).toBeGreaterThanOrEqual(20)
  expect(new Set(cinemas.map(cinema => cinema.refund.kind))).toEqual(new Set(['none', 'until']))
})

test('seats are sold: locked, confirmed twice with one effect, looked up, and found for pickup', async () => {
  const [first, second] = await freeSeats()
  if (!first || !second) throw new Error('no free seats')
  const seatIds = [first.id, second.id]
  const { lockId } = answered(await lock(seatIds))
  expect(await cloud.order({ cinemaId, lockId })).toMatchObject({ kind: 'refused', code: 'ORDER_NOT_FOUND' })

  const frozen = cloud.freezeConfirm({
    kind: 'ticket',
    show,
    lockId,
    mobile: '13800138000',
    goods: [],
    tickets: [first, second].map(({ id, ticketFen }, i) => ({
      seatId: id,
      ticketFen,
      feeFen: show.feeKind === 'order' && i > 0 ? 0 : show.feeFen,
    })),
  })
  const tickets = answered(await cloud.confirm(frozen))
  if (tickets.is !== 'issued') throw new Error(tickets.status)
  expect(tickets.tickets.map(ticket => ticket.seatId).sort()).toEqual([...seatIds].sort())
  expect(answered(await cloud.confirm(frozen))).toEqual(tickets)

  const { cloudOrderId, pickupCode } = tickets
  expect(answered(await cloud.order({ cinemaId, lockId }))).toMatchObject({
    cloudOrderId,
    status: 'ticket_success',
    pickupCode,
  })
  expect(answered(await cloud.order({ cinemaId, cloudOrderId })).status).toBe('ticket_success')
  const ticket = answered(await cloud.ticket({ cinemaId, pickupCode }))
  expect(ticket.tickets.map(t => [t.row, t.column, t.ticketFen, t.printed, t.refunded]).sort()).toEqual(
    [first, second].map(seat => [seat.row, seat.column, seat.ticketFen, false, false]).sort(),
  )
  expect(answered(await cloud.soldSeats(show, first.sectionId))).toEqual(expect.arrayContaining(seatIds))
})

test('a released lock frees its seats for others', async () => {
  const [seat] = await freeSeats()
  if (!seat) throw new Error('no free seat')
  const { lockId } = answered(await lock([seat.id]))
  expect(await lock([seat.id])).toMatchObject({ kind: 'refused', code: 'LOCK_SEAT_ERROR' })
  expect(answered(await cloud.releaseSeats({ cinemaId, lockId }))).toBeNull()
  expect((await lock([seat.id])).kind).toBe('done')
})

test.each([
  ['secret', '30003', { secret: 'another-secret' }],
  ['channel', '30002', { channel: 'NOBODY' }],
])('another %s is turned away with %s', async (_, code, other) => {
  const { url, channel, secret } = office.sandbox
  const stranger = createMovieCloudClient({ url, channel, secret, ...other, clock: office.clock })
  expect(await createMovieCloud(stranger, cards).cinemas()).toMatchObject({ kind: 'refused', code })
  await stranger.close()
})

test('a clock that is an hour off and a secret of yesterday are put right at the first call', async () => {
  const today = await startSandbox({ seed: 7 })
  const late = createMovieCloudClient({
    url: today.url,
    channel: today.channel,
    secret: 'tomorrow’s secret',
    previousSecret: today.secret,
    clock: { now: () => Date.now() - 3_600_000 },
  })
  expect((await createMovieCloud(late, cards).cinemas()).kind).toBe('done')
  await late.close()
  await today.close()
})

test('refusals arrive with their codes', async () => {
  const stale = { ...show, scheduleKey: 'F'.repeat(32) }
  const [section] = answered(await cloud.hallPlans({ cinemaId, hallId: show.hallId }))[0]?.sections ?? []
  if (!section) throw new Error('the hall has no section')
  expect(await cloud.soldSeats(stale, section.id)).toMatchObject({
    kind: 'refused',
    code: 'SCHEDULE_HAS_CHANGED',
  })
  expect(await cloud.ticket({ cinemaId, pickupCode: '0000000000000000' })).toMatchObject({
    kind: 'refused',
    code: 'CONFIRMATIONID_WRONG',
  })
  expect((await cloud.hallPlans({ cinemaId, hallId: HallId.parse('no-such-hall') })).kind).toBe('refused')
  expect((await lock([SeatId.parse('0000000000000001-99-99')])).kind).toBe('refused')
})
