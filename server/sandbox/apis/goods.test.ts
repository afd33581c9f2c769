import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bizCodeOf, dataOf } from '../test-client.ts'
import { evening, startTestCloud, type TestCloud } from '../test-cloud.ts'
import { GoodsOrder, type ListedGoods, Menu, menuAt, type Wish, wish } from '../test-goods.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }
const minute = 60_000
const cinemaLinkId = '681'
/** Not on the menu of 681: one taken off sale, one whose contents were cleared away. */
const [disabledId, emptyPackageId] = ['1799', '1798']

let cloud: TestCloud
let menu: ListedGoods[]
let popcorn: ListedGoods
let bundle: ListedGoods
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
  menu = await menuAt(cloud, cinemaLinkId)
  popcorn = theGoods(goods => !goods.isPackage)
  bundle = theGoods(goods => goods.isPackage)
})
afterAll(() => cloud.close())

function theGoods(fits: (goods: ListedGoods) => boolean): ListedGoods {
  const goods = menu.find(fits)
  if (!goods) throw new Error('no such goods on the menu')
  return goods
}

let orderCount = 0
const request = (...goodsList: Wish[]) => ({
  cinemaLinkId,
  thirdOrderId: `G${++orderCount}`,
  mobile: '13800138000',
  goodsList,
})
const confirm = (data: object, options = {}) => cloud.ask('order.confirmGoodsOrder', data, options)
const code = async (data: object, options = {}) => bizCodeOf(await confirm(data, options))
const order = async (...goodsList: Wish[]) => dataOf(await confirm(request(...goodsList)), GoodsOrder)
const info = (goodsOrderId: unknown, data = {}, options = {}) =>
  cloud.ask('order.getGoodsOrderInfo', { cinemaLinkId, goodsOrderId, ...data }, options)
const refund = (goodsOrderId: unknown, data = {}, options = {}) =>
  cloud.ask('order.refundGoodsOrder', { cinemaLinkId, goodsOrderId, ...data }, options)
const refundCode = async (...parameters: Parameters<typeof refund>) => bizCodeOf(await refund(...parameters))

describe('getGoods', () => {
  const inYuan = ({ settlePrice, salePrice }: ListedGoods) =>
    [Number(settlePrice), Number(salePrice)] as const

  test('lists a dozen things and packages with the table’s fields, and nothing that cannot be had', async () => {
    const answer = dataOf(await cloud.ask('goods.getGoods', { cinemaLinkId }), Menu)
    expect(answer).toMatchObject({ cinemaLinkId, maxBuyCount: 10 })
    expect(menu.length).toBeGreaterThanOrEqual(12)
    expect(new Set(menu.map(goods => goods.goodsId)).size).toBe(menu.length)
    expect(menu.filter(goods => goods.isPackage).length).toBeGreaterThan(1)
    expect(new Set(menu.map(goods => goods.isDiscount))).toEqual(new Set(['Y', 'N']))
    for (const goods of menu) {
      const [settle, sale] = inYuan(goods)
      expect(settle, goods.name).toBeGreaterThan(0)
      expect(settle, goods.name).toBeLessThanOrEqual(sale)
    }
    expect(menu.map(goods => goods.goodsId)).not.toEqual(expect.arrayContaining([disabledId]))
    expect(menu.map(goods => goods.goodsId)).not.toEqual(expect.arrayContaining([emptyPackageId]))
  })

  test.each([
    ['112', 'none of them has a settle price', [false]],
    ['92', 'some have one', [true, false]],
    ['206', 'all have one', [true]],
  ] as const)('cinema %s: %s', async (cinema, _, expected) => {
    const priced = (await menuAt(cloud, cinema)).map(goods => goods.settlePrice !== undefined)
    expect(new Set(priced)).toEqual(new Set(expected))
  })

  test.each([
    ['58', 'CHANNEL_NOT_ALLOW_BUY'],
    ['7788', 'CHANNEL_NOT_ALLOW_BUY'],
    ['114', 'CHANNEL_CINEMA_NOT_FOUND'],
    ['0', 'CINEMA_INVALID'],
    ['', 'NULL_ARGUMENT'],
  ])('cinema %s: %s', async (cinema, bizCode) => {
    expect(await cloud.code('goods.getGoods', { cinemaLinkId: cinema })).toBe(bizCode)
  })
})

describe('confirmGoodsOrder', () => {
  test('has the table’s fields, and adds up to the fen', async () => {
    const bought = await order(wish(popcorn, 3), wish(bundle, 2))
    expect(bought).toMatchObject({ orderStatus: 'goods_success', totalGoodsPrice: '110.00' })
    expect(bought.goodsOrderId).toMatch(/^261123FOYER681\d{7}$/)
    expect(bought.holdId).toMatch(/^681120261123\d{6}$/)
    const [first, second] = [
      { goodsId: popcorn.goodsId, name: popcorn.name, salePrice: '18.00', count: 3, isPackage: false },
      { goodsId: bundle.goodsId, name: bundle.name, salePrice: '28.00', count: 2, isPackage: true },
    ]
    expect(bought.goodsList).toEqual([first, second])
  })

  test('takes the example of 6.2.5 as it stands: numbers as strings, a flag as a string, no mobile', async () => {
    const goods = { goodsId: '1728', count: '1', isPackage: 'false', salePrice: '10' }
    expect(await code({ cinemaLinkId: '92', thirdOrderId: '95331243', goodsList: [goods] })).toBe('SUCCESS')
  })

  test('takes numbers as numbers too', async () => {
    const line = { ...wish(popcorn), goodsId: Number(popcorn.goodsId), count: 2 }
    const bought = dataOf(await confirm({ ...request(), goodsList: [line] }), GoodsOrder)
    expect(bought.goodsList).toMatchObject([{ goodsId: popcorn.goodsId, count: 2 }])
  })

  test('said again, its keys in another order, orders nothing and answers the same', async () => {
    const asked = request(wish(popcorn))
    const first = await confirm(asked)
    const turned = Object.fromEntries(Object.entries(asked).reverse())
    expect(await confirm(turned)).toEqual(first)
    const { goodsOrderId } = dataOf(first, GoodsOrder)
    expect(await refundCode(goodsOrderId)).toBe('SUCCESS')
    expect(dataOf(await confirm(asked), GoodsOrder)).toMatchObject({
      goodsOrderId,
      orderStatus: 'refund_success',
    })
  })

  test('said again with other parameters, or by the other confirm, is refused', async () => {
    const asked = request(wish(popcorn))
    expect(await code(asked)).toBe('SUCCESS')
    for (const changed of [
      { ...asked, mobile: '13900139000' },
      { ...asked, goodsList: [wish(popcorn, 2)] },
      { ...asked, goodsList: [wish(popcorn), wish(bundle)] },
      { ...asked, cinemaLinkId: '92' },
      { ...asked, appVersion: '2' },
    ])
      expect(await code(changed)).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
    const paid = [{ paymentMethod: 'Cash', payAmount: popcorn.settlePrice }]
    const split = { ...asked, goodsList: [{ ...wish(popcorn), paymentList: paid }] }
    expect(await cloud.code('order.confirmGoodsOrderForMultiPay', split)).toBe(
      'REQUEST_PARAM_INCONFORMITY_ERROR',
    )
    expect(await code(asked, asOther)).toBe('SUCCESS')
  })

  test('50 at once make one order', async () => {
    const asked = request(wish(popcorn))
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(asked)))
    expect(new Set(answers.map(answer => dataOf(answer, GoodsOrder).goodsOrderId)).size).toBe(1)
  })

  const bad: [string, (line: Wish) => object, string][] = [
    ['no goods', () => ({ goodsList: null }), 'GOODS_INFO_NOT_NULL'],
    ['an empty list', () => ({ goodsList: [] }), 'GOODS_INFO_NOT_NULL'],
    ['goods as a string', () => ({ goodsList: '[]' }), 'GOODS_INFO_ERROR'],
    ['a line that is a string', () => ({ goodsList: ['1728'] }), 'GOODS_INFO_ERROR'],
    ['no number of the goods', line => ({ goodsList: [{ ...line, goodsId: '' }] }), 'NULL_ARGUMENT'],
    [
      'the old name of the number',
      ({ goodsId, ...line }) => ({ goodsList: [{ ...line, id: goodsId }] }),
      'NULL_ARGUMENT',
    ],
    ['a list for the number', line => ({ goodsList: [{ ...line, goodsId: [] }] }), 'FORMAT_ERROR'],
    ['unknown goods', line => ({ goodsList: [{ ...line, goodsId: '1' }] }), 'GOODS_NOT_FOUND'],
    ['another cinema’s goods', line => ({ goodsList: [{ ...line, goodsId: '3101' }] }), 'GOODS_NOT_FOUND'],
    [
      'goods taken off sale',
      line => ({ goodsList: [{ ...line, goodsId: disabledId }] }),
      'GOODS_DISABLED_OR_END_SALE',
    ],
    [
      'an empty package',
      line => ({ goodsList: [{ ...line, goodsId: emptyPackageId, isPackage: true }] }),
      'GOODS_PACKAGE_EMPTY',
    ],
    ['no price', line => ({ goodsList: [{ ...line, salePrice: null }] }), 'GOODS_PRICE_ERROR'],
    ['no count', line => ({ goodsList: [{ ...line, count: '' }] }), 'GOODS_PRICE_ERROR'],
    ['a price as a number', line => ({ goodsList: [{ ...line, salePrice: 18 }] }), 'FORMAT_ERROR'],
    ['a negative price', line => ({ goodsList: [{ ...line, salePrice: '-18.00' }] }), 'FORMAT_ERROR'],
    ['a price of nothing', line => ({ goodsList: [{ ...line, salePrice: '0' }] }), 'GOODS_PRICE_LESS'],
    ['a fen less', line => ({ goodsList: [{ ...line, salePrice: '17.99' }] }), 'GOODS_PRICE_LESS'],
    ['a fen more', line => ({ goodsList: [{ ...line, salePrice: '18.01' }] }), 'GOODS_AMOUNT_ERROR'],
    ['none of it', line => ({ goodsList: [{ ...line, count: 0 }] }), 'GOODS_INFO_ERROR'],
    ['half of it', line => ({ goodsList: [{ ...line, count: 0.5 }] }), 'GOODS_INFO_ERROR'],
    ['less than none', line => ({ goodsList: [{ ...line, count: '-1' }] }), 'GOODS_INFO_ERROR'],
    ['a count in powers', line => ({ goodsList: [{ ...line, count: '1e1' }] }), 'GOODS_INFO_ERROR'],
    ['eleven of ten', line => ({ goodsList: [{ ...line, count: '11' }] }), 'GOODS_ORDER_FAILED'],
    ['eleven in two lines', line => ({ goodsList: [{ ...line, count: '10' }, line] }), 'GOODS_ORDER_FAILED'],
    ['no flag', line => ({ goodsList: [{ ...line, isPackage: null }] }), 'NULL_ARGUMENT'],
    ['a flag that is neither', line => ({ goodsList: [{ ...line, isPackage: 'no' }] }), 'FORMAT_ERROR'],
    ['a thing as a package', line => ({ goodsList: [{ ...line, isPackage: true }] }), 'GOODS_INFO_ERROR'],
    ['no number of the order', () => ({ thirdOrderId: null }), 'NULL_ARGUMENT'],
    ['a number of 65 characters', () => ({ thirdOrderId: 'x'.repeat(65) }), 'FORMAT_ERROR'],
    ['a mobile of ten digits', () => ({ mobile: '1380013800' }), 'FORMAT_ERROR'],
    [
      'a card’s discount',
      line => ({ goodsList: [{ ...line, isCardDiscount: true }] }),
      'PAYMENT_METHOD_ERROR',
    ],
    [
      'a member card without a card',
      () => ({ paymentList: [{ paymentMethod: 'MemberCard' }] }),
      'NULL_ARGUMENT',
    ],
    ['a cinema that sells none', () => ({ cinemaLinkId: '58' }), 'CHANNEL_NOT_ALLOW_BUY'],
    ['an unknown cinema', () => ({ cinemaLinkId: '0' }), 'CINEMA_INVALID'],
  ]
  test.each(bad)('%s', async (_, change, bizCode) => {
    const line = wish(popcorn)
    const asked = { ...request(line), ...change(line) }
    expect(await code(asked)).toBe(bizCode)
    // A refused request leaves nothing behind: its number is still free for the right one.
    if (typeof asked.thirdOrderId === 'string' && asked.thirdOrderId.length < 64)
      expect(await code({ ...request(line), thirdOrderId: asked.thirdOrderId })).toBe('SUCCESS')
  })

  test.each([
    ['24.99', 'GOODS_PRICE_LESS'],
    ['25', 'SUCCESS'],
    ['40.5', 'SUCCESS'],
  ])(
    'without a settle price %s yuan: %s, from the standard price of 25.00 up',
    async (salePrice, bizCode) => {
      const goods = { goodsId: '3101', count: 1, isPackage: false, salePrice }
      expect(await code({ ...request(), cinemaLinkId: '112', goodsList: [goods] })).toBe(bizCode)
    },
  )
})

describe('getGoodsOrderInfo', () => {
  test('tells what the confirm told', async () => {
    const bought = await order(wish(popcorn, 2))
    expect(dataOf(await info(bought.goodsOrderId), GoodsOrder)).toEqual(bought)
  })

  test('knows no order of others, of other kinds, or none', async () => {
    const { goodsOrderId } = await order(wish(popcorn))
    const infoCode = async (...parameters: Parameters<typeof info>) => bizCodeOf(await info(...parameters))
    expect(await infoCode('2015121983219819')).toBe('ORDER_NOT_FOUND')
    expect(await infoCode(goodsOrderId, { cinemaLinkId: '112' })).toBe('ORDER_NOT_FOUND')
    expect(await infoCode(goodsOrderId, {}, asOther)).toBe('ORDER_NOT_FOUND')
    expect(await infoCode(undefined)).toBe('NULL_ARGUMENT')
    expect(await cloud.code('order.getOrderInfo', { cinemaLinkId, orderId: goodsOrderId })).toBe(
      'ORDER_NOT_FOUND',
    )
  })
})

describe('refundGoodsOrder', () => {
  const status = async (goodsOrderId: string) => dataOf(await info(goodsOrderId), GoodsOrder).orderStatus

  test('has the table’s fields, takes the example’s orderType, and gives back once', async () => {
    const { goodsOrderId } = await order(wish(popcorn))
    expect((await refund(goodsOrderId, { orderType: 'GOODS' })).data).toEqual({
      bizCode: 'SUCCESS',
      bizMsg: '操作成功',
      data: { cinemaLinkId, goodsOrderId },
    })
    expect(await status(goodsOrderId)).toBe('refund_success')
    expect(await refundCode(goodsOrderId)).toBe('GOODS_REFUND_FAILED')
  })

  test('ends with the business day', async () => {
    const [today, late] = [await order(wish(popcorn)), await order(wish(popcorn))]
    cloud.clock.time = Date.parse('2026-11-24T05:59:59+08:00')
    expect(await refundCode(today.goodsOrderId)).toBe('SUCCESS')
    cloud.clock.time += 1000
    expect(await refundCode(late.goodsOrderId)).toBe('CANCEL_TIME_ERROR')
    cloud.clock.time = evening
    expect(await status(late.goodsOrderId)).toBe('goods_success')
  })

  test('knows no order of others, and none of another kind', async () => {
    const { goodsOrderId } = await order(wish(popcorn))
    expect(await refundCode('2015121983219819')).toBe('ORDER_NOT_FOUND')
    expect(await refundCode(goodsOrderId, { cinemaLinkId: '112' })).toBe('ORDER_NOT_FOUND')
    expect(await refundCode(goodsOrderId, {}, asOther)).toBe('ORDER_NOT_FOUND')
    expect(await refundCode(goodsOrderId, { orderType: 'TICKET' })).toBe('REFUND_ORDER_TYPE_NOT_MATCH')
    expect(await refundCode(null)).toBe('NULL_ARGUMENT')
    const asTickets = (api: string) => cloud.code(api, { cinemaLinkId, orderId: goodsOrderId })
    expect(await asTickets('order.refundOrder')).toBe('REFUND_ORDER_TYPE_NOT_MATCH')
    expect(await asTickets('order.refundMixOrder')).toBe('REFUND_ORDER_TYPE_NOT_MATCH')
    expect(await asTickets('order.reverseOrder')).toBe('REVERSE_ORDER_TYPE_UNMATCH')
    expect(await asTickets('order.reverseMixOrder')).toBe('REVERSE_ORDER_TYPE_UNMATCH')
  })

  test('waits with a cinema that is slow, as the confirm does', async () => {
    const slow = (api: string) => cloud.control('faults', { api, kind: 'slow-tickets', delayMs: 5 * minute })
    await slow('order.confirmGoodsOrder')
    const asked = request(wish(popcorn))
    const { goodsOrderId, orderStatus } = dataOf(await confirm(asked), GoodsOrder)
    expect(orderStatus).toBe('wait_goods')
    expect(await refundCode(goodsOrderId)).toBe('GOODS_REFUND_FAILED')
    cloud.clock.time = evening + 5 * minute
    expect(dataOf(await confirm(asked), GoodsOrder).orderStatus).toBe('goods_success')

    await slow('order.refundGoodsOrder')
    expect(await refundCode(goodsOrderId)).toBe('ORDER_PROCESSING')
    expect(await refundCode(goodsOrderId)).toBe('ORDER_PROCESSING')
    expect(await status(goodsOrderId)).toBe('refunding')
    cloud.clock.time = evening + 10 * minute
    expect(await status(goodsOrderId)).toBe('refund_success')
    cloud.clock.time = evening
  })
})
