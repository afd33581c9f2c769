import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dataOf } from '../test-client.ts'
import { type ListedShow, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const sectionId = '0000000000000001'
const hallTypes: Record<string, Record<string, string>> = {}

/** A show in a hall of the type, priced as wanted. */
async function showIn(cinemaLinkId: string, type: string, fits: (show: ListedShow) => boolean = () => true) {
  const Cinemas = z.array(
    z.looseObject({
      cinemaLinkId: z.string(),
      halls: z.array(z.looseObject({ hallId: z.string(), type: z.string() })),
    }),
  )
  for (const cinema of dataOf(await cloud.ask('cinema.getCinemas', {}), Cinemas))
    hallTypes[cinema.cinemaLinkId] = Object.fromEntries(cinema.halls.map(hall => [hall.hallId, hall.type]))
  return theShow(
    await cloud.shows(cinemaLinkId),
    show => hallTypes[cinemaLinkId]?.[show.hallId] === type && fits(show),
  )
}
const data = (show: ListedShow, cardNumber: string, change: object = {}) => ({
  ...cloud.key(show),
  cardNumber,
  sectionId,
  ...change,
})

const allowance = { maxDiscountTickets: z.int(), calculatePerTicketTimes: z.int().optional() }
const Allowance = z.strictObject(allowance)
const Prices = z.strictObject({
  ...allowance,
  tickets: z.array(
    z.strictObject({
      ticketType: z.string(),
      isCardDiscount: z.boolean(),
      price: z.string(),
      maxTickets: z.int(),
      tradePoints: z.string(),
    }),
  ),
})
const pricesOf = async (show: ListedShow, cardNumber: string) =>
  dataOf(await cloud.ask('card.queryPrice', data(show, cardNumber)), Prices)
const settled = (show: ListedShow) => show.settlePrice !== undefined

describe('queryPrice', () => {
  test.each([
    ['80 % of the price', '681', '68116100001', 'N', (price: number) => price * 0.8],
    ['10 yuan off', '681', '68116100005', 'N', (price: number) => price - 10],
    ['20 yuan off in a VIP hall', '681', '68116100005', 'Y', (price: number) => price - 20],
    ['times, which leave the price', '681', '68116100003', 'N', (price: number) => price],
    ['39 yuan, where that is less', '112', '11216100001', 'N', (price: number) => Math.min(price, 39)],
  ])('%s', async (_, cinemaLinkId, cardNumber, type, expected) => {
    const show = await showIn(cinemaLinkId, type, settled)
    const full = Number(show.settlePrice)
    const { tickets } = await pricesOf(show, cardNumber)
    const price = Math.max(expected(full), Number(show.lowestPrice)).toFixed(2)
    expect(tickets.map(ticket => [ticket.isCardDiscount, ticket.price])).toEqual([
      [true, price],
      [false, full.toFixed(2)],
    ])
  })

  test('never goes below the lowest price', async () => {
    const show = await showIn(
      '681',
      'N',
      found => Number(found.settlePrice) * 0.8 < Number(found.lowestPrice),
    )
    const { tickets } = await pricesOf(show, '68116100001')
    expect(tickets[0]?.price).toBe(show.lowestPrice)
  })

  test('without a discount names the ordinary price alone', async () => {
    const show = await showIn('681', 'N', settled)
    for (const cardNumber of ['68116100006', '9216100001'])
      expect(await pricesOf(show, cardNumber)).toMatchObject({
        maxDiscountTickets: 0,
        tickets: [{ isCardDiscount: false, price: show.settlePrice, maxTickets: 9999 }],
      })
  })
})

describe('getCardDiscountTickets', () => {
  const ticketsOf = async (show: ListedShow, cardNumber: string) =>
    dataOf(await cloud.ask('card.getCardDiscountTickets', data(show, cardNumber)), Allowance)

  test.each([
    ['68116100001', 'N', { maxDiscountTickets: 4 }],
    ['68116100003', 'N', { maxDiscountTickets: 3, calculatePerTicketTimes: 1 }],
    ['68116100003', 'I', { maxDiscountTickets: 3, calculatePerTicketTimes: 2 }],
    ['68116100004', 'N', { maxDiscountTickets: 1, calculatePerTicketTimes: 1 }],
    ['68116100004', 'I', { maxDiscountTickets: 0, calculatePerTicketTimes: 2 }],
    ['68116100003', 'Y', { maxDiscountTickets: 0 }],
    ['5816100001', 'N', { maxDiscountTickets: 0 }],
  ])('card %s in a hall of type %s: %j', async (cardNumber, type, expected) => {
    expect(await ticketsOf(await showIn('681', type), cardNumber)).toEqual(expected)
  })

  test.each([
    ['1', {}, 'CARD_NOT_EXIST_ERROR'],
    ['68116100008', {}, 'CARD_NOT_USE_ERROR'],
    ['68116100010', {}, 'CARD_NOT_USE_ERROR'],
    ['68116100007', {}, 'CARD_NOT_USE_ERROR'],
    ['68116100001', { sectionId: '9' }, 'DATA_NOT_EXIST'],
    ['68116100001', { sectionId: null }, 'NULL_ARGUMENT'],
    ['68116100001', { scheduleId: '1' }, 'SCHEDULE_NOT_FOUND'],
    ['68116100001', { scheduleKey: 'x' }, 'SCHEDULE_HAS_CHANGED'],
    ['68116100001', { cinemaLinkId: '112' }, 'SCHEDULE_NOT_FOUND'],
  ])('of card %s with %j: %s', async (cardNumber, change, bizCode) => {
    const request = data(await showIn('681', 'N'), cardNumber, change)
    expect(await cloud.code('card.getCardDiscountTickets', request)).toBe(bizCode)
    expect(await cloud.code('card.queryPrice', request)).toBe(bizCode)
  })
})

test('getCardGradeList has the table’s fields, for every cinema that has cards', async () => {
  const Grades = z.array(
    z.strictObject({
      cinemaLinkId: z.string(),
      gradeId: z.string(),
      gradeDesc: z.string(),
      gradeType: z.enum(['V', 'A', 'G', 'T']),
      goodsDiscount: z
        .string()
        .regex(/^\d+\.\d\d$/)
        .optional(),
      maxDiscountTicketsPerDay: z.int(),
      maxDiscountTicketsPerShow: z.int(),
      minAmount: z.string(),
      cardCostFee: z.string(),
      memberFee: z.string(),
      firstRecharge: z.literal('0.00'),
      transactValidityPeriod: z.int(),
      rechargeExtensionFlag: z.boolean(),
      rechargeExtensionAmount: z.string().optional(),
      hallDiscounts: z.array(
        z.strictObject({
          hallType: z.string(),
          discountType: z.enum(['R', 'A', 'B', 'T']),
          discount: z.string(),
        }),
      ),
    }),
  )
  const gradesOf = async (cinemaLinkId: string) =>
    dataOf(await cloud.ask('card.getCardGradeList', { cinemaLinkId }), Grades)
  const grades = await gradesOf('681')
  expect(grades.map(grade => grade.gradeType)).toEqual(['V', 'V', 'T', 'A', 'G'])
  expect(grades[2]?.hallDiscounts).toEqual([
    { hallType: 'N', discountType: 'T', discount: '1' },
    { hallType: 'I', discountType: 'T', discount: '2' },
  ])
  expect((await gradesOf('112'))[0]?.hallDiscounts[0]).toEqual({
    hallType: 'N',
    discountType: 'B',
    discount: '39.00',
  })
  expect(await gradesOf('206')).toEqual([])
})
