import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encipher, tradeNo } from '../test-cards.ts'
import { bizCodeOf, dataOf } from '../test-client.ts'
import { startTestCloud, type TestCloud } from '../test-cloud.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
})
afterAll(() => cloud.close())

const limits = {
  dailyDiscountTickets: z.int().optional(),
  eachShowDiscountTickets: z.int().optional(),
  totalDiscountTickets: z.int().optional(),
}
const Detail = z.strictObject({
  benefitCardNumber: z.string(),
  mobile: z.string(),
  benefitPolicyCode: z.string(),
  benefitPolicyName: z.string(),
  cardStatus: z.enum(['N', 'T', 'S']),
  cardUserName: z.string().optional(),
  idcard: z.string().optional(),
  endDate: z.iso.date(),
  registerDate: z.iso.date(),
  ...limits,
  availableDiscountTickets: z.int().optional(),
  availableDailyDiscountTickets: z.int().optional(),
})
const detailOf = async (benefitCardNumber: string) =>
  dataOf(await cloud.ask('benefitCard.getCardDetail', { benefitCardNumber }), Detail)

const Registered = z.strictObject({
  outTradeNo: z.string(),
  benefitCardOrderId: z.string().regex(/^261123FOYER\d{10}$/),
  benefitCardNumber: z.string().regex(/^261123947\d{9}$/),
  startDate: z.iso.date(),
  endDate: z.iso.date(),
  mobile: z.string(),
  benefitPolicyCode: z.string(),
  benefitPolicyName: z.string(),
  cardStatus: z.literal('N'),
  cardUserName: z.string().optional(),
  idcard: z.string().optional(),
  ...limits,
})
const registration = (change: object = {}) => ({
  benefitPolicyId: '100016',
  outTradeNo: tradeNo(),
  mobile: '18922371111',
  registerAmount: '120',
  cardUserName: '测试',
  idcard: '440102011224559XXX',
  ...change,
})
const register = (change: object = {}) => cloud.ask('benefitCard.registerBenefitCard', registration(change))
const registerCode = async (change: object) => bizCodeOf(await register(change))

describe('getPolicyList', () => {
  test('has the table’s fields, and the policies that were approved and are in force', async () => {
    const Policies = z.array(
      z.strictObject({
        benefitPolicyCode: z.string(),
        benefitPolicyName: z.string(),
        policyDescription: z.string(),
        ...limits,
        registerAmount: z.string().regex(/^\d+\.\d\d$/),
        validDays: z.int(),
        policyStatus: z.enum(['enable', 'disable']),
        renewAmount: z.string().optional(),
        addValidDays: z.int().optional(),
        renewDiscountTickets: z.int().optional(),
        cinemas: z.array(z.strictObject({ cinemaLinkId: z.string() })),
      }),
    )
    const policies = dataOf(await cloud.ask('benefitCard.getPolicyList', ''), Policies)
    expect(policies.map(policy => [policy.benefitPolicyCode, policy.policyStatus])).toEqual([
      ['100016', 'enable'],
      ['100017', 'enable'],
      ['100018', 'enable'],
      ['100004', 'disable'],
    ])
    expect(policies[1]).not.toHaveProperty('renewAmount')
    expect(policies[1]).not.toHaveProperty('totalDiscountTickets')
  })
})

describe('registerBenefitCard', () => {
  test('sells a card, one a mobile number, and once however often it is said', async () => {
    const once = { outTradeNo: 'short-1', mobile: '18922370000' }
    const first = await register(once)
    const card = dataOf(first, Registered)
    expect(card).toMatchObject({
      startDate: '2026-11-23',
      endDate: '2027-05-22',
      eachShowDiscountTickets: 2,
      totalDiscountTickets: 100,
    })
    expect(await register(once)).toEqual(first)
    expect(await registerCode({ ...once, registerAmount: '120.0' })).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
    expect(await registerCode({ mobile: '18922370000' })).toBe('BCARD_MOBILE_EXIST')
    expect(
      await registerCode({ mobile: '18922370000', benefitPolicyId: '100018', registerAmount: '0.00' }),
    ).toBe('SUCCESS')
    expect(await detailOf(card.benefitCardNumber)).toMatchObject({
      availableDiscountTickets: 100,
      availableDailyDiscountTickets: 4,
      registerDate: '2026-11-23',
      idcard: '440102011224559XXX',
    })
  })

  test.each([
    [{ benefitPolicyId: '1' }, 'BCARD_POLICY_NOT_EXIST'],
    [{ benefitPolicyId: '100004', registerAmount: '10.00' }, 'BCARD_POLICY_DISABLED'],
    [{ benefitPolicyId: '100002', registerAmount: '10.00' }, 'BCARD_POLICY_EXPIRED'],
    [{ benefitPolicyId: '100020', registerAmount: '20.00' }, 'BCARD_POLICY_NOT_APPROVED'],
    [{ registerAmount: '119.99' }, 'BCARD_REGISTER_FEE_INVALID'],
    [{ registerAmount: 120 }, 'FORMAT_ERROR'],
    [{ mobile: '1892237' }, 'BCARD_MOBILE_INVALID'],
    [{ mobile: null }, 'NULL_ARGUMENT'],
    [{ idcard: '44010201122455' }, 'FORMAT_ERROR'],
    [{ idcard: '44010201122455XXXX1' }, 'FORMAT_ERROR'],
    [{ outTradeNo: '1'.repeat(33) }, 'FORMAT_ERROR'],
    [{ outTradeNo: '' }, 'NULL_ARGUMENT'],
  ])('%j is refused: %s', async (change, bizCode) => {
    expect(await registerCode(change)).toBe(bizCode)
  })
})

describe('renewBenefitCard', () => {
  const renew = (benefitCardNumber: string, change: object = {}) =>
    cloud.ask('benefitCard.renewBenefitCard', {
      benefitCardNumber,
      outTradeNo: tradeNo(),
      mobile: '13800138000',
      renewAmount: '100',
      ...change,
    })
  const Renewed = z.strictObject({
    outTradeNo: z.string(),
    benefitCardOrderId: z.string(),
    endDate: z.iso.date(),
    totalDiscountTickets: z.int().optional(),
    renewDiscountTickets: z.int().optional(),
    oldAvailableDiscountTickets: z.int().optional(),
    availableDiscountTickets: z.int().optional(),
    renewDate: z.literal('2026-11-23'),
  })

  test('adds days to the last one and tickets to those left, once', async () => {
    const outTradeNo = tradeNo()
    const first = await renew('160527947000000002', { outTradeNo })
    expect(dataOf(first, Renewed)).toMatchObject({
      endDate: '2027-10-29',
      totalDiscountTickets: 100,
      renewDiscountTickets: 50,
      oldAvailableDiscountTickets: 96,
      availableDiscountTickets: 146,
    })
    expect(await renew('160527947000000002', { outTradeNo })).toEqual(first)
    expect(await detailOf('160527947000000002')).toMatchObject({
      endDate: '2027-10-29',
      availableDiscountTickets: 146,
    })
  })

  test('an expired card lives on from today', async () => {
    expect((await detailOf('160527947000000004')).cardStatus).toBe('T')
    const renewed = dataOf(await renew('160527947000000004', { mobile: '13800138002' }), Renewed)
    expect(renewed.endDate).toBe('2027-05-22')
    expect((await detailOf('160527947000000004')).cardStatus).toBe('N')
  })

  test.each([
    ['1', {}, 'BCARD_NOT_EXIST'],
    ['160527947000000005', { mobile: '13800138003' }, 'BCARD_DISABLED'],
    ['160527947000000002', { mobile: '13800138009' }, 'BCARD_MOBILE_INVALID'],
    ['160527947000000002', { mobile: '138' }, 'BCARD_MOBILE_INVALID'],
    ['160527947000000002', { renewAmount: '99.99' }, 'BCARD_RENEW_FEE_INVALID'],
    ['160527947000000006', {}, 'BCARD_NOT_ALLOW_RENEW'],
    ['160527947000000007', { renewAmount: '10.00' }, 'BCARD_POLICY_DISABLED'],
    ['160527947000000008', { renewAmount: '10.00' }, 'BCARD_POLICY_EXPIRED'],
    ['160527947000000009', {}, 'BCARD_POLICY_NOT_APPROVED'],
    ['160527947000000002', { renewAmount: '' }, 'NULL_ARGUMENT'],
  ])('of %s with %j: %s', async (cardNumber, change, bizCode) => {
    expect(bizCodeOf(await renew(cardNumber, change))).toBe(bizCode)
  })
})

describe('getCardDetail', () => {
  test.each([
    ['160527947000000005', 'S'],
    ['160527947000000006', 'N'],
  ])('%s is %s', async (cardNumber, cardStatus) => {
    expect((await detailOf(cardNumber)).cardStatus).toBe(cardStatus)
  })

  test('leaves out what the policy does not limit', async () => {
    const detail = await detailOf('160527947000000006')
    for (const field of ['availableDiscountTickets', 'availableDailyDiscountTickets', 'dailyDiscountTickets'])
      expect(detail).not.toHaveProperty(field)
  })

  test('knows no other card', async () => {
    expect(await cloud.code('benefitCard.getCardDetail', { benefitCardNumber: '1' })).toBe('BCARD_NOT_EXIST')
    expect(await cloud.code('benefitCard.getCardDetail', {})).toBe('NULL_ARGUMENT')
  })
})

describe('getCardOrderDetail', () => {
  test('finds an order by either number, the platform’s first, and only one’s own', async () => {
    const outTradeNo = tradeNo()
    const { benefitCardOrderId, benefitCardNumber } = dataOf(
      await register({ outTradeNo, mobile: '18922379999' }),
      Registered,
    )
    const answer = await cloud.ask('benefitCard.getCardOrderDetail', { benefitCardOrderId, outTradeNo: 'x' })
    const Order = z.strictObject({
      benefitCardOrderId: z.literal(benefitCardOrderId),
      outTradeNo: z.literal(outTradeNo),
      benefitCardNumber: z.literal(benefitCardNumber),
      orderStatus: z.literal('success'),
      amount: z.literal('120.00'),
      orderType: z.literal('register'),
      description: z.literal('联名卡注册'),
      createDateTime: z.literal('2026-11-23 20:00:00'),
    })
    dataOf(answer, Order)
    expect(await cloud.ask('benefitCard.getCardOrderDetail', { outTradeNo })).toEqual(answer)
    const ask = (data: object, options = {}) => cloud.code('benefitCard.getCardOrderDetail', data, options)
    expect(await ask({ benefitCardOrderId: 'x', outTradeNo })).toBe('BCARD_ORDER_NOT_EXIST')
    expect(await ask({ outTradeNo }, asOther)).toBe('BCARD_ORDER_NOT_EXIST')
    expect(await ask({})).toBe('NULL_ARGUMENT')
    // The two families of cards do not know each other's numbers.
    expect(await cloud.code('card.getCardOrderDetail', { outTradeNo })).toBe('ORDER_NOT_FOUND')
  })
})

test('cards, balances and answers survive a restart; a reset takes them back', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-cards-'))
  const recharge = {
    cinemaLinkId: '58',
    cardNumber: '5816100001',
    outTradeNo: tradeNo(),
    rechargeAmount: '100.00',
  }
  const balance = {
    cinemaLinkId: '58',
    cardNumber: recharge.cardNumber,
    cardPassword: encipher('123456'),
  }
  const Balance = z.looseObject({ balance: z.string() })
  const sale = registration()
  try {
    const first = await startTestCloud({ dataDir })
    const recharged = await first.ask('card.recharge', recharge)
    const sold = await first.ask('benefitCard.registerBenefitCard', sale)
    await first.close()

    const second = await startTestCloud({ dataDir })
    expect(dataOf(await second.ask('card.queryBalance', balance), Balance).balance).toBe('10990.00')
    expect(await second.ask('card.recharge', recharge)).toEqual(recharged)
    expect(await second.ask('benefitCard.registerBenefitCard', sale)).toEqual(sold)
    const next = await second.ask('benefitCard.registerBenefitCard', registration({ mobile: '18922370001' }))
    expect(dataOf(next, Registered).benefitCardNumber).not.toBe(dataOf(sold, Registered).benefitCardNumber)
    await second.control('reset', {})
    expect(dataOf(await second.ask('card.queryBalance', balance), Balance).balance).toBe('10890.00')
    await second.close()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
