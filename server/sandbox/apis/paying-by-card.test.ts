import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type CardSale, money, openCardSale } from '../test-card-sale.ts'
import { encipher } from '../test-cards.ts'
import { dataOf } from '../test-client.ts'
import { Confirmed, evening } from '../test-cloud.ts'

let sale: CardSale
const open = async () => {
  sale = await openCardSale()
}
const close = () => sale.close()

const fee = 3
const cardPassword = encipher('123456')
const gold = '68116100001'
const goldPrice = () => sale.less(sale.full * 0.2)
const memberCard = (cardNumber: string, info: object = {}) => [
  { paymentMethod: 'MemberCard', payCardInfo: { cardNumber, cardPassword, ...info } },
]
async function balanceOf(cardNumber: string) {
  const Balance = z.looseObject({
    balance: z.string().optional(),
    availableTimes: z.int().optional(),
    tradePoints: z.string(),
  })
  const data = { cinemaLinkId: '681', cardNumber, cardPassword }
  return dataOf(await sale.cloud.ask('card.queryBalance', data), Balance)
}

describe('a member card', () => {
  beforeEach(open)
  afterEach(close)

  test('pays for the order at its discount, once, and gets it back with the refund', async () => {
    const paid = 2 * (goldPrice() + fee)
    const order = await sale.request(2, goldPrice(), memberCard(gold, { payAmount: money(paid) }), {
      isCardDiscount: true,
    })
    const { orderId, bookingId } = dataOf(await sale.cloud.ask('order.confirmOrder', order), Confirmed)
    expect(await sale.confirm(order)).toBe('SUCCESS')
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
        description: z.literal('购票 2 张'),
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
    const records = async () =>
      dataOf(await sale.cloud.ask('card.getCardConsumeRecords', recordsAsked), Records)
    expect(await records()).toMatchObject([{ refundAmount: '0.00', refundSeats: 0 }])
    const left = async () =>
      dataOf(
        await sale.cloud.ask('card.getCardDiscountTickets', {
          ...sale.cloud.key(sale.show),
          cardNumber: gold,
          sectionId: '0000000000000001',
        }),
        z.object({ maxDiscountTickets: z.int() }),
      ).maxDiscountTickets
    expect(await left()).toBe(2)

    sale.cloud.clock.time = evening + 60 * 60_000
    expect(await sale.cloud.code('order.refundOrder', { cinemaLinkId: '681', orderId })).toBe('SUCCESS')
    expect(await balanceOf(gold)).toMatchObject({ balance: '500.00', tradePoints: '120.00' })
    expect(await records()).toMatchObject([{ refundAmount: money(paid), refundSeats: 2 }])
    expect(await left()).toBe(4)
  })

  test('by times pays with times', async () => {
    const order = await sale.request(2, sale.full, memberCard('68116100003'), { isCardDiscount: true })
    expect(await sale.confirm(order)).toBe('SUCCESS')
    expect((await balanceOf('68116100003')).availableTimes).toBe(8)
  })

  test('gets its money back from a reversal', async () => {
    const order = await sale.request(1, sale.full, memberCard(gold))
    await sale.cloud.control('faults', {
      api: 'order.confirmOrder',
      kind: 'slow-tickets',
      delayMs: 3_600_000,
    })
    expect(await sale.confirm(order)).toBe('ORDER_PROCESSING')
    expect((await balanceOf(gold)).balance).toBe(money(500 - sale.full - fee))
    const { orderId } = dataOf(
      await sale.cloud.ask('order.getOrderInfo', { cinemaLinkId: '681', lockOrderId: order.lockOrderId }),
      z.looseObject({ orderId: z.string() }),
    )
    sale.cloud.clock.time = evening + 13 * 60_000
    for (let time = 0; time < 2; time++)
      expect(await sale.cloud.code('order.reverseOrder', { cinemaLinkId: '681', orderId })).toBe('SUCCESS')
    expect((await balanceOf(gold)).balance).toBe('500.00')
  })

  test('of another cinema pays there, and needs no password where none is given', async () => {
    const info = { cardNumber: '9216100001', cinemaLinkId: '92' }
    const order = await sale.request(1, sale.full, [{ paymentMethod: 'MemberCard', payCardInfo: info }])
    expect(await sale.confirm(order)).toBe('SUCCESS')
  })

  test('pays its part of a ticket, the rest paid otherwise', async () => {
    const { paymentList: _, ...order } = await sale.request(1, sale.full, [])
    const part = { cardNumber: gold, cardPassword, cinemaLinkId: '681', totalDisTickets: '0' }
    const split = (cardPays: string) => ({
      ...order,
      ticketList: order.ticketList.map(ticket => ({
        ...ticket,
        paymentList: [
          { paymentMethod: 'MemberCard', payAmount: cardPays, payCardInfo: part },
          { paymentMethod: 'Cash', payAmount: money(sale.full + fee - 10) },
        ],
      })),
    })
    expect(await sale.cloud.code('order.confirmOrderForMultiPay', split('10.01'))).toBe(
      'PAYMENT_AMOUNT_ERROR',
    )
    expect(await sale.cloud.code('order.confirmOrderForMultiPay', split('10.00'))).toBe('SUCCESS')
    expect((await balanceOf(gold)).balance).toBe('490.00')
  })

  test('buys goods at its discount, where they have one, and gets the money back', async () => {
    const buy = (goodsId: string, salePrice: string, thirdOrderId: string) =>
      sale.cloud.ask('order.confirmGoodsOrder', {
        cinemaLinkId: '681',
        thirdOrderId,
        goodsList: [{ goodsId, count: 2, isPackage: false, salePrice, isCardDiscount: true }],
        paymentList: memberCard(gold),
      })
    expect((await buy('1728', '18.00', 'DEAR')).data?.bizCode).toBe('GOODS_AMOUNT_ERROR')
    const bought = dataOf(await buy('1728', '14.40', 'RIGHT'), z.looseObject({ goodsOrderId: z.string() }))
    expect((await balanceOf(gold)).balance).toBe('471.20')
    const { goodsOrderId } = bought
    expect(await sale.cloud.code('order.refundGoodsOrder', { cinemaLinkId: '681', goodsOrderId })).toBe(
      'SUCCESS',
    )
    expect((await balanceOf(gold)).balance).toBe('500.00')
  })
})

describe('a member card that may not pay', () => {
  beforeAll(open)
  afterAll(close)

  const discounted = { isCardDiscount: true }
  const refused: [string, () => Promise<object>, string][] = [
    ['that is none', () => sale.request(1, sale.full, memberCard('1')), 'CARD_NOT_EXIST_ERROR'],
    [
      'of another cinema than it says',
      () => sale.request(1, sale.full, memberCard(gold, { cinemaLinkId: '58' })),
      'CARD_NOT_EXIST_ERROR',
    ],
    ['that is lost', () => sale.request(1, sale.full, memberCard('68116100008')), 'CARD_NOT_USE_ERROR'],
    ['that has expired', () => sale.request(1, sale.full, memberCard('68116100010')), 'CARD_NOT_USE_ERROR'],
    [
      'with a wrong password',
      () => sale.request(1, sale.full, memberCard(gold, { cardPassword: encipher('000000') })),
      'CARD_PASSWORD_ERROR',
    ],
    [
      'with garbage for a password',
      () => sale.request(1, sale.full, memberCard(gold, { cardPassword: 'x' })),
      'FORMAT_ERROR',
    ],
    [
      'with another sum',
      () => sale.request(1, sale.full, memberCard(gold, { payAmount: '1.00' })),
      'PAYMENT_AMOUNT_ERROR',
    ],
    [
      'with too little on it',
      () => sale.request(1, sale.full, memberCard('68116100002')),
      'PAYMENT_AMOUNT_ERROR',
    ],
    [
      'at the full price for a discounted ticket',
      () => sale.request(1, sale.full, memberCard(gold), discounted),
      'TICKET_PRICE_VALID_ERROR',
    ],
    [
      'a fen below its price',
      () => sale.request(1, goldPrice() - 0.01, memberCard(gold), discounted),
      'LOW_THAN_SETTLE_PRICE_ERROR',
    ],
    [
      'at its price without saying so',
      () => sale.request(1, goldPrice(), memberCard(gold)),
      'LOW_THAN_SETTLE_PRICE_ERROR',
    ],
    [
      'with a discount on more tickets than it has',
      () => sale.request(2, sale.full, memberCard('68116100004'), discounted),
      'CARD_NOT_USE_ERROR',
    ],
    [
      'with a discount that it has not here',
      () => sale.request(1, sale.full, memberCard('9216100001', { cinemaLinkId: '92' }), discounted),
      'CARD_NOT_USE_ERROR',
    ],
    [
      'by times without a discount',
      () => sale.request(1, sale.full, memberCard('68116100003')),
      'PAYMENT_METHOD_ERROR',
    ],
    [
      'and another one',
      () => sale.request(1, sale.full, [...memberCard(gold), ...memberCard(gold)]),
      'PAYMENT_METHOD_ERROR',
    ],
    [
      'and a benefit',
      () => sale.request(1, sale.full, memberCard(gold), { isBenefit: true }),
      'PAYMENT_METHOD_ERROR',
    ],
  ]
  test.each(refused)('%s is refused, and nothing is taken', async (_, of, bizCode) => {
    const order = await of()
    expect(await sale.confirm(order)).toBe(bizCode)
    expect((await balanceOf(gold)).balance).toBe('500.00')
  })
})
