import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encipher, tradeNo } from '../test-cards.ts'
import { bizCodeOf, dataOf } from '../test-client.ts'
import { startTestCloud, type TestCloud } from '../test-cloud.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }
const password = encipher('123456')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
})
afterAll(() => cloud.close())

const Balance = z.strictObject({
  cardNumber: z.string(),
  cinemaLinkId: z.string(),
  balance: z.string().optional(),
  availableTimes: z.int().optional(),
  accumulationPoints: z.string(),
  tradePoints: z.string(),
})
const balanceOf = async (cardNumber: string, cinemaLinkId = '681') =>
  dataOf(await cloud.ask('card.queryBalance', { cinemaLinkId, cardNumber, cardPassword: password }), Balance)

const Detail = z.strictObject({
  cardNumber: z.string(),
  cinemaLinkId: z.string(),
  gradeId: z.string(),
  gradeDesc: z.string(),
  gradeType: z.enum(['V', 'A', 'G', 'T']),
  cardStatus: z.enum(['N', 'R', 'G', 'C', 'T', 'U']),
  chargeType: z.enum(['C', 'B']),
  minAmount: z.string(),
  minReChargeTimes: z.int().optional(),
  validateDate: z.iso.date(),
  cardUserName: z.string().optional(),
  mobile: z.string(),
  idCard: z.string().optional(),
  idType: z.string().optional(),
  address: z.string().optional(),
  avaiFlag: z.boolean(),
  birthdate: z.string().optional(),
  email: z.string().optional(),
  registerDate: z.iso.date(),
  gender: z.string().optional(),
  rechargeTimes: z.int(),
  consumptionTimes: z.int(),
})
const detailOf = async (cardNumber: string, cinemaLinkId = '681') =>
  dataOf(await cloud.ask('card.getCardDetail', { cinemaLinkId, cardNumber }), Detail)

describe('registerCard', () => {
  const request = (change: object = {}) => ({
    cinemaLinkId: '58',
    gradeId: '2829',
    outTradeNo: tradeNo(),
    cardPassword: password,
    cardCostFee: '100.00',
    memberFee: '100.00',
    firstRechargeAmount: '0.00',
    mobile: '15618171111',
    cardUserName: 'username000000',
    idCard: '410000199201010000',
    address: '西湖区',
    birthdate: '1992-01-01',
    email: 'oooo@yy.com',
    ...change,
  })
  const Registered = z.strictObject({
    outTradeNo: z.string(),
    cardOrderId: z.string().regex(/^20261123FOYER58\d{10}$/),
    cardNumber: z.string().regex(/^5816\d{6}$/),
    balance: z.literal('0.00'),
  })

  test('gives out a card that can be used at once', async () => {
    const { cardNumber } = dataOf(await cloud.ask('card.registerCard', request()), Registered)
    expect(await detailOf(cardNumber, '58')).toMatchObject({
      gradeDesc: '0001...85 折卡',
      cardStatus: 'N',
      validateDate: '2027-11-23',
      registerDate: '2026-11-23',
      mobile: '15618171111',
      idType: '身份证',
      rechargeTimes: 0,
    })
    expect((await balanceOf(cardNumber, '58')).balance).toBe('0.00')
  })

  test('is one card, however often it is said, twenty times at once too', async () => {
    const once = request()
    const answers = await Promise.all(Array.from({ length: 20 }, () => cloud.ask('card.registerCard', once)))
    expect(new Set(answers.map(answer => dataOf(answer, Registered).cardNumber)).size).toBe(1)
    expect(await cloud.code('card.registerCard', { ...once, mobile: '15618172222' })).toBe(
      'REQUEST_PARAM_INCONFORMITY_ERROR',
    )
    expect(
      await cloud.code('card.recharge', {
        cinemaLinkId: '58',
        cardNumber: '5816100001',
        outTradeNo: once.outTradeNo,
        rechargeAmount: '1.00',
      }),
    ).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
  })

  test.each([
    [{ cardCostFee: '99.99' }, 'CARD_REGISTER_FEE_ERROR'],
    [{ memberFee: '0' }, 'CARD_REGISTER_FEE_ERROR'],
    [{ gradeId: '1' }, 'CARD_GRADE_NOT_EXIST_ERROR'],
    [{ cinemaLinkId: '206' }, 'CARD_GRADE_NOT_EXIST_ERROR'],
    [{ cinemaLinkId: '681', gradeId: '2827' }, 'CARD_NO_PRECARD_ERROR'],
    [{ firstRechargeAmount: '0.01' }, 'ILLEGAL_ARGUMENT'],
    [{ firstRechargeAmount: null }, 'NULL_ARGUMENT'],
    [{ cardPassword: '123456' }, 'FORMAT_ERROR'],
    [{ cardPassword: encipher('123456', 'another-key') }, 'FORMAT_ERROR'],
    [{ cardPassword: encipher('12345') }, 'FORMAT_ERROR'],
    [{ cardPassword: '' }, 'NULL_ARGUMENT'],
    [{ mobile: '1561817111' }, 'FORMAT_ERROR'],
    [{ cardUserName: '名'.repeat(21) }, 'FORMAT_ERROR'],
    [{ birthdate: '1992-02-30' }, 'FORMAT_ERROR'],
    [{ outTradeNo: '1'.repeat(15) }, 'FORMAT_ERROR'],
    [{ outTradeNo: '1'.repeat(33) }, 'FORMAT_ERROR'],
    [{ outTradeNo: null }, 'NULL_ARGUMENT'],
    [{ cinemaLinkId: '114' }, 'CHANNEL_CINEMA_NOT_FOUND'],
  ])('%j is refused: %s', async (change, bizCode) => {
    expect(await cloud.code('card.registerCard', request(change))).toBe(bizCode)
  })

  test('a refused one leaves the number free', async () => {
    const wrong = request({ memberFee: '1.00' })
    expect(await cloud.code('card.registerCard', wrong)).toBe('CARD_REGISTER_FEE_ERROR')
    expect(await cloud.code('card.registerCard', { ...wrong, memberFee: '100.00' })).toBe('SUCCESS')
  })
})

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
    expect((await balanceOf('68116100001')).balance).toBe('0.00')
  })

  test('said again adds nothing and answers the old balance', async () => {
    const outTradeNo = tradeNo()
    const first = await recharge('68116100002', '100.00', { outTradeNo })
    await recharge('68116100002', '200.00')
    expect(await recharge('68116100002', '100.00', { outTradeNo })).toEqual(first)
    expect(await code('68116100002', '101.00', { outTradeNo })).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
    expect((await balanceOf('68116100002')).balance).toBe('335.50')
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
    expect(await balanceOf('68116100003')).toMatchObject({ availableTimes: 30 })
    expect(await balanceOf('68116100003')).not.toHaveProperty('balance')
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
    expect((await detailOf('68116100010')).cardStatus).toBe('T')
    expect(await code('68116100010', '500.00')).toBe('SUCCESS')
    expect(await detailOf('68116100010')).toMatchObject({
      cardStatus: 'N',
      validateDate: '2028-11-23',
      avaiFlag: true,
      rechargeTimes: 1,
    })
  })

  test('works at another cinema than the card’s', async () => {
    expect(await code('9216100001', '100.00', { cinemaLinkId: '58' })).toBe('SUCCESS')
    expect((await balanceOf('9216100001', '92')).balance).toBe('1100.00')
  })
})
