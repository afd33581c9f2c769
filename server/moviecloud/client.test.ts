import { afterEach, describe, expect, test } from 'vitest'
import { queryPrice } from './apis/card.query-price.ts'
import { getCinemas } from './apis/cinema.get-cinemas.ts'
import { getGoods } from './apis/goods.get-goods.ts'
import { confirmOrder } from './apis/order.confirm-order.ts'
import { getGoodsOrderInfo } from './apis/order.get-goods-order-info.ts'
import { getScheduleAreaSeats } from './apis/seat.get-schedule-area-seats.ts'
import { getSeats } from './apis/seat.get-seats.ts'
import { type ClientOptions, createMovieCloudClient } from './client.ts'
import type { Declaration } from './declare.ts'
import {
  always,
  answeringServer,
  envelope,
  type Respond,
  testSecret,
} from './test-support/answering-server.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function cloudThat(respond: Respond, options: Partial<ClientOptions> = {}, secret = testSecret) {
  const server = await answeringServer(respond, secret)
  const client = createMovieCloudClient({
    url: server.url,
    channel: 'YKSE',
    secret: testSecret,
    clock: { now: () => 1_700_000_000_000 },
    ...options,
  })
  closing.push(
    () => client.close(),
    () => server.close(),
  )
  return { server, client }
}

/** The API with another patience, so that no test waits for the real one. */
const impatient = <D extends Declaration>(api: D, timeoutMs: number): D => ({ ...api, timeoutMs })
const hall = { cinemaLinkId: '681', hallId: '14' }

describe('answers that settle nothing are unknown', () => {
  const cases: [name: string, respond: Respond, reason: RegExp][] = [
    ['an answer that never comes', () => undefined, /timeout/],
    [
      'a connection reset in the middle of the answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"retCode":')
        setImmediate(() => response.destroy())
      },
      /./,
    ],
    [
      'a gateway’s HTML',
      (_, response) => response.writeHead(502).end('<html>Bad Gateway</html>'),
      /HTTP 502/,
    ],
    ['truncated JSON', (_, response) => response.end('{"retCode":"0","da'), /not JSON/],
    ['nothing at all', (_, response) => response.end(), /not JSON/],
    ['JSON without a code', always({ hello: 1 }), /bizCode/],
    [
      'a redirect, which is not followed',
      (_, r) => r.writeHead(302, { location: '/route' }).end(),
      /HTTP 302/,
    ],
    ['a code of tomorrow', always({ retCode: '0', data: { bizCode: 'NEW_CODE' } }), /NEW_CODE/],
    ['a busy system', always({ retCode: '10001', retMsg: 'system busy' }), /10001/],
    [
      'a result without its plan’s seats',
      always(envelope({ data: { seatPlanList: 'none' } })),
      /seatPlanList/,
    ],
    [
      'an answer without end',
      (_, response) => {
        response.write('[')
        for (let i = 0; i < 40; i++) response.write(Buffer.alloc(1024 * 1024, 32))
        response.end(']')
      },
      /too long/,
    ],
  ]
  test.each(cases)('%s', async (_, respond, reason) => {
    const { client, server } = await cloudThat(respond)
    const outcome = await client.call(impatient(getSeats, 1_500), hall)
    expect(outcome).toMatchObject({ kind: 'unknown', reason: expect.stringMatching(reason) })
    expect(server.received).toHaveLength(1)
    expect(JSON.stringify(outcome)).not.toMatch(/sign=|12345|681/)
  })
})

test('a cloud that is not there never got the request', async () => {
  const { client, server } = await cloudThat(always({}))
  await server.close()
  expect(await client.call(getSeats, hall)).toEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' })
})

test('a refusal keeps its code and meaning', async () => {
  const { client } = await cloudThat(
    always({ retCode: '0', data: { bizCode: 'CINEMA_INVALID', bizMsg: '影院不可用' } }),
  )
  expect(await client.call(getSeats, hall)).toEqual({
    kind: 'refused',
    code: 'CINEMA_INVALID',
    meaning: '影院不可用',
  })
})

test('parameters that break the declaration are not sent', async () => {
  const { client, server } = await cloudThat(always({}))
  expect(() => client.call(getSeats, { cinemaLinkId: '', hallId: '1' })).toThrow(/must not be empty/)
  expect(server.received).toHaveLength(0)
})

test('the page is sent and signed', async () => {
  const { client, server } = await cloudThat(always(envelope({ dataList: [] })))
  await client.call(getCinemas, {}, { pageNo: 2, pageSize: 50 })
  expect(server.received[0]).toMatchObject({ signed: true, parameters: { pageNo: '2', pageSize: '50' } })
})

test('a frozen call is sent byte for byte', async () => {
  const { client, server } = await cloudThat(always({ retCode: '40002' }))
  const frozen = '{ "mobile":"13800138000", "cinemaLinkId" :"681","名":"&=+%"}'
  await client.callFrozen(confirmOrder, frozen)
  await client.callFrozen(confirmOrder, frozen)
  expect(server.received.map(call => [call.signed, call.parameters['data']])).toEqual([
    [true, frozen],
    [true, frozen],
  ])
})

test('a clock that is off is put right by the answer’s date, with one more call', async () => {
  const { client, server } = await cloudThat(({ parameters }, response) => {
    response.setHeader('date', new Date(1_800_000_000_000).toUTCString())
    const fresh = Math.abs(Number(parameters['timestamp']) - 1_800_000_000_000) < 60_000
    response.end(
      JSON.stringify(fresh ? envelope({ dataList: [] }) : { retCode: '30004', retMsg: 'time expired' }),
    )
  })
  expect(await client.call(getCinemas, {})).toEqual({ kind: 'done', value: [] })
  expect(server.received).toHaveLength(2)
  await client.call(getCinemas, {})
  expect(server.received).toHaveLength(3)
})

test('a clock that stays wrong is refused, not called for ever', async () => {
  const { client, server } = await cloudThat(always({ retCode: '30004', retMsg: 'time expired' }))
  expect(await client.call(getCinemas, {})).toMatchObject({ kind: 'refused', code: '30004' })
  expect(server.received).toHaveLength(2)
})

describe('rotation of the secret', () => {
  const strict: Respond = ({ signed }, response) =>
    response.end(
      JSON.stringify(signed ? envelope({ dataList: [] }) : { retCode: '30003', retMsg: 'invalid sign' }),
    )

  test('the cloud still has the previous one: used, and remembered', async () => {
    const { client, server } = await cloudThat(strict, { previousSecret: 'old-secret' }, 'old-secret')
    expect(await client.call(getCinemas, {})).toEqual({ kind: 'done', value: [] })
    expect(await client.call(getCinemas, {})).toEqual({ kind: 'done', value: [] })
    expect(server.received.map(call => call.signed)).toEqual([false, true, true])
  })

  test('neither is right: refused after two calls', async () => {
    const { client, server } = await cloudThat(strict, { previousSecret: 'old-secret' }, 'a third one')
    expect(await client.call(getCinemas, {})).toMatchObject({ kind: 'refused', code: '30003' })
    expect(server.received).toHaveLength(2)
  })
})

describe('where the document disagrees with itself, both forms are read', () => {
  const seat = { seatId: 's', rowId: 'A', columnId: '01', x: 1, y: 2, type: 'N', damage: false }
  const plan = (value: object) => ({ seatPlanList: [{ sections: [{ sectionId: '1', seats: [value] }] }] })
  const plans = (value: object) => ({
    seatPlanList: [{ sections: [{ sectionId: '1', seats: [value] }] }],
  })

  const cases: [name: string, api: Declaration, answer: unknown, params: object, result: unknown][] = [
    [
      'data as a JSON string',
      getCinemas,
      {
        retCode: '0',
        data: JSON.stringify({ bizCode: 'SUCCESS', dataList: [{ cinemaLinkId: 58, name: 'A' }] }),
      },
      {},
      [{ cinemaLinkId: '58', name: 'A', halls: [] }],
    ],
    [
      'no outer envelope',
      getScheduleAreaSeats,
      { bizCode: 'SUCCESS', data: { scheduleId: '1', sectionAreas: [] } },
      { cinemaLinkId: '1', scheduleId: '1', scheduleKey: 'k' },
      { scheduleId: '1', sectionAreas: [] },
    ],
    [
      'an array of one where the table has an object',
      queryPrice,
      envelope({ data: [{ maxDiscountTickets: '6', tickets: [{ price: '100.0', isCardDiscount: 'Y' }] }] }),
      { cinemaLinkId: '1', cardNumber: '2', sectionId: '3', scheduleId: '4', scheduleKey: 'k' },
      { maxDiscountTickets: 6, tickets: [{ priceFen: 10000, isCardDiscount: true }] },
    ],
    [
      'the table’s and the example’s names of goods prices',
      getGoods,
      envelope({
        data: {
          goodsList: [
            { goodsId: 1, salePrice: '15', settlePrice: '10.5' },
            { goodsId: '2', standardPrice: 9.9, settleprice: '0.1', isPackage: 'false' },
          ],
        },
      }),
      { cinemaLinkId: '1' },
      {
        goodsList: [
          { goodsId: '1', salePriceFen: 1500, settlePriceFen: 1050 },
          { goodsId: '2', salePriceFen: 990, settlePriceFen: 10, isPackage: false },
        ],
      },
    ],
    [
      'goods success with a space',
      getGoodsOrderInfo,
      envelope({ data: { goodsOrderId: 1, orderStatus: 'goods success', totalGoodsFee: '0' } }),
      { cinemaLinkId: '1', goodsOrderId: '1' },
      { goodsOrderId: '1', orderStatus: 'goods_success', totalGoodsFeeFen: 0, goodsList: [] },
    ],
    [
      'coordinates as strings, flags as letters',
      getSeats,
      envelope({
        data: plan({ seatId: 's', rowId: 'A', columnId: '01', x: '1', y: '2', type: 'N', damage: 'N' }),
      }),
      hall,
      plans(seat),
    ],
    [
      'absent as null, empty or missing; a type of tomorrow',
      getSeats,
      envelope({ data: { hallId: null, ...plan({ ...seat, type: 'Q', damage: null, y: 2.0, name: '' }) } }),
      hall,
      plans({ ...seat, type: 'Q' }),
    ],
  ]
  test.each(cases)('%s', async (_, api, answer, params, result) => {
    const { client } = await cloudThat(always(answer))
    expect(await client.call(api, params)).toEqual({ kind: 'done', value: result })
  })
})
