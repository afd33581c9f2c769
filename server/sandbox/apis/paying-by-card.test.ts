import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encipher } from '../test-cards.ts'
import { dataOf } from '../test-client.ts'
import {
  Confirmed,
  evening,
  type ListedShow,
  priced,
  startTestCloud,
  type TestCloud,
  theShow,
} from '../test-cloud.ts'

let cloud: TestCloud
/** A show of cinema 681, in an ordinary hall, at a settle price that leaves room for discounts. */
let show: ListedShow
async function open() {
  cloud = await startTestCloud()
  show = theShow(
    await cloud.shows('681'),
    found =>
      ['2', '3', '4'].includes(found.hallId) &&
      found.areaSettlePrices === undefined &&
      Number(found.settlePrice) >= Number(found.lowestPrice) + 15,
  )
}

const fee = 3
const money = (amount: number) => amount.toFixed(2)
const cardPassword = encipher('123456')
const gold = '68116100001'
const full = () => Number(show.settlePrice)
const goldPrice = () => Math.max(full() * 0.8, Number(show.lowestPrice))

/** A confirm with a card, right as it stands for the price. */
async function request(count: number, price: number, paymentList: object[], line: object = {}) {
  const seatIds = await cloud.freeSeats(show, count)
  const lockOrderId = await cloud.lock(show, seatIds)
  const right = cloud.confirmRequest(show, lockOrderId, seatIds, money(price))
  return { ...right, ticketList: right.ticketList.map(ticket => ({ ...ticket, ...line })), paymentList }
}
const memberCard = (cardNumber: string, info: object = {}) => [
  { paymentMethod: 'MemberCard', payCardInfo: { cardNumber, cardPassword, ...info } },
]
const confirm = (of: object) => cloud.code('order.confirmOrder', of)
async function balanceOf(cardNumber: string) {
  const Balance = z.looseObject({
    balance: z.string().optional(),
    availableTimes: z.int().optional(),
    tradePoints: z.string(),
  })
  const data = { cinemaLinkId: '681', cardNumber, cardPassword }
  return dataOf(await cloud.ask('card.queryBalance', data), Balance)
}

describe('a member card', () => {
  beforeEach(open)
  afterEach(() => cloud.close())

  test('pays for the order at its discount, once, and gets it back with the refund', async () => {
    const paid = 2 * (goldPrice() + fee)
    const order = await request(2, goldPrice(), memberCard(gold, { payAmount: money(paid) }), {
      isCardDiscount: true,
    })
    const { orderId, bookingId } = dataOf(await cloud.ask('order.confirmOrder', order), Confirmed)
    expect(await confirm(order)).toBe('SUCCESS')
    expect(await balanceOf(gold)).toMatchObject({
      balance: money(500 - paid),
      tradePoints: money(120 + paid),
    })

    const Records = z.array(
      z.strictObject({
        bookingId: z.literal(bookingId),
        consumeCinemaLinkId: z.literal('681'),
        consumeAmount: z.literal(money(paid)),
        refundAmount: z.string(),
        beforeBalance: z.literal('500.00'),
        afterBalance: z.literal(money(500 - paid)),
        seats: z.literal(2),
        refundSeats: z.int(),
        description: z.string(),
        consumeDateTime: z.string(),
        filmCode: z.string(),
        shortName: z.string(),
        getPoints: z.literal(money(paid)),
        refundPoints: z.string(),
      }),
    )
    const recordsAsked = {
      cinemaLinkId: '681',
      cardNumber: gold,
      startDate: '2026-11-23',
      endDate: '2026-11-23',
    }
    const records = async () => dataOf(await cloud.ask('card.getCardConsumeRecords', recordsAsked), Records)
    expect(await records()).toMatchObject([{ refundAmount: '0.00', refundSeats: 0 }])
    const left = async () =>
      dataOf(
        await cloud.ask('card.getCardDiscountTickets', {
          ...cloud.key(show),
          cardNumber: gold,
          sectionId: '0000000000000001',
        }),
        z.object({ maxDiscountTickets: z.int() }),
      ).maxDiscountTickets
    expect(await left()).toBe(2)

    cloud.clock.time = evening + 60 * 60_000
    expect(await cloud.code('order.refundOrder', { cinemaLinkId: '681', orderId })).toBe('SUCCESS')
    expect(await balanceOf(gold)).toMatchObject({ balance: '500.00', tradePoints: '120.00' })
    expect(await records()).toMatchObject([{ refundAmount: money(paid), refundSeats: 2 }])
    expect(await left()).toBe(4)
  })

  test('by times pays with times', async () => {
    const order = await request(2, full(), memberCard('68116100003'), { isCardDiscount: true })
    expect(await confirm(order)).toBe('SUCCESS')
    expect((await balanceOf('68116100003')).availableTimes).toBe(8)
  })

  test('gets its money back from a reversal', async () => {
    const order = await request(1, full(), memberCard(gold))
    await cloud.control('faults', {
      api: 'order.confirmOrder',
      kind: 'slow-tickets',
      delayMs: 3_600_000,
    })
    expect(await confirm(order)).toBe('ORDER_PROCESSING')
    expect((await balanceOf(gold)).balance).toBe(money(500 - full() - fee))
    const { orderId } = dataOf(
      await cloud.ask('order.getOrderInfo', { cinemaLinkId: '681', lockOrderId: order.lockOrderId }),
      z.looseObject({ orderId: z.string() }),
    )
    cloud.clock.time = evening + 13 * 60_000
    for (let time = 0; time < 2; time++)
      expect(await cloud.code('order.reverseOrder', { cinemaLinkId: '681', orderId })).toBe('SUCCESS')
    expect((await balanceOf(gold)).balance).toBe('500.00')
  })

  test('of another cinema pays there, and needs no password where none is given', async () => {
    const info = { cardNumber: '9216100001', cinemaLinkId: '92' }
    const order = await request(1, full(), [{ paymentMethod: 'MemberCard', payCardInfo: info }])
    expect(await confirm(order)).toBe('SUCCESS')
  })

  test('pays its part of a ticket, the rest paid otherwise', async () => {
    const { paymentList: _, ...order } = await request(1, full(), [])
    const part = { cardNumber: gold, cardPassword, cinemaLinkId: '681', totalDisTickets: '0' }
    const split = (cardPays: string) => ({
      ...order,
      ticketList: order.ticketList.map(ticket => ({
        ...ticket,
        paymentList: [
          { paymentMethod: 'MemberCard', payAmount: cardPays, payCardInfo: part },
          { paymentMethod: 'Cash', payAmount: money(full() + fee - 10) },
        ],
      })),
    })
    expect(await cloud.code('order.confirmOrderForMultiPay', split('10.01'))).toBe('PAYMENT_AMOUNT_ERROR')
    expect(await cloud.code('order.confirmOrderForMultiPay', split('10.00'))).toBe('SUCCESS')
    expect((await balanceOf(gold)).balance).toBe('490.00')
  })

  test('buys goods at its discount, where they have one, and gets the money back', async () => {
    const buy = (goodsId: string, salePrice: string, thirdOrderId: string) =>
      cloud.ask('order.confirmGoodsOrder', {
        cinemaLinkId: '681',
        thirdOrderId,
        goodsList: [{ goodsId, count: 2, isPackage: false, salePrice, isCardDiscount: true }],
        paymentList: memberCard(gold),
      })
    expect((await buy('1728', '18.00', 'DEAR')).data?.bizCode).toBe('GOODS_AMOUNT_ERROR')
    const bought = dataOf(await buy('1728', '14.40', 'RIGHT'), z.looseObject({ goodsOrderId: z.string() }))
    expect((await balanceOf(gold)).balance).toBe('471.20')
    const { goodsOrderId } = bought
    expect(await cloud.code('order.refundGoodsOrder', { cinemaLinkId: '681', goodsOrderId })).toBe('SUCCESS')
    expect((await balanceOf(gold)).balance).toBe('500.00')
  })
})

describe('a member card that may not pay', () => {
  beforeAll(open)
  afterAll(() => cloud.close())

  const discounted = { isCardDiscount: true }
  const refused: [string, () => Promise<object>, string][] = [
    ['that is none', () => request(1, full(), memberCard('1')), 'CARD_NOT_EXIST_ERROR'],
    [
      'of another cinema than it says',
      () => request(1, full(), memberCard(gold, { cinemaLinkId: '58' })),
      'CARD_NOT_EXIST_ERROR',
    ],
    ['that is lost', () => request(1, full(), memberCard('68116100008')), 'CARD_NOT_USE_ERROR'],
    ['that has expired', () => request(1, full(), memberCard('68116100010')), 'CARD_NOT_USE_ERROR'],
    [
      'with a wrong password',
      () => request(1, full(), memberCard(gold, { cardPassword: encipher('000000') })),
      'CARD_PASSWORD_ERROR',
    ],
    [
      'with garbage for a password',
      () => request(1, full(), memberCard(gold, { cardPassword: 'x' })),
      'FORMAT_ERROR',
    ],
    [
      'with another sum',
      () => request(1, full(), memberCard(gold, { payAmount: '1.00' })),
      'PAYMENT_AMOUNT_ERROR',
    ],
    [
      'with too little on it',
      () => request(1, full() - 0, memberCard('68116100002')),
      'PAYMENT_AMOUNT_ERROR',
    ],
    [
      'at the full price for a discounted ticket',
      () => request(1, full(), memberCard(gold), discounted),
      'TICKET_PRICE_VALID_ERROR',
    ],
    [
      'a fen below its price',
      () => request(1, goldPrice() - 0.01, memberCard(gold), discounted),
      'LOW_THAN_SETTLE_PRICE_ERROR',
    ],
    [
      'at its price without saying so',
      () => request(1, goldPrice(), memberCard(gold)),
      'LOW_THAN_SETTLE_PRICE_ERROR',
    ],
    [
      'with a discount on more tickets than it has',
      () => request(2, full(), memberCard('68116100004'), discounted),
      'CARD_NOT_USE_ERROR',
    ],
    [
      'with a discount that it has not here',
      () => request(1, full(), memberCard('9216100001', { cinemaLinkId: '92' }), discounted),
      'CARD_NOT_USE_ERROR',
    ],
    [
      'by times without a discount',
      () => request(1, full(), memberCard('68116100003')),
      'PAYMENT_METHOD_ERROR',
    ],
    [
      'and another one',
      () => request(1, full(), [...memberCard(gold), ...memberCard(gold)]),
      'PAYMENT_METHOD_ERROR',
    ],
    [
      'and a benefit',
      () => request(1, full(), memberCard(gold), { isBenefit: true }),
      'PAYMENT_METHOD_ERROR',
    ],
  ]
  test.each(refused)('%s is refused, and nothing is taken', async (_, of, bizCode) => {
    const order = await of()
    expect(await confirm(order)).toBe(bizCode)
    expect((await balanceOf(gold)).balance).toBe('500.00')
  })
})

describe('a benefit card', () => {
  beforeAll(open)
  afterAll(() => cloud.close())

  const benefit = '160527947000000002'
  const paidBy = (benefitCardNumber: string) => [
    { paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber } },
  ]
  const price = () => Math.max(full() - 15, Number(show.lowestPrice))
  const claimed = { isBenefit: true }
  async function leftOn(benefitCardNumber: string) {
    const Left = z.looseObject({
      availableDiscountTickets: z.int(),
      availableDailyDiscountTickets: z.int(),
    })
    const detail = dataOf(await cloud.ask('benefitCard.getCardDetail', { benefitCardNumber }), Left)
    return [detail.availableDiscountTickets, detail.availableDailyDiscountTickets]
  }

  test('has its price in the programme when that is asked for', async () => {
    const asked = { cinemaLinkId: '681', startDate: '2026-11-24', endDate: '2026-11-24' }
    const Prices = z.array(
      z.looseObject({
        scheduleId: z.string(),
        benefitCardPrices: z
          .array(z.strictObject({ benefitPolicyCode: z.string(), benefitPayPrice: z.string() }))
          .optional(),
      }),
    )
    const pricesOf = async (data: object) =>
      dataOf(await cloud.ask('schedule.getSchedules', data), Prices).find(
        ({ scheduleId }) => scheduleId === show.scheduleId,
      )?.benefitCardPrices
    expect(await pricesOf({ ...asked, priceQueryType: 'benefit' })).toContainEqual({
      benefitPolicyCode: '100016',
      benefitPayPrice: money(price()),
    })
    expect(await pricesOf(asked)).toBeUndefined()
  })

  test.each([
    ['1', 1, 'BCARD_NOT_EXIST'],
    ['160527947000000003', 2, 'BCARD_TICKET_OVER_LIMIT'],
    ['160527947000000004', 1, 'BCARD_EXPIRED'],
    ['160527947000000005', 1, 'BCARD_DISABLED'],
    ['160527947000000009', 1, 'BCARD_POLICY_NOT_APPROVED'],
    [benefit, 3, 'BCARD_TICKET_OVER_LIMIT'],
  ])('%s for %i tickets is refused: %s', async (cardNumber, count, bizCode) => {
    expect(await confirm(await request(count, price(), paidBy(cardNumber), claimed))).toBe(bizCode)
  })

  test('is refused without a ticket of its own, at another price, with a card’s discount', async () => {
    expect(await confirm(await request(1, full(), paidBy(benefit)))).toBe('BCARD_TICKET_COUNT_ZERO_ERROR')
    expect(await confirm(await request(1, full(), paidBy(benefit), claimed))).toBe('TICKET_PRICE_VALID_ERROR')
    expect(await confirm(await request(1, price() - 1, paidBy(benefit), claimed))).toBe(
      'LOW_THAN_SETTLE_PRICE_ERROR',
    )
    expect(await confirm(await request(1, full(), paidBy(benefit), { isCardDiscount: true }))).toBe(
      'PAYMENT_METHOD_ERROR',
    )
    expect(await leftOn(benefit)).toEqual([96, 4])
  })

  test('is refused at a cinema that is not of its policy', async () => {
    const mine = show
    show = theShow(await cloud.shows('112'), priced.bySettle)
    const order = await request(1, 30, paidBy(benefit), claimed)
    show = mine
    expect(await confirm(order)).toBe('BCARD_SCHEDULE_NOT_MATCH')
  })

  test('of a policy that is no longer sold stays good', async () => {
    const old = '160527947000000007'
    const order = await request(1, Math.max(full() - 12, Number(show.lowestPrice)), paidBy(old), claimed)
    expect(await confirm(order)).toBe('SUCCESS')
  })

  test('is used up ticket by ticket, once an order, and gets them back with the refund', async () => {
    const order = await request(2, price(), paidBy(benefit), claimed)
    const { orderId } = dataOf(await cloud.ask('order.confirmOrder', order), Confirmed)
    expect(await confirm(order)).toBe('SUCCESS')
    expect(await leftOn(benefit)).toEqual([94, 2])
    const { orderType } = dataOf(
      await cloud.ask('benefitCard.getCardOrderDetail', { outTradeNo: order.lockOrderId }),
      z.looseObject({ orderType: z.string() }),
    )
    expect(orderType).toBe('consume')
    // Two a show is the policy's limit.
    expect(await confirm(await request(1, price(), paidBy(benefit), claimed))).toBe('BCARD_TICKET_OVER_LIMIT')
    expect(await cloud.code('order.refundOrder', { cinemaLinkId: '681', orderId })).toBe('SUCCESS')
    expect(await leftOn(benefit)).toEqual([96, 4])
    expect(await confirm(await request(1, price(), paidBy(benefit), claimed))).toBe('SUCCESS')
  })
})
