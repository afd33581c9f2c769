import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encipher, tradeNo } from '../test-cards.ts'
import { dataOf } from '../test-client.ts'
import { evening, priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'
import { mixRequest } from '../test-goods.ts'

const minute = 60_000
const cinemaLinkId = '681'
const goods = () => ({
  cinemaLinkId,
  thirdOrderId: tradeNo(),
  mobile: '13800138000',
  goodsList: [{ goodsId: '1728', count: 1, isPackage: false, salePrice: '18.00' }],
})
const card = () => ({ cinemaLinkId, cardNumber: '68116100001', outTradeNo: tradeNo() })
const Numbers = z.looseObject({ orderId: z.string().optional(), goodsOrderId: z.string().optional() })

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const show = async () => theShow(await cloud.shows(cinemaLinkId), priced.bySettle)
const numbersOf = async (api: string, request: object) => dataOf(await cloud.ask(api, request), Numbers)

/** Where an order says what became of it. */
interface Watched {
  request: object
  api: string
  data: object
  field: 'status' | 'orderStatus'
}
const ofTickets = (request: object, data: object): Watched => ({
  request,
  api: 'order.getOrderInfo',
  data: { cinemaLinkId, ...data },
  field: 'status',
})

/** What the fault befalls, what is answered then, and what the order says while it waits, and afterwards. */
const befallen: [
  api: string,
  make: () => Promise<Watched>,
  code: string,
  waiting: string,
  slow: string,
  failed: string,
][] = [
  [
    'order.confirmOrder',
    async () => {
      const found = await show()
      const seatIds = await cloud.freeSeats(found, 1)
      const lockOrderId = await cloud.lock(found, seatIds)
      return ofTickets(cloud.confirmRequest(found, lockOrderId, seatIds), { lockOrderId })
    },
    'ORDER_PROCESSING',
    'wait_ticket',
    'ticket_success',
    'ticket_failed',
  ],
  [
    'order.confirmMixOrder',
    async () => {
      const request = await mixRequest(cloud, await show())
      return ofTickets(request, { lockOrderId: request.lockOrderId })
    },
    'ORDER_PROCESSING',
    'wait_ticket',
    'ticket_success',
    'ticket_failed',
  ],
  [
    'order.refundOrder',
    async () => {
      const { orderId } = await cloud.buy(await show())
      return ofTickets({ cinemaLinkId, orderId }, { orderId })
    },
    'ORDER_PROCESSING',
    'refunding',
    'refund_success',
    'refund_failed',
  ],
  [
    'order.refundMixOrder',
    async () => {
      const { orderId } = await numbersOf('order.confirmMixOrder', await mixRequest(cloud, await show()))
      return ofTickets({ cinemaLinkId, orderId }, { orderId })
    },
    'ORDER_PROCESSING',
    'refunding',
    'refund_success',
    'refund_failed',
  ],
  [
    'order.refundGoodsOrder',
    async () => {
      const { goodsOrderId } = await numbersOf('order.confirmGoodsOrder', goods())
      const request = { cinemaLinkId, goodsOrderId }
      return { request, api: 'order.getGoodsOrderInfo', data: request, field: 'orderStatus' }
    },
    'ORDER_PROCESSING',
    'refunding',
    'refund_success',
    'refund_failed',
  ],
  ...(
    [
      ['card.recharge', () => ({ ...card(), rechargeAmount: '100.00' })],
      ['card.updatePoints', () => ({ ...card(), points: '10.00' })],
      [
        'card.registerCard',
        () => ({
          cinemaLinkId: '58',
          outTradeNo: tradeNo(),
          gradeId: '2829',
          cardPassword: encipher('123456'),
          cardCostFee: '100.00',
          memberFee: '100.00',
          firstRechargeAmount: '0.00',
          mobile: '15618171111',
        }),
      ],
    ] as const
  ).map(([api, order]): (typeof befallen)[number] => [
    api,
    async () => {
      const request = order()
      const data = { outTradeNo: request.outTradeNo }
      return { request, api: 'card.getCardOrderDetail', data, field: 'orderStatus' }
    },
    'CINEMA_CONNECTION_ERROR',
    'wait',
    'success',
    'fail',
  ]),
]

describe.each(befallen)('%s at a cinema', (api, make, code, waiting, slow, failed) => {
  test.each([
    ['slow-tickets', slow],
    ['fail-tickets', failed],
  ])('with the fault %s waits, and then is %s', async (kind, end) => {
    const { request, api: watch, data, field } = await make()
    const status = async () => {
      const Status = z.looseObject({ status: z.string().optional(), orderStatus: z.string().optional() })
      return dataOf(await cloud.ask(watch, data), Status)[field]
    }
    await cloud.control('faults', { kind, api, delayMs: 2 * minute })
    expect(await cloud.code(api, request)).toBe(code)
    cloud.clock.time = evening + 2 * minute - 1
    expect(await status()).toBe(waiting)
    cloud.clock.time = evening + 2 * minute
    expect(await status()).toBe(end)
    cloud.clock.time = evening
  })
})

test('goods that a cinema fails are refused from then on, with the order', async () => {
  const request = goods()
  await cloud.control('faults', { kind: 'fail-tickets', api: 'order.confirmGoodsOrder', delayMs: minute })
  expect((await cloud.ask('order.confirmGoodsOrder', request)).data).toMatchObject({
    bizCode: 'SUCCESS',
    data: { orderStatus: 'wait_goods' },
  })
  cloud.clock.time = evening + minute
  expect((await cloud.ask('order.confirmGoodsOrder', request)).data).toMatchObject({
    bizCode: 'GOODS_ORDER_FAILED',
    data: { orderStatus: 'goods_failed' },
  })
  cloud.clock.time = evening
})
