import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bizCodeOf, dataOf } from '../test-client.ts'
import {
  Confirmed,
  evening,
  type ListedShow,
  priced,
  startTestCloud,
  type TestCloud,
  theShow,
} from '../test-cloud.ts'
import { ConfirmedGoods, mixRequest, OrderedGoods } from '../test-goods.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }
const minute = 60_000
const cinemaLinkId = '681'

let cloud: TestCloud
let show: ListedShow
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
  show = theShow(await cloud.shows(cinemaLinkId), priced.bySettle)
})
afterAll(() => cloud.close())

type Request = Awaited<ReturnType<typeof mixRequest>>
const ConfirmedMix = Confirmed.extend({ goodsOrder: ConfirmedGoods })
const confirm = (data: object, options = {}) => cloud.ask('order.confirmMixOrder', data, options)
const code = async (data: object, options = {}) => bizCodeOf(await confirm(data, options))
const acted = (api: string, orderId: unknown, data = {}, options = {}) =>
  cloud.code(api, { cinemaLinkId, orderId, ...data }, options)

async function buyMix() {
  const request = await mixRequest(cloud, show)
  return { request, ...dataOf(await confirm(request), ConfirmedMix) }
}
/** Exactly the fields of 5.7.4, those of the tickets aside. */
const Info = z.strictObject({
  orderId: z.string(),
  bookingId: z.string(),
  confirmationId: z.string(),
  showDateTime: z.string(),
  hallId: z.string(),
  filmCode: z.string(),
  shortName: z.string(),
  status: z.string(),
  tickets: z.array(z.looseObject({ refundStatus: z.string() })),
  goodsOrder: OrderedGoods.optional(),
})
const info = async (data: { orderId: string } | { lockOrderId: string }) =>
  dataOf(await cloud.ask('order.getOrderInfo', { cinemaLinkId, ...data }), Info)

/** A mixed order that the cinema takes `ms` for. */
async function slowMix(ms: number) {
  const request = await mixRequest(cloud, show)
  await cloud.control('faults', { api: 'order.confirmMixOrder', kind: 'slow-tickets', delayMs: ms })
  expect(await code(request)).toBe('ORDER_PROCESSING')
  return { request, ...(await info({ lockOrderId: request.lockOrderId })) }
}

describe('confirmMixOrder', () => {
  test('makes tickets and goods with the table’s fields; getOrderInfo tells the same goods', async () => {
    const { request, goodsOrder, tickets, orderId } = await buyMix()
    expect(tickets.map(ticket => ticket.seatId)).toEqual(request.ticketList.map(line => line.seatId))
    const lines = goodsOrder.goods.map(({ goodsId, salePrice, count }) => [goodsId, salePrice, String(count)])
    expect(lines).toEqual(request.goodsList.map(line => [line.goodsId, line.salePrice, line.count]))
    // Two of 18.00 and one of 23.00.
    expect(goodsOrder.totalGoodsPrice).toBe('59.00')
    const { totalGoodsPrice: _, ...told } = goodsOrder
    expect(await info({ orderId })).toMatchObject({ status: 'ticket_success', goodsOrder: told })
    expect(await cloud.unavailable(show)).toContain(tickets[0]?.seatId)
    // What a mixed order has put aside is no order of goods alone.
    const asGoods = { cinemaLinkId, goodsOrderId: orderId }
    expect(await cloud.code('order.getGoodsOrderInfo', asGoods)).toBe('ORDER_NOT_FOUND')
  })

  test('an order of tickets alone has no goods to tell', async () => {
    expect(await info({ orderId: (await cloud.buy(show)).orderId })).not.toHaveProperty('goodsOrder')
  })

  test('said again answers the same; with other goods, or by another confirm, it is refused', async () => {
    const request = await mixRequest(cloud, show)
    const first = await confirm(request)
    expect(await confirm(request)).toEqual(first)
    const [line] = request.goodsList
    for (const changed of [
      { goodsList: [line] },
      { goodsList: [...request.goodsList, line] },
      { mobile: '13900139000' },
    ])
      expect(await code({ ...request, ...changed })).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
    expect(await cloud.code('order.confirmOrder', request)).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
    const { goodsList: __, ...ticketsAlone } = request
    expect(await cloud.code('order.confirmOrder', ticketsAlone)).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
  })

  test('50 at once make one order and put its goods aside once', async () => {
    const request = await mixRequest(cloud, show)
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(request)))
    const orders = answers.map(answer => dataOf(answer, ConfirmedMix))
    expect(new Set(orders.map(order => `${order.orderId} ${order.goodsOrder.holdId}`)).size).toBe(1)
  })

  const withGoods = (request: Request, change: object) => ({
    goodsList: request.goodsList.map(line => ({ ...line, ...change })),
  })
  const withTicket = (request: Request, change: object) => ({
    ticketList: request.ticketList.map(line => ({ ...line, ...change })),
  })
  const bad: [string, (request: Request) => object, string][] = [
    ['no goods: they have a confirm of their own', () => ({ goodsList: undefined }), 'GOODS_INFO_NOT_NULL'],
    ['an empty list of goods', () => ({ goodsList: [] }), 'GOODS_INFO_NOT_NULL'],
    ['goods that are no object', () => ({ goodsList: [1728] }), 'GOODS_INFO_ERROR'],
    ['no tickets', () => ({ ticketList: [] }), 'SEAT_INFO_NOT_NULL'],
    ['unknown goods', request => withGoods(request, { goodsId: '1' }), 'GOODS_NOT_FOUND'],
    ['goods off sale', request => withGoods(request, { goodsId: '1799' }), 'GOODS_DISABLED_OR_END_SALE'],
    ['an empty package', request => withGoods(request, { goodsId: '1798' }), 'GOODS_PACKAGE_EMPTY'],
    ['too many goods', request => withGoods(request, { count: 11 }), 'GOODS_ORDER_FAILED'],
    ['goods without a price', request => withGoods(request, { salePrice: '' }), 'GOODS_PRICE_ERROR'],
    ['goods too cheap', request => withGoods(request, { salePrice: '1.00' }), 'GOODS_PRICE_LESS'],
    ['goods too dear', request => withGoods(request, { salePrice: '99.00' }), 'GOODS_AMOUNT_ERROR'],
    ['a thing as a package', request => withGoods(request, { isPackage: true }), 'GOODS_INFO_ERROR'],
    [
      'a ticket too cheap',
      request => withTicket(request, { ticketPrice: '1' }),
      'LOW_THAN_SETTLE_PRICE_ERROR',
    ],
    ['a ticket too dear', request => withTicket(request, { ticketPrice: '999' }), 'TICKET_PRICE_VALID_ERROR'],
    ['a ticket for nothing', request => withTicket(request, { ticketPrice: '0' }), 'TICKET_PRICE_ERROR'],
    ['another fee', request => withTicket(request, { ticketFee: '9.9' }), 'TICKET_FEE_ERROR'],
    ['another seat', request => withTicket(request, { seatId: '0000000000000001-1-01' }), 'SEAT_INFO_ERROR'],
    ['one seat of two', ({ ticketList }) => ({ ticketList: ticketList.slice(1) }), 'SEAT_COUNT_ERROR'],
    ['no mobile', () => ({ mobile: null }), 'NULL_ARGUMENT'],
    ['a payment without a card', () => ({ paymentList: [{ paymentMethod: 'MemberCard' }] }), 'NULL_ARGUMENT'],
    ['a card’s discount', request => withGoods(request, { isCardDiscount: true }), 'PAYMENT_METHOD_ERROR'],
    ['an unknown lock', () => ({ lockOrderId: '311' }), 'LOCK_SEAT_UNSUCCESS'],
    ['an unknown show', () => ({ scheduleId: '561' }), 'SCHEDULE_NOT_FOUND'],
    ['an old key', () => ({ scheduleKey: 'x' }), 'SCHEDULE_HAS_CHANGED'],
  ]
  test('says what is wrong, and leaves the lock for the right one', async () => {
    const request = await mixRequest(cloud, show)
    for (const [what, change, bizCode] of bad)
      expect(await code({ ...request, ...change(request) }), what).toBe(bizCode)
    expect(await code(request)).toBe('SUCCESS')
  })

  test('at a cinema that sells no goods', async () => {
    const goodsList = (await mixRequest(cloud, show)).goodsList
    const bare = theShow(await cloud.shows('58'), priced.bySettle)
    const seatIds = await cloud.freeSeats(bare, 1)
    const request = cloud.confirmRequest(bare, await cloud.lock(bare, seatIds), seatIds)
    expect(await code({ ...request, goodsList })).toBe('CHANNEL_NOT_ALLOW_BUY')
    expect(await cloud.code('order.confirmOrder', request)).toBe('SUCCESS')
  })
})

describe('refundMixOrder', () => {
  test('gives tickets and goods back, once', async () => {
    const { orderId, tickets } = await buyMix()
    expect((await cloud.ask('order.refundMixOrder', { cinemaLinkId, orderId })).data).toEqual({
      bizCode: 'SUCCESS',
      bizMsg: '操作成功',
      data: { cinemaLinkId, orderId },
    })
    const order = await info({ orderId })
    expect(order.status).toBe('refund_success')
    expect(order.tickets.map(ticket => ticket.refundStatus)).toEqual(['Y', 'Y'])
    expect(await cloud.unavailable(show)).not.toContain(tickets[0]?.seatId)
    expect(await acted('order.refundMixOrder', orderId)).toBe('TICKET_HAS_REFUND')
  })

  test('each refund is for its own kind of order', async () => {
    const [mix, tickets] = [await buyMix(), await cloud.buy(show)]
    expect(await acted('order.refundOrder', mix.orderId)).toBe('REFUND_ORDER_TYPE_NOT_MATCH')
    expect(await acted('order.refundMixOrder', tickets.orderId)).toBe('REFUND_ORDER_TYPE_NOT_MATCH')
    const asGoods = { cinemaLinkId, goodsOrderId: mix.orderId }
    expect(await cloud.code('order.refundGoodsOrder', asGoods)).toBe('REFUND_ORDER_TYPE_NOT_MATCH')
    expect((await info(mix)).status).toBe('ticket_success')
    expect((await info(tickets)).status).toBe('ticket_success')
  })

  test('keeps the rules of the tickets, and finds nobody else’s order', async () => {
    const [printed, late] = [await buyMix(), await buyMix()]
    await cloud.ask('ticket.printTicket', { cinemaLinkId, printId: printed.bookingId })
    expect(await acted('order.refundMixOrder', printed.orderId)).toBe('TICKET_HAS_PRINT')
    const waiting = await slowMix(minute)
    expect(await acted('order.refundMixOrder', waiting.orderId)).toBe('REFUND_TICKET_STATUS_INCORRECT')
    expect(await acted('order.refundMixOrder', late.orderId, {}, asOther)).toBe('ORDER_NOT_FOUND')
    expect(await acted('order.refundMixOrder', late.orderId, { cinemaLinkId: '92' })).toBe('ORDER_NOT_FOUND')
    expect(await acted('order.refundMixOrder', '')).toBe('NULL_ARGUMENT')
    cloud.clock.time = Date.parse(`${show.showDateTime.replace(' ', 'T')}+08:00`) - 60 * minute
    expect(await acted('order.refundMixOrder', late.orderId)).toBe('CANCEL_TIME_ERROR')
    cloud.clock.time = evening
  })

  test('counts with the other refunds of the show, and needs a cinema that has them', async () => {
    const shanghai = theShow(await cloud.shows('112'), priced.bySettle)
    const mixIn = async () => dataOf(await confirm(await mixRequest(cloud, shanghai)), ConfirmedMix).orderId
    const [first, third] = [await mixIn(), await mixIn()]
    const second = await cloud.buy(shanghai)
    const there = { cinemaLinkId: '112' }
    expect(await acted('order.refundMixOrder', first, there)).toBe('SUCCESS')
    expect(await acted('order.refundOrder', second.orderId, there)).toBe('SUCCESS')
    expect(await acted('order.refundMixOrder', third, there)).toBe('OVER_REFUND_UPPER_LIMIT')

    const beijing = theShow(await cloud.shows('92'), found => priced.bySettle(found) && found.hallId === '2')
    const { orderId } = dataOf(await confirm(await mixRequest(cloud, beijing)), ConfirmedMix)
    expect(await acted('order.refundMixOrder', orderId, { cinemaLinkId: '92' })).toBe(
      'REFUND_POLICY_NOT_FOUND',
    )
  })
})

describe('reverseMixOrder', () => {
  test('undoes a waiting order from twelve minutes on, as often as it is said', async () => {
    const { orderId, request } = await slowMix(60 * minute)
    expect(await acted('order.reverseMixOrder', orderId)).toBe('REVERSE_TICKET_NO_TIME_YET')
    cloud.clock.time = evening + 12 * minute
    expect(await acted('order.reverseOrder', orderId)).toBe('REVERSE_ORDER_TYPE_UNMATCH')
    const answer = { bizCode: 'SUCCESS', bizMsg: '操作成功', data: { cinemaLinkId, orderId } }
    expect((await cloud.ask('order.reverseMixOrder', { cinemaLinkId, orderId })).data).toEqual(answer)
    expect((await cloud.ask('order.reverseMixOrder', { cinemaLinkId, orderId })).data).toEqual(answer)
    expect((await info({ orderId })).status).toBe('reverse_success')
    expect(await cloud.unavailable(show)).not.toContain(request.ticketList[0]?.seatId)
    expect(await code(request)).toBe('ORDER_SEAT_ERROR')
    cloud.clock.time = evening
  })

  test('is for mixed orders, in time, before the film, and nobody else’s', async () => {
    const [tickets, quick, slow] = [await cloud.buy(show), await buyMix(), await slowMix(40 * 60 * minute)]
    expect(await acted('order.reverseMixOrder', tickets.orderId)).toBe('REVERSE_ORDER_TYPE_UNMATCH')
    expect(await acted('order.reverseMixOrder', quick.orderId)).toBe('REVERSE_TICKET_STATUS_INCORRECT')
    expect(await acted('order.reverseMixOrder', slow.orderId, {}, asOther)).toBe('ORDER_NOT_FOUND')
    expect(await acted('order.reverseMixOrder', '20160727XX778800000045')).toBe('ORDER_NOT_FOUND')
    expect(await acted('order.reverseMixOrder', undefined)).toBe('NULL_ARGUMENT')
    cloud.clock.time = Date.parse(`${show.showDateTime.replace(' ', 'T')}+08:00`)
    expect(await acted('order.reverseMixOrder', slow.orderId)).toBe('REVERSE_TICKET_FAILED')
    cloud.clock.time = evening
  })
})
