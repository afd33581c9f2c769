import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encipher, tradeNo } from '../test-cards.ts'
import { dataOf } from '../test-client.ts'
import { evening, startTestCloud, type TestCloud } from '../test-cloud.ts'
import { asOther, balanceOf, detailOf, other, password } from '../test-member-cards.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
})
afterAll(() => cloud.close())

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
    expect(await detailOf(cloud, cardNumber, '58')).toMatchObject({
      gradeDesc: '0001...85 折卡',
      cardStatus: 'N',
      validateDate: '2027-11-23',
      registerDate: '2026-11-23',
      mobile: '15618171111',
      idType: '身份证',
      rechargeTimes: 0,
    })
    expect((await balanceOf(cloud, cardNumber, '58')).balance).toBe('0.00')
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

describe('modifyPassword', () => {
  const modify = (oldPassword: string, newPassword: string, cardNumber = '68116100006') =>
    cloud.code('card.modifyPassword', { cinemaLinkId: '681', cardNumber, oldPassword, newPassword })
  const balanceCode = (cardPassword: string, options = {}) =>
    cloud.code('card.queryBalance', { cinemaLinkId: '681', cardNumber: '68116100006', cardPassword }, options)

  test('lets the new one in and the old one out', async () => {
    expect(await modify(encipher('654321'), encipher('111111'))).toBe('CARD_OLD_PASSWORD_ERROR')
    expect(await modify(password, encipher('11111'))).toBe('FORMAT_ERROR')
    expect(await modify('garbage', encipher('111111'))).toBe('FORMAT_ERROR')
    expect(await modify(password, encipher('111111'), '68116100008')).toBe('CARD_NOT_USE_ERROR')
    expect(await modify(password, encipher('111111'))).toBe('SUCCESS')
    expect(await balanceCode(password)).toBe('CARD_PASSWORD_ERROR')
    expect(await balanceCode(encipher('111111'))).toBe('SUCCESS')
    // Every channel enciphers with its own key.
    expect(await balanceCode(encipher('111111'), asOther)).toBe('FORMAT_ERROR')
    expect(await balanceCode(encipher('111111', other.cardKey), asOther)).toBe('SUCCESS')
  })
})

describe('modifyInformation', () => {
  const modify = (change: object) =>
    cloud.code('card.modifyInformation', {
      cinemaLinkId: '58',
      cardNumber: '5816100002',
      cardPassword: password,
      ...change,
    })

  test('changes what is given and leaves the rest', async () => {
    expect(await modify({ address: '新地', gender: '男', birthdate: '' })).toBe('SUCCESS')
    expect(await detailOf(cloud, '5816100002', '58')).toMatchObject({
      address: '新地',
      gender: '男',
      birthdate: '1990-01-01',
      cardUserName: '林知夏',
    })
  })

  test.each([
    [{ cardPassword: encipher('000000') }, 'CARD_PASSWORD_ERROR'],
    [{ cardPassword: 'x' }, 'FORMAT_ERROR'],
    [{ gender: 'F' }, 'FORMAT_ERROR'],
    [{ mobile: '123' }, 'FORMAT_ERROR'],
    [{ address: '长'.repeat(26) }, 'FORMAT_ERROR'],
    [{ cinemaLinkId: '681' }, 'CARD_NOT_EXIST_ERROR'],
  ])('%j is refused: %s', async (change, bizCode) => {
    expect(await modify(change)).toBe(bizCode)
  })
})

describe('the state of a card', () => {
  test.each([
    ['68116100002', 'N', true],
    ['68116100008', 'R', false],
    ['68116100012', 'G', false],
    ['68116100009', 'C', false],
    ['68116100011', 'T', false],
    ['68116100007', 'U', false],
  ])('%s is %s', async (cardNumber, cardStatus, avaiFlag) => {
    expect(await detailOf(cloud, cardNumber)).toMatchObject({ cardStatus, avaiFlag })
  })

  test('runs out with the day after its last', async () => {
    const last = (await detailOf(cloud, '68116100002')).validateDate
    cloud.clock.time = Date.parse(`${last}T23:59:59+08:00`)
    expect((await detailOf(cloud, '68116100002')).cardStatus).toBe('N')
    cloud.clock.time += 1000
    expect((await detailOf(cloud, '68116100002')).cardStatus).toBe('T')
    cloud.clock.time = evening
  })
})
