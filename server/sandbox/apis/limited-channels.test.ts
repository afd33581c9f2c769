import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { apiNames } from '../protocol/api-names.ts'
import { tradeNo } from '../test-cards.ts'
import { dataOf } from '../test-client.ts'
import { evening, priced, startTestCloud, type TestCloud, theShow, tomorrow } from '../test-cloud.ts'
import { limitedChannels } from '../world/channels.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

/** What a call has to bear to be made by that account. */
function as(channelCode: string) {
  const account = limitedChannels.find(channel => channel.channelCode === channelCode)
  if (!account) throw new Error(`no account ${channelCode}`)
  return { channel: account.channelCode, secret: account.secret }
}
const Cinemas = z.array(
  z.looseObject({ cinemaLinkId: z.string(), hallCount: z.int(), halls: z.array(z.unknown()) }),
)
const cinemasOf = async (channelCode: string) =>
  dataOf(await cloud.ask('cinema.getCinemas', {}, as(channelCode)), Cinemas)

test('every account has documented secrets of its own', () => {
  expect(limitedChannels.map(({ channelCode }) => channelCode)).toEqual([
    'FOYER-TICKETS',
    'FOYER-ONE',
    'FOYER-NEW',
  ])
  for (const { secret, cardKey } of limitedChannels) {
    expect(secret).toMatch(/^foyer-[a-z]+-secret-not-for-production$/)
    expect(cardKey).toMatch(/^foyer-[a-z]+-card-key-not-for-production$/)
  }
})

describe('an account that sells nothing but tickets', () => {
  const tickets = as('FOYER-TICKETS')

  test.each(apiNames.filter(api => api.includes('ard.')))('%s is not open to it', async name => {
    const api = name.slice('ykse.partner.'.length)
    expect(await cloud.code(api, { cinemaLinkId: '681' }, tickets)).toBe('retCode 20001')
    // Whose signature is wrong is not told what the account may do.
    expect(await cloud.code(api, {}, { ...tickets, secret: 'guess' })).toBe('retCode 30003')
  })

  test('sells them, and no goods, alone or with tickets', async () => {
    const show = theShow(await cloud.shows('681'), priced.bySettle)
    const seatIds = await cloud.freeSeats(show, 1)
    const lock = await cloud.ask('seat.lockSeats', cloud.lockRequest(show, seatIds), tickets)
    const { lockOrderId } = dataOf(lock, z.looseObject({ lockOrderId: z.string() }))
    const request = cloud.confirmRequest(show, lockOrderId, seatIds)
    const goodsList = [{ goodsId: '1728', count: 1, isPackage: false, salePrice: '18.00' }]
    const code = (api: string, data: object) => cloud.code(api, data, tickets)
    expect(await code('goods.getGoods', { cinemaLinkId: '681' })).toBe('CHANNEL_NOT_ALLOW_BUY')
    expect(await code('order.confirmMixOrder', { ...request, goodsList })).toBe('CHANNEL_NOT_ALLOW_BUY')
    const goods = { cinemaLinkId: '681', thirdOrderId: 'G1', mobile: '13800138000', goodsList }
    expect(await code('order.confirmGoodsOrder', goods)).toBe('CHANNEL_NOT_ALLOW_BUY')
    expect(await code('order.confirmOrder', request)).toBe('SUCCESS')
  })
})

describe('an account of one cinema', () => {
  const one = as('FOYER-ONE')

  test('sees that one', async () => {
    expect((await cinemasOf('FOYER-ONE')).map(({ cinemaLinkId }) => cinemaLinkId)).toEqual(['681'])
    expect(await cloud.code('goods.getGoods', { cinemaLinkId: '681' }, one)).toBe('SUCCESS')
  })

  test.each([
    ['112', 'CHANNEL_CINEMA_NOT_FOUND'],
    ['114', 'CHANNEL_CINEMA_NOT_FOUND'],
    ['999', 'CINEMA_INVALID'],
  ])('is refused at %s, whatever it asks about: %s', async (cinemaLinkId, bizCode) => {
    for (const api of apiNames.filter(name => !/getCinemas|benefitCard|getCardOrderDetail/.test(name))) {
      const data = { cinemaLinkId, outTradeNo: tradeNo() }
      expect(await cloud.code(api.slice('ykse.partner.'.length), data, one)).toBe(bizCode)
    }
  })
})

describe('an account to which the cinemas have opened little yet', () => {
  const fresh = as('FOYER-NEW')
  const code = (api: string, data: object) => cloud.code(api, data, fresh)
  const listed = async (cinemaLinkId: string, endDate: string) => {
    const days = { cinemaLinkId, startDate: '2026-11-23', endDate }
    const Days = z.array(z.looseObject({ hallId: z.string(), showDateTime: z.string() }))
    return dataOf(await cloud.ask('schedule.getSchedules', days, fresh), Days)
  }

  test('sees two halls of one cinema, and their shows alone', async () => {
    const cinema = (await cinemasOf('FOYER-NEW')).find(({ cinemaLinkId }) => cinemaLinkId === '681')
    expect(cinema).toMatchObject({ hallCount: 2, halls: [{ hallId: '2' }, { hallId: '3' }] })
    expect(new Set((await listed('681', tomorrow)).map(({ hallId }) => hallId))).toEqual(new Set(['2', '3']))
    expect(await code('seat.getSeats', { cinemaLinkId: '681', hallId: '2' })).toBe('SUCCESS')
    expect(await code('seat.getSeats', { cinemaLinkId: '681', hallId: '5' })).toBe('DATA_NOT_EXIST')
  })

  test('is refused the shows of the other halls: they know nothing of it', async () => {
    const show = theShow(await cloud.shows('681'), found => found.hallId === '5')
    const sectionId = '0000000000000001'
    const seatIdList = await cloud.freeSeats(show, 1)
    const card = { cardNumber: '68116100001', sectionId }
    for (const [api, data] of [
      ['seat.getScheduleSoldSeats', { sectionId }],
      ['seat.getScheduleAreaSeats', {}],
      ['seat.lockSeats', { outLockId: 'N1', seatIdList }],
      ['card.getCardDiscountTickets', card],
      ['card.queryPrice', card],
    ] as const)
      expect(await code(api, { ...cloud.key(show), ...data })).toBe('CINEMA_CHANNEL_NOT_FOUND')
  })

  test('finds a cinema without halls where none is open to it', async () => {
    const cinema = (await cinemasOf('FOYER-NEW')).find(({ cinemaLinkId }) => cinemaLinkId === '58')
    expect(cinema).toMatchObject({ hallCount: 0, halls: [] })
    expect(await code('seat.getSeats', { cinemaLinkId: '58', hallId: '1' })).toBe('HALL_RETURN_NULL')
    expect(await listed('58', tomorrow)).toEqual([])
  })

  test('sells three days ahead, and is listed no more; what the cinema does not sell yet is another matter', async () => {
    const lastDay = (await listed('681', '2026-11-29')).at(-1)?.showDateTime ?? ''
    expect(lastDay > '2026-11-25 12:00:00' && lastDay < '2026-11-26 06:00:00').toBe(true)
    const fourth = theShow(await cloud.shows('681', '2026-11-26'), ({ hallId }) => hallId === '2')
    const request = cloud.lockRequest(fourth, await cloud.freeSeats(fourth, 1))
    expect(await code('seat.lockSeats', request)).toBe('OVER_BOOKING_DAY')
    expect(await cloud.code('seat.lockSeats', request)).toBe('SUCCESS')
    cloud.clock.time = evening + 86_400_000
    const next = cloud.lockRequest(fourth, await cloud.freeSeats(fourth, 1))
    expect(await code('seat.lockSeats', next)).toBe('SUCCESS')
    cloud.clock.time = evening

    const [sixth] = await cloud.shows('58', '2026-11-28')
    if (!sixth) throw new Error('the programme is too short')
    const early = cloud.lockRequest(sixth, await cloud.freeSeats(sixth, 1))
    expect(await cloud.code('seat.lockSeats', early)).toBe('SCHEDULE_OUT_DATE_ERROR')
  })

  test('has not been granted the reversals by one cinema', async () => {
    for (const api of ['order.reverseOrder', 'order.reverseMixOrder']) {
      expect(await code(api, { cinemaLinkId: '112', orderId: '1' })).toBe('API_PERMISSION_ERROR')
      expect(await code(api, { cinemaLinkId: '92', orderId: '1' })).toBe('ORDER_NOT_FOUND')
    }
    expect(await code('order.refundOrder', { cinemaLinkId: '112', orderId: '1' })).toBe('ORDER_NOT_FOUND')
  })
})
