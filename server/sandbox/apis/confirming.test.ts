import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataOf } from '../test-client.ts'
import {
  Confirmed,
  evening,
  type ListedShow,
  priced,
  startTestCloud,
  type TestCloud,
  theShow,
} from '../test-cloud.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
})
afterAll(() => cloud.close())

type Request = ReturnType<TestCloud['confirmRequest']>
const confirm = (request: object) => cloud.code('order.confirmOrder', request)

/** A lock on free seats of the show, and the confirm that would be right for it. */
async function ready(show: ListedShow, count = 1): Promise<Request> {
  const seatIds = await cloud.freeSeats(show, count)
  return cloud.confirmRequest(show, await cloud.lock(show, seatIds), seatIds)
}
const withTicket = (request: Request, change: object) => ({
  ...request,
  ticketList: request.ticketList.map(line => ({ ...line, ...change })),
})
const settleShow = async () => theShow(await cloud.shows('681'), priced.bySettle)

describe('a confirm', () => {
  test('makes tickets with the table’s fields and keeps the seats for good', async () => {
    const show = await settleShow()
    const request = await ready(show, 2)
    const order = dataOf(await cloud.ask('order.confirmOrder', request), Confirmed)
    expect(order.orderId).toMatch(/^20261123FOYER681\d{8}$/)
    expect(order.bookingId).toMatch(/^6810261123\d{6}$/)
    expect(order.confirmationId).toMatch(/^20261124\d{8}$/)
    expect(order.tickets.map(ticket => ticket.seatId)).toEqual(request.ticketList.map(line => line.seatId))
    expect(order.tickets[0]).toMatchObject({ sectionId: '0000000000000001', serviceFee: '3.00' })
    cloud.clock.time = evening + 60 * 60_000
    expect([...(await cloud.unavailable(show))]).toEqual(
      expect.arrayContaining(order.tickets.map(ticket => ticket.seatId)),
    )
    cloud.clock.time = evening
  })

  test('said again, its keys in another order, answers the same; also after the lock’s time and the last minute', async () => {
    const show = await settleShow()
    const request = await ready(show)
    const first = await cloud.ask('order.confirmOrder', request)
    const turned = Object.fromEntries(Object.entries(request).reverse())
    cloud.clock.time = evening + 24 * 3_600_000
    expect(await cloud.ask('order.confirmOrder', turned)).toEqual(first)
    cloud.clock.time = evening
  })

  test('said again with other parameters is refused, whichever differs', async () => {
    const request = await ready(await settleShow())
    expect(await confirm(request)).toBe('SUCCESS')
    for (const changed of [
      { ...request, mobile: '13900139000' },
      { ...request, scheduleKey: 'E4CC50D800C27C7B52E75ABBCC1F3794' },
      { ...request, appVersion: '2' },
      withTicket(request, { ticketPrice: '99.00' }),
      { ...request, paymentList: [{ paymentMethod: 'MemberCard' }] },
    ])
      expect(await confirm(changed)).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
  })

  test('a refused confirm leaves the lock: the right one still succeeds', async () => {
    const request = await ready(await settleShow())
    expect(await confirm(withTicket(request, { ticketFee: '2.99' }))).toBe('TICKET_FEE_ERROR')
    expect(await confirm(request)).toBe('SUCCESS')
  })

  test('50 at once make one order', async () => {
    const request = await ready(await settleShow())
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => cloud.ask('order.confirmOrder', request)),
    )
    expect(new Set(answers.map(answer => dataOf(answer, Confirmed).orderId)).size).toBe(1)
  })

  const bad: [string, (request: Request) => object, string][] = [
    ['no mobile', request => ({ ...request, mobile: '' }), 'NULL_ARGUMENT'],
    ['a mobile of ten digits', request => ({ ...request, mobile: '1380013800' }), 'FORMAT_ERROR'],
    ['a mobile of another country', request => ({ ...request, mobile: '+8613800138000' }), 'FORMAT_ERROR'],
    ['no tickets', request => ({ ...request, ticketList: null }), 'SEAT_INFO_NOT_NULL'],
    ['an empty list', request => ({ ...request, ticketList: [] }), 'SEAT_INFO_NOT_NULL'],
    ['tickets as a string', request => ({ ...request, ticketList: '[]' }), 'SEAT_INFO_ERROR'],
    ['a ticket that is a string', request => ({ ...request, ticketList: ['x'] }), 'SEAT_INFO_ERROR'],
    ['a ticket without a seat', request => withTicket(request, { seatId: null }), 'NULL_ARGUMENT'],
    ['a price that is a number', request => withTicket(request, { ticketPrice: 45 }), 'FORMAT_ERROR'],
    ['a negative price', request => withTicket(request, { ticketPrice: '-1.00' }), 'FORMAT_ERROR'],
    ['a price in powers', request => withTicket(request, { ticketPrice: '1e2' }), 'FORMAT_ERROR'],
    ['a price of three decimals', request => withTicket(request, { ticketPrice: '45.001' }), 'FORMAT_ERROR'],
    ['full-width digits', request => withTicket(request, { ticketPrice: '４５.００' }), 'FORMAT_ERROR'],
    ['a price of nothing', request => withTicket(request, { ticketPrice: '0.00' }), 'TICKET_PRICE_ERROR'],
    ['no fee', request => withTicket(request, { ticketFee: null }), 'NULL_ARGUMENT'],
    ['another fee', request => withTicket(request, { ticketFee: '3.01' }), 'TICKET_FEE_ERROR'],
    ['a flag as a string', request => withTicket(request, { isBenefit: 'true' }), 'FORMAT_ERROR'],
    ['a benefit card', request => withTicket(request, { isBenefit: true }), 'PAYMENT_METHOD_ERROR'],
    ['a payment without a method', request => ({ ...request, paymentList: [{}] }), 'PAYMENT_METHOD_ERROR'],
    ['an unknown lock', request => ({ ...request, lockOrderId: '123' }), 'LOCK_SEAT_UNSUCCESS'],
    ['an unknown show', request => ({ ...request, scheduleId: '18206' }), 'SCHEDULE_NOT_FOUND'],
    ['an old key', request => ({ ...request, scheduleKey: 'x' }), 'SCHEDULE_HAS_CHANGED'],
    [
      'a seat twice',
      ({ ticketList, ...rest }) => ({ ...rest, ticketList: [...ticketList, ...ticketList] }),
      'SEAT_INFO_ERROR',
    ],
    ['another seat', request => withTicket(request, { seatId: '0000000000000001-1-01' }), 'ORDER_SEAT_ERROR'],
    ['an unknown cinema', request => ({ ...request, cinemaLinkId: '0' }), 'CINEMA_INVALID'],
  ]
  test.each(bad)('%s', async (_, change, bizCode) => {
    const show = theShow(await cloud.shows('681'), found => priced.bySettle(found) && found.hallId === '3')
    expect(await confirm(change(await ready(show)))).toBe(bizCode)
  })

  test('fewer or more seats than were locked', async () => {
    const request = await ready(await settleShow(), 2)
    const [first, second] = request.ticketList
    expect(await confirm({ ...request, ticketList: [first] })).toBe('SEAT_COUNT_ERROR')
    const third = { ...first, seatId: '0000000000000001-1-01' }
    expect(await confirm({ ...request, ticketList: [first, second, third] })).toBe('SEAT_COUNT_ERROR')
  })

  test('a lock of another show, of another channel, released, run out, too late', async () => {
    const shows = (await cloud.shows('681')).filter(priced.bySettle)
    const [show, next] = shows
    if (!show || !next) throw new Error('two shows are needed')
    expect(await confirm({ ...(await ready(show)), ...cloud.key(next) })).toBe('SHOW_REF_SEQ_NO_UNMATCH')

    const stolen = await ready(show)
    const asOther = { channel: other.channelCode, secret: other.secret }
    expect(await cloud.code('order.confirmOrder', stolen, asOther)).toBe('LOCK_SEAT_UNSUCCESS')

    const released = await ready(show)
    await cloud.ask('seat.releaseSeats', { cinemaLinkId: '681', lockOrderId: released.lockOrderId })
    expect(await confirm(released)).toBe('ORDER_SEAT_ERROR')

    const forgotten = await ready(show)
    cloud.clock.time = evening + 15 * 60_000
    expect(await confirm(forgotten)).toBe('ORDER_SEAT_ERROR')

    const end = Date.parse(`${show.stopSellingTime.replace(' ', 'T')}+08:00`)
    cloud.clock.time = end - 60_000
    const late = await ready(show)
    cloud.clock.time = end
    expect(await confirm(late)).toBe('ORDER_TICKET_TIME_END')
    cloud.clock.time = evening
  })
})

describe('prices', () => {
  test('a seat in an area costs the area’s price, to the fen', async () => {
    const show = theShow(await cloud.shows('681'), found => found.hallId === '14')
    const gone = await cloud.unavailable(show)
    // Hall 14's gold area lies in rows 8 to 13, columns 14 to 29 of the drawing.
    const gold = (await cloud.seats(show)).find(
      seat =>
        seat.x >= 14 &&
        seat.x <= 29 &&
        seat.y >= 9 &&
        seat.y <= 14 &&
        !gone.has(seat.seatId) &&
        seat.type === 'N',
    )
    if (!gold) throw new Error('gold is sold out')
    const seatIds = [gold.seatId]
    const price = show.areaSettlePrices?.find(area => area.name === '黄金区')?.settlePrice ?? ''
    const request = cloud.confirmRequest(show, await cloud.lock(show, seatIds), seatIds, price)
    const settle = withTicket(request, { ticketPrice: show.settlePrice })
    expect(await confirm(settle)).toBe('AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR')
    expect(await confirm(withTicket(request, { ticketPrice: '999.00' }))).toBe('TICKET_PRICE_VALID_ERROR')
    expect(await confirm(withTicket(request, { isBenefit: true }))).toBe('AREA_SEAT_NOT_SUPPORT_BENEFIT')
    expect(await confirm(request)).toBe('SUCCESS')
  })

  test('a seat outside the areas costs the settle price, to the fen', async () => {
    const show = await settleShow()
    const request = await ready(show)
    const higher = withTicket(request, { ticketPrice: '999' })
    expect(await confirm(withTicket(request, { ticketPrice: '1' }))).toBe('LOW_THAN_SETTLE_PRICE_ERROR')
    expect(await confirm(higher)).toBe('TICKET_PRICE_VALID_ERROR')
    expect(await confirm(request)).toBe('SUCCESS')
  })

  test('without a settle price any price from the lowest up is right', async () => {
    const show = theShow(await cloud.shows('681'), priced.byChannel)
    const request = await ready(show)
    expect(await confirm(withTicket(request, { ticketPrice: '24.99' }))).toBe('LOW_THAN_LEAST_PRICE_ERROR')
    expect(await confirm(withTicket(request, { ticketPrice: '999' }))).toBe('SUCCESS')
  })
})

describe('fees', () => {
  test('a fee per order is charged once, on whichever ticket', async () => {
    const show = theShow(await cloud.shows('92'), found => priced.bySettle(found) && found.hallId === '2')
    expect(show).toMatchObject({ feeType: 'order', ticketfee: '5.00' })
    const request = await ready(show, 2)
    const fees = (...ticketFees: string[]) => ({
      ...request,
      ticketList: request.ticketList.map((line, index) => ({ ...line, ticketFee: ticketFees[index] })),
    })
    expect(await confirm(fees('5.00', '5.00'))).toBe('TICKET_FEE_ERROR')
    expect(await confirm(fees('0.00', '0.00'))).toBe('TICKET_FEE_ERROR')
    expect(await confirm(fees('0', '5'))).toBe('SUCCESS')
  })

  test('where the show names no fee it is the channel’s own', async () => {
    const show = theShow(await cloud.shows('7788'), priced.byChannel)
    expect(show).not.toHaveProperty('ticketfee')
    expect(await confirm(withTicket(await ready(show), { ticketPrice: '999', ticketFee: '9.9' }))).toBe(
      'SUCCESS',
    )
  })

  test.each([
    ['60.00', '12.00', 'SUCCESS'],
    ['60.00', '12.01', 'TICKET_FEE_ERROR'],
    ['200.00', '12.01', 'TICKET_FEE_ERROR'],
    ['59.99', '12.00', 'TICKET_FEE_ERROR'],
    ['30.00', '6.00', 'SUCCESS'],
    ['30.00', '6.01', 'TICKET_FEE_ERROR'],
  ])('in Shanghai a ticket of %s may bear a fee of %s: %s', async (ticketPrice, ticketFee, bizCode) => {
    const show = theShow(
      await cloud.shows('112'),
      found => priced.byChannel(found) && Number(found.lowestPrice) <= 30,
    )
    expect(await confirm(withTicket(await ready(show), { ticketPrice, ticketFee }))).toBe(bizCode)
  })
})
