import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { tradeNo } from '../test-cards.ts'
import { bizCodeOf, dataOf } from '../test-client.ts'
import { startTestCloud, type TestCloud } from '../test-cloud.ts'
import { asOther, balanceOf, detailOf, other } from '../test-member-cards.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
})
afterAll(() => cloud.close())

describe('recharge', () => {
  const recharge = (cardNumber: string, rechargeAmount: string, change: object = {}) =>
    cloud.ask('card.recharge', {
      cinemaLinkId: '681',
      cardNumber,
      outTradeNo: tradeNo(),
      rechargeAmount,
      ...change,
    })
  const code = async (...of: Parameters<typeof recharge>) => bizCodeOf(await recharge(...of))
  const Recharged = z.strictObject({
    outTradeNo: z.string(),
    cardOrderId: z.string(),
    balance: z.string(),
    availableTimes: z.string().optional(),
  })

  test('adds money, and takes it again for a reason', async () => {
    const before = dataOf(await recharge('68116100001', '100.00'), Recharged)
    expect(before).toMatchObject({ balance: '600.00' })
    expect(before).not.toHaveProperty('availableTimes')
    expect(await code('68116100001', '-600.00')).toBe('NULL_ARGUMENT')
    expect(dataOf(await recharge('68116100001', '-600.00', { description: '充错' }), Recharged).balance).toBe(
      '0.00',
    )
    expect(await code('68116100001', '-0.01', { description: '充错' })).toBe('ILLEGAL_ARGUMENT')
    expect((await balanceOf(cloud, '68116100001')).balance).toBe('0.00')
  })

  test('said again adds nothing and answers the old balance', async () => {
    const outTradeNo = tradeNo()
    const first = await recharge('68116100002', '100.00', { outTradeNo })
    await recharge('68116100002', '200.00')
    expect(await recharge('68116100002', '100.00', { outTradeNo })).toEqual(first)
    expect(await code('68116100002', '101.00', { outTradeNo })).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
    expect((await balanceOf(cloud, '68116100002')).balance).toBe('335.50')
    // Another partner's numbers are its own.
    const theirs = await cloud.ask(
      'card.recharge',
      { cinemaLinkId: '681', cardNumber: '68116100002', outTradeNo, rechargeAmount: '100.00' },
      asOther,
    )
    expect(dataOf(theirs, Recharged).balance).toBe('435.50')
  })

  test('fills a card by times in multiples of the least amount', async () => {
    expect(dataOf(await recharge('68116100003', '600.00'), Recharged)).toMatchObject({
      balance: '0.00',
      availableTimes: '30',
    })
    expect(await code('68116100003', '299.00')).toBe('TIME_CARD_CHARGE_ERROR')
    expect(await code('68116100003', '450.00')).toBe('TIME_CARD_CHARGE_ERROR')
    expect(await balanceOf(cloud, '68116100003')).toMatchObject({ availableTimes: 30 })
    expect(await balanceOf(cloud, '68116100003')).not.toHaveProperty('balance')
  })

  test.each([
    ['68116100005', '100.00', 'CARD_TYPE_NOADD_ERROR'],
    ['68116100006', '100.00', 'CARD_TYPE_NOADD_ERROR'],
    ['68116100008', '100.00', 'CARD_NOT_USE_ERROR'],
    ['68116100009', '100.00', 'CARD_NOT_USE_ERROR'],
    ['68116100012', '100.00', 'CARD_NOT_USE_ERROR'],
    ['68116100011', '1000.00', 'CARD_NOT_USE_ERROR'],
    ['68116100010', '499.99', 'CARD_NOT_USE_ERROR'],
    ['68116199999', '100.00', 'CARD_NOT_EXIST_ERROR'],
    ['68116100001', '99.99', 'ILLEGAL_ARGUMENT'],
    ['68116100001', '0.00', 'ILLEGAL_ARGUMENT'],
    ['68116100001', '-0', 'ILLEGAL_ARGUMENT'],
    ['68116100001', '100.001', 'FORMAT_ERROR'],
    ['68116100001', '+100.00', 'FORMAT_ERROR'],
    ['', '100.00', 'NULL_ARGUMENT'],
  ])('card %s by %s: %s', async (cardNumber, amount, bizCode) => {
    expect(await code(cardNumber, amount)).toBe(bizCode)
  })

  test('brings an expired card back where its grade says so', async () => {
    expect((await detailOf(cloud, '68116100010')).cardStatus).toBe('T')
    expect(await code('68116100010', '500.00')).toBe('SUCCESS')
    expect(await detailOf(cloud, '68116100010')).toMatchObject({
      cardStatus: 'N',
      validateDate: '2028-11-23',
      avaiFlag: true,
      rechargeTimes: 1,
    })
  })

  test('works at another cinema than the card’s', async () => {
    expect(await code('9216100001', '100.00', { cinemaLinkId: '58' })).toBe('SUCCESS')
    expect((await balanceOf(cloud, '9216100001', '92')).balance).toBe('1100.00')
  })
})

describe('updatePoints', () => {
  const update = (points: string, change: object = {}) =>
    cloud.ask('card.updatePoints', {
      cinemaLinkId: '58',
      cardNumber: '5816100001',
      outTradeNo: tradeNo(),
      points,
      description: '更新积分描述',
      ...change,
    })
  const Updated = z.strictObject({
    outTradeNo: z.string(),
    cardOrderId: z.string(),
    accumulationPoints: z.string(),
    tradePoints: z.string(),
  })

  test('adds to both counts, takes from one, and only once', async () => {
    const outTradeNo = tradeNo()
    const first = await update('100.50', { outTradeNo })
    expect(dataOf(first, Updated)).toMatchObject({ accumulationPoints: '1410.50', tradePoints: '1410.50' })
    expect(dataOf(await update('-400.00'), Updated)).toMatchObject({
      accumulationPoints: '1410.50',
      tradePoints: '1010.50',
    })
    expect(await update('100.50', { outTradeNo })).toEqual(first)
    expect(await balanceOf(cloud, '5816100001', '58')).toMatchObject({
      accumulationPoints: '1410.50',
      tradePoints: '1010.50',
    })
  })

  test.each([
    ['-99999.00', {}, 'ILLEGAL_ARGUMENT'],
    ['-1.00', { description: '' }, 'NULL_ARGUMENT'],
    ['1.00', { description: '长'.repeat(101) }, 'FORMAT_ERROR'],
    ['1.00', { cinemaLinkId: '681' }, 'CARD_NOT_EXIST_ERROR'],
    ['1.00', { cinemaLinkId: '681', cardNumber: '68116100008' }, 'CARD_NOT_USE_ERROR'],
    ['x', {}, 'FORMAT_ERROR'],
  ])('%s with %j: %s', async (points, change, bizCode) => {
    expect(bizCodeOf(await update(points, change))).toBe(bizCode)
  })
})

describe('getCardOrderDetail', () => {
  const Order = z.strictObject({
    cardOrderId: z.string(),
    outTradeNo: z.string(),
    cinemaLinkId: z.string(),
    cardNumber: z.string(),
    orderStatus: z.literal('success'),
    amount: z.string().optional(),
    points: z.string().optional(),
    orderType: z.string(),
    description: z.string(),
    createDateTime: z.literal('2026-11-23 20:00:00'),
  })

  test('finds an order by either number, the platform’s first, and only one’s own', async () => {
    const outTradeNo = tradeNo()
    const done = await cloud.ask('card.updatePoints', {
      cinemaLinkId: '681',
      cardNumber: '68116100005',
      outTradeNo,
      points: '-1.00',
      description: '换礼品',
    })
    const { cardOrderId } = dataOf(done, z.looseObject({ cardOrderId: z.string() }))
    const answer = await cloud.ask('card.getCardOrderDetail', { outTradeNo })
    expect(dataOf(answer, Order)).toMatchObject({
      cardOrderId,
      cinemaLinkId: '681',
      points: '-1.00',
      orderType: 'modifypoints',
      description: '换礼品',
    })
    expect(dataOf(answer, Order)).not.toHaveProperty('amount')
    const ask = (data: object, options = {}) => cloud.code('card.getCardOrderDetail', data, options)
    expect(await cloud.ask('card.getCardOrderDetail', { cardOrderId, outTradeNo: 'x' })).toEqual(answer)
    expect(await ask({ cardOrderId: 'x', outTradeNo })).toBe('ORDER_NOT_FOUND')
    expect(await ask({ outTradeNo }, asOther)).toBe('ORDER_NOT_FOUND')
    expect(await ask({})).toBe('NULL_ARGUMENT')
  })
})

describe('records', () => {
  const records = (api: string, startDate: string, endDate: string) =>
    cloud.ask(api, { cinemaLinkId: '681', cardNumber: '68116100002', startDate, endDate })

  test('tell recharges with the balance before and after, the latest first', async () => {
    const Records = z.array(
      z.strictObject({
        rechargeBookingId: z.string(),
        rechargeCinemaLinkId: z.literal('681'),
        rechargeAmount: z.string(),
        afterBalance: z.string(),
        beforeBalance: z.string(),
        getPoints: z.literal('0.00'),
        rechargeDateTime: z.literal('2026-11-23 20:00:00'),
      }),
    )
    const list = dataOf(await records('card.getCardRechargeRecords', '2026-11-23', '2026-11-23'), Records)
    expect(list.map(record => [record.beforeBalance, record.rechargeAmount, record.afterBalance])).toEqual([
      ['335.50', '100.00', '435.50'],
      ['135.50', '200.00', '335.50'],
      ['35.50', '100.00', '135.50'],
    ])
    expect(dataOf(await records('card.getCardRechargeRecords', '2026-11-01', '2026-11-22'), Records)).toEqual(
      [],
    )
    expect(dataOf(await records('card.getCardConsumeRecords', '2026-11-23', '2026-11-23'), Records)).toEqual(
      [],
    )
  })

  test('tell points and how they came and went', async () => {
    const Points = z.array(
      z.strictObject({
        getPointsCinemaLinkId: z.literal('58'),
        getPoints: z.string(),
        getPointsMode: z.string(),
        refundPoints: z.literal('0.00'),
        getPointsDateTime: z.string(),
      }),
    )
    const data = {
      cinemaLinkId: '58',
      cardNumber: '5816100001',
      startDate: '2026-11-23',
      endDate: '2026-11-23',
    }
    const list = dataOf(await cloud.ask('card.getCardPointsRecords', data), Points)
    expect(list.map(({ getPoints, getPointsMode }) => [getPoints, getPointsMode])).toEqual(
      expect.arrayContaining([
        ['-400.00', '积分消费'],
        ['100.50', '充值'],
      ]),
    )
  })

  test.each([
    ['2026-08-25', '2026-11-23', 'SUCCESS'],
    ['2026-08-24', '2026-11-23', 'ILLEGAL_ARGUMENT'],
    ['2026-11-23', '2026-11-24', 'ILLEGAL_ARGUMENT'],
    ['2026-11-24', '2026-11-24', 'ILLEGAL_ARGUMENT'],
    ['2026-11-23', '2026-11-22', 'ILLEGAL_ARGUMENT'],
    ['', '2026-11-23', 'NULL_ARGUMENT'],
    ['2026-11-1', '2026-11-23', 'FORMAT_ERROR'],
  ])('from %s to %s: %s', async (startDate, endDate, bizCode) => {
    for (const kind of ['Consume', 'Recharge', 'Points'])
      expect(bizCodeOf(await records(`card.getCard${kind}Records`, startDate, endDate))).toBe(bizCode)
  })

  test('there are no pages in this version: page parameters change nothing', async () => {
    const data = {
      cinemaLinkId: '681',
      cardNumber: '68116100002',
      startDate: '2026-11-23',
      endDate: '2026-11-23',
    }
    const all = await cloud.ask('card.getCardRechargeRecords', data)
    const paged = { parameters: { pageNo: '2', pageSize: '1' } }
    expect(await cloud.ask('card.getCardRechargeRecords', data, paged)).toEqual(all)
  })
})
