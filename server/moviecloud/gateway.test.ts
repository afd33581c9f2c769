import { expect, test } from 'vitest'
import { CinemaId, HallId, SeatId, SectionId } from '#contract/ids.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { createMovieCloud } from './gateway.ts'
import type { MovieCloud } from './gateway-types.ts'
import { always, envelope } from './test-support/answering-server.ts'
import { cloudThat } from './test-support/cloud-that.ts'

const cinemaId = CinemaId.parse('681')
const hallId = HallId.parse('14')
const seatIds = [SeatId.parse('01-A-05'), SeatId.parse('01-A-06')]
const sectionId = SectionId.parse('01')
const show = { cinemaId, scheduleId: '7', scheduleKey: 'KEY' }
const seats = seatIds.map(seatId => ({ seatId }))

/** What the gateway makes of an answer with this `data`. */
async function ask<T>(data: unknown, call: (cloud: MovieCloud) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const { client } = await cloudThat(always(envelope(Array.isArray(data) ? { dataList: data } : { data })))
  return call(createMovieCloud(client))
}

const calls = {
  shows: (cloud: MovieCloud) => cloud.shows({ cinemaId, from: '2026-11-23', to: '2026-11-24' }),
  hallPlans: (cloud: MovieCloud) => cloud.hallPlans({ cinemaId, hallId }),
  showAreas: (cloud: MovieCloud) => cloud.showAreas(show),
  soldSeats: (cloud: MovieCloud) => cloud.soldSeats(show, sectionId),
  lockSeats: (cloud: MovieCloud) => cloud.lockSeats(show, { lockRequestId: 'ours', seatIds }),
  releaseSeats: (cloud: MovieCloud) => cloud.releaseSeats({ cinemaId, lockId: 'L1' }),
  confirmOrder: (cloud: MovieCloud) =>
    cloud.confirmOrder(
      cloud.freezeConfirm({
        show,
        lockId: 'L1',
        mobile: '13800138000',
        tickets: seatIds.map(seatId => ({ seatId, ticketFen: 4500, feeFen: 200 })),
      }),
    ),
  orderByLock: (cloud: MovieCloud) => cloud.order({ cinemaId, lockId: 'L1' }),
  orderById: (cloud: MovieCloud) => cloud.order({ cinemaId, cloudOrderId: 'C1' }),
  ticket: (cloud: MovieCloud) => cloud.ticket({ cinemaId, pickupCode: 'P1' }),
  reverseOrder: (cloud: MovieCloud) => cloud.reverseOrder({ cinemaId, cloudOrderId: 'C1' }),
} satisfies Record<string, (cloud: MovieCloud) => Promise<Outcome<unknown>>>

const confirmed = { orderId: 'C1', confirmationId: 'P1', tickets: seats }
const plan = { cinemaLinkId: '681', hallId: '14', seatPlanList: [] }

test.each<[call: keyof typeof calls, what: string, answer: unknown]>([
  ['shows', 'of another cinema', [{ cinemaLinkId: '682', scheduleId: '7' }]],
  ['hallPlans', 'of another cinema', { ...plan, cinemaLinkId: '682' }],
  ['hallPlans', 'of another hall', { ...plan, hallId: '15' }],
  ['showAreas', 'of another show', { scheduleId: '8', sectionAreas: [] }],
  ['showAreas', 'of another cinema', { cinemaLinkId: '682', sectionAreas: [] }],
  ['soldSeats', 'of another show', { scheduleId: '8', sectionList: [] }],
  ['soldSeats', 'of another section alone', { sectionList: [{ sectionId: '02', seats }] }],
  ['lockSeats', 'to another request', { lockOrderId: 'L1', outLockId: 'theirs', seats }],
  ['lockSeats', 'with a seat too few', { lockOrderId: 'L1', seats: seats.slice(1) }],
  ['lockSeats', 'with another seat', { lockOrderId: 'L1', seats: [seats[0], { seatId: '01-B-01' }] }],
  ['lockSeats', 'with one seat twice', { lockOrderId: 'L1', seats: [seats[0], seats[0]] }],
  ['releaseSeats', 'of another lock', { lockOrderId: 'L2' }],
  ['confirmOrder', 'without a pickup number', { ...confirmed, confirmationId: '' }],
  ['confirmOrder', 'without an order number', { ...confirmed, orderId: null }],
  ['confirmOrder', 'without tickets', { ...confirmed, tickets: [] }],
  ['confirmOrder', 'with a ticket too few', { ...confirmed, tickets: seats.slice(1) }],
  ['confirmOrder', 'with a ticket too many', { ...confirmed, tickets: [...seats, { seatId: '01-A-07' }] }],
  ['confirmOrder', 'with a ticket for no seat', { ...confirmed, tickets: [seats[0], { ticketNo: '2' }] }],
  ['confirmOrder', 'with one seat twice', { ...confirmed, tickets: [seats[0], seats[0]] }],
  ['orderByLock', 'without a number', { status: 'ticket_success' }],
  ['orderById', 'of another order', { orderId: 'C2', status: 'ticket_success' }],
  ['ticket', 'of another pickup number', { printId: '1', confirmationId: 'P2' }],
  ['reverseOrder', 'of another order', { orderId: 'C2' }],
  [
    'soldSeats',
    'with an id that none of ours can be',
    { sectionList: [{ sectionId: '01', seats: [{ seatId: 'x'.repeat(81) }] }] },
  ],
])('%s: an answer %s proves nothing', async (call, _, answer) => {
  const asking: (cloud: MovieCloud) => Promise<Outcome<unknown>> = calls[call]
  expect(await ask(answer, asking)).toEqual({
    kind: 'unknown',
    reason: 'the answer is not, or not wholly, about what was asked',
  })
})

test('a confirm with everything is tickets', async () => {
  const tickets = [
    { seatId: '01-A-06', ticketNo: 'T2', rowId: 'A', columnId: '06', serviceFee: '1.5' },
    { seatId: '01-A-05', ticketNo: 'T1', rowId: 'A', columnId: '05' },
  ]
  expect(await ask({ ...confirmed, bookingId: 'B1', tickets }, calls.confirmOrder)).toEqual({
    kind: 'done',
    value: {
      cloudOrderId: 'C1',
      bookingNo: 'B1',
      pickupCode: 'P1',
      tickets: [
        { ticketNo: 'T2', seatId: '01-A-06', row: 'A', column: '06', serviceFeeFen: 150 },
        { ticketNo: 'T1', seatId: '01-A-05', row: 'A', column: '05', serviceFeeFen: 0 },
      ],
    },
  })
})

test('a frozen confirm is sent byte for byte, even one that today would not be frozen so', async () => {
  const { client, server } = await cloudThat(always(envelope({ data: confirmed })))
  const cloud = createMovieCloud(client)
  const frozen = `{"ticketList":${JSON.stringify(seats)}, "mobile":"1", "extra":true}`
  expect((await cloud.confirmOrder(frozen)).kind).toBe('done')
  expect(server.received.map(call => call.parameters['data'])).toEqual([frozen])
})

test('a status of tomorrow is another one, and no success', async () => {
  const order = { orderId: 'C1', status: 'ticket_almost', confirmationId: 'P1' }
  expect(await ask(order, calls.orderByLock)).toMatchObject({ kind: 'done', value: { status: 'other' } })
})

test('a seat with an unknown letter is an ordinary one, unless the letter may mean damaged', async () => {
  const seat = { seatId: 's', rowId: 'A', columnId: '1', x: 1, y: 1 }
  const plans = [
    { sections: [{ sectionId: '01', seats: [{ ...seat, type: 'Q' }, { ...seat, damage: 'Q' }, seat] }] },
  ]
  const outcome = await ask({ seatPlanList: plans }, calls.hallPlans)
  const found = outcome.kind === 'done' ? outcome.value[0]?.sections[0]?.seats : undefined
  expect(found?.map(({ type, damaged }) => [type, damaged])).toEqual([
    ['N', false],
    ['N', true],
    ['N', false],
  ])
})

test('shows that cannot be sold are left out, the others stay', async () => {
  const good = {
    scheduleId: '7',
    scheduleKey: 'KEY',
    hallId: '14',
    showDateTime: '2026-11-23 19:30:00',
    standardPrice: '90.00',
    saleStatus: 'Y',
    film: { filmCode: 'F' },
  }
  const { film, ...noFilm } = good
  const { showDateTime, ...noTime } = good
  const { standardPrice, ...noPrice } = good
  const { scheduleKey, ...noKey } = good
  const answer = [noFilm, noTime, noPrice, noKey, good, { ...good, scheduleId: '8', saleStatus: 'X' }]
  const outcome = await ask(answer, calls.shows)
  expect(outcome.kind === 'done' && outcome.value.map(s => [s.scheduleId, s.onSale, s.standardFen])).toEqual([
    ['7', true, 9000],
    ['8', false, 9000],
  ])
})
