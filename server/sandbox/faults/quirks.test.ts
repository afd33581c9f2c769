import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Quirk, quirks } from '#contract/sandbox-faults.ts'
import { apis } from '../../moviecloud/apis.ts'
import { createMovieCloudClient, type MovieCloudClient } from '../../moviecloud/client.ts'
import { signedParameters } from '../test-client.ts'
import { priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'
import { menuAt, wish } from '../test-goods.ts'

let cloud: TestCloud
let client: MovieCloudClient
let asked: Record<string, object>
beforeAll(async () => {
  cloud = await startTestCloud()
  const { channel, secret, url } = cloud.sandbox
  client = createMovieCloudClient({ url: `${url}/route`, channel, secret, clock: cloud.clock })
  const show = theShow(await cloud.shows('681'), priced.bySettle)
  const areaShow = theShow(await cloud.shows('681'), priced.byAreas)
  const card = { cardNumber: '68116100001', sectionId: '0000000000000001', ...cloud.key(show) }
  const [popcorn] = await menuAt(cloud, '681')
  if (!popcorn) throw new Error('an empty menu')
  const order = await cloud.buy(show)
  asked = {
    'cinema.getCinemas': {},
    'schedule.getSchedules': { cinemaLinkId: '681', priceQueryType: 'benefit' },
    'seat.getSeats': { cinemaLinkId: '681', hallId: '3' },
    'seat.getScheduleAreaSeats': cloud.key(areaShow),
    'goods.getGoods': { cinemaLinkId: '681' },
    'order.confirmGoodsOrder': {
      cinemaLinkId: '681',
      thirdOrderId: 'QUIRK',
      mobile: '13800138000',
      goodsList: [wish(popcorn, 2)],
    },
    'order.getOrderInfo': { cinemaLinkId: '681', orderId: order.orderId },
    'order.getTicketInfo': { cinemaLinkId: '681', confirmationId: order.confirmationId },
    'card.getCardDetail': { cinemaLinkId: '681', cardNumber: '68116100001' },
    'card.getCardDiscountTickets': card,
    'card.queryPrice': card,
  }
})
afterAll(async () => {
  await client.close()
  await cloud.close()
})

async function outcomeOf(name: string) {
  const api = apis.find(candidate => candidate.name === `ykse.partner.${name}`)
  if (!api) throw new Error(name)
  return client.call(api, asked[name])
}

describe.each(quirks)('with %s', quirk => {
  test('a tolerant client reads the same as without', async () => {
    for (const name of Object.keys(asked)) {
      const plain = await outcomeOf(name)
      expect(plain.kind, JSON.stringify(plain)).toBe('done')
      await cloud.control('faults', { kind: 'quirk', quirk, api: name })
      expect(await outcomeOf(name), name).toEqual(plain)
    }
  })
})

const raw = async (name: string, quirk: Quirk): Promise<unknown> => {
  await cloud.control('faults', { kind: 'quirk', quirk, api: name })
  const options = { timestamp: cloud.clock.now() }
  const parameters = signedParameters(cloud.sandbox, name, asked[name], options)
  return (await fetch(`${cloud.sandbox.url}/route?${parameters}`)).json()
}
const inner = z.object({ data: z.object({ data: z.unknown().optional(), dataList: z.unknown().optional() }) })

describe('a quirk really is in the answer', () => {
  test('data as a string of JSON', async () => {
    const { data } = z.object({ data: z.string() }).parse(await raw('goods.getGoods', 'data-as-string'))
    expect(JSON.parse(data)).toMatchObject({ bizCode: 'SUCCESS' })
  })

  test('no envelope', async () => {
    expect(await raw('seat.getScheduleAreaSeats', 'no-envelope')).toMatchObject({ bizCode: 'SUCCESS' })
  })

  test('the examples’ names', async () => {
    const goods = JSON.stringify(await raw('goods.getGoods', 'spellings'))
    expect(goods).toContain('"standardPrice"')
    expect(goods).toContain('"settleprice"')
    expect(JSON.stringify(await raw('schedule.getSchedules', 'spellings'))).toContain('"ticketFee"')
    expect(JSON.stringify(await raw('order.confirmGoodsOrder', 'spellings'))).toContain('"goods success"')
  })

  test('an array of one', async () => {
    const { data } = inner.parse(await raw('card.queryPrice', 'array-of-one'))
    expect(data.data).toEqual([expect.objectContaining({ maxDiscountTickets: expect.anything() })])
  })

  test('numbers and booleans as strings', async () => {
    const goods = JSON.stringify(await raw('goods.getGoods', 'loose-types'))
    expect(goods).toMatch(/"isPackage":"(true|false)"/)
    expect(goods).toMatch(/"maxBuyCount":"\d+"/)
  })

  test('money without its zeros', async () => {
    const goods = JSON.stringify(await raw('goods.getGoods', 'short-money'))
    expect(goods).toMatch(/"salePrice":"\d+"/)
    expect(goods).not.toMatch(/"\d+\.\d0"/)
  })

  test('blanks in place of what is absent', async () => {
    const { data } = inner.parse(await raw('schedule.getSchedules', 'blanks'))
    const shows = z.array(z.record(z.string(), z.unknown())).parse(data.dataList)
    expect(shows.some(show => show['areaSettlePrices'] === null)).toBe(true)
    expect(shows.some(show => show['settlePrice'] === null)).toBe(true)
  })
})
