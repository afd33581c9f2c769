import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type CardSale, money, openCardSale } from '../test-card-sale.ts'
import { dataOf } from '../test-client.ts'
import { Confirmed, priced, theShow } from '../test-cloud.ts'

let sale: CardSale

describe('a benefit card', () => {
  beforeAll(async () => {
    sale = await openCardSale()
  })
  afterAll(() => sale.close())

  const benefit = '160527947000000002'
  const paidBy = (benefitCardNumber: string) => [
    { paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber } },
  ]
  const price = () => sale.less(15)
  const claimed = { isBenefit: true }
  async function leftOn(benefitCardNumber: string) {
    const Left = z.looseObject({
      availableDiscountTickets: z.int(),
      availableDailyDiscountTickets: z.int(),
    })
    const detail = dataOf(await sale.cloud.ask('benefitCard.getCardDetail', { benefitCardNumber }), Left)
    return [detail.availableDiscountTickets, detail.availableDailyDiscountTickets]
  }

  test('has its price in the programme when that is asked for', async () => {
    const asked = { cinemaLinkId: '681', startDate: '2026-11-24', endDate: '2026-11-24' }
    const Prices = z.array(
      z.looseObject({
        scheduleId: z.string(),
        benefitCardPrices: z
          .array(
            z.strictObject({
              benefitPolicyCode: z.string(),
              benefitPayPrice: z.string(),
              eachShowDiscountTickets: z.int().optional(),
            }),
          )
          .optional(),
      }),
    )
    const pricesOf = async (data: object) =>
      dataOf(await sale.cloud.ask('schedule.getSchedules', data), Prices).find(
        ({ scheduleId }) => scheduleId === sale.show.scheduleId,
      )?.benefitCardPrices
    expect(await pricesOf({ ...asked, priceQueryType: 'benefit' })).toContainEqual({
      benefitPolicyCode: '100016',
      benefitPayPrice: money(price()),
      eachShowDiscountTickets: 2,
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
    expect(await sale.confirm(await sale.request(count, price(), paidBy(cardNumber), claimed))).toBe(bizCode)
  })

  test('is refused without a ticket of its own, at another price, with a card’s discount', async () => {
    expect(await sale.confirm(await sale.request(1, sale.full, paidBy(benefit)))).toBe(
      'BCARD_TICKET_COUNT_ZERO_ERROR',
    )
    expect(await sale.confirm(await sale.request(1, sale.full, paidBy(benefit), claimed))).toBe(
      'TICKET_PRICE_VALID_ERROR',
    )
    expect(await sale.confirm(await sale.request(1, price() - 1, paidBy(benefit), claimed))).toBe(
      'LOW_THAN_SETTLE_PRICE_ERROR',
    )
    expect(
      await sale.confirm(await sale.request(1, sale.full, paidBy(benefit), { isCardDiscount: true })),
    ).toBe('PAYMENT_METHOD_ERROR')
    expect(await leftOn(benefit)).toEqual([96, 4])
  })

  test('is refused at a cinema that is not of its policy', async () => {
    const elsewhere = theShow(await sale.cloud.shows('112'), priced.bySettle)
    const order = await sale.request(1, 30, paidBy(benefit), claimed, elsewhere)
    expect(await sale.confirm(order)).toBe('BCARD_SCHEDULE_NOT_MATCH')
  })

  test('does not buy a seat that is priced by its area', async () => {
    const { cloud } = sale
    const show = theShow(await cloud.shows('681'), priced.byAreas)
    const Areas = z.object({
      sectionAreas: z.array(
        z.object({
          areaDetails: z.array(z.object({ seats: z.array(z.object({ seatId: z.string() })) })),
        }),
      ),
    })
    const { sectionAreas } = dataOf(await cloud.ask('seat.getScheduleAreaSeats', cloud.key(show)), Areas)
    const inArea = new Set(
      sectionAreas.flatMap(({ areaDetails }) => areaDetails.flatMap(({ seats }) => seats)).map(s => s.seatId),
    )
    const gone = await cloud.unavailable(show)
    const free = (await cloud.seats(show)).find(
      ({ seatId, type }) => inArea.has(seatId) && type === 'N' && !gone.has(seatId),
    )
    const seatIds = [free?.seatId ?? '']
    const right = cloud.confirmRequest(show, await cloud.lock(show, seatIds), seatIds, show.settlePrice)
    const ticketList = right.ticketList.map(ticket => ({ ...ticket, isBenefit: true }))
    expect(await sale.confirm({ ...right, ticketList, paymentList: paidBy(benefit) })).toBe(
      'AREA_SEAT_NOT_SUPPORT_BENEFIT',
    )
  })

  test('of a policy that is no longer sold stays good', async () => {
    const old = '160527947000000007'
    const order = await sale.request(1, sale.less(12), paidBy(old), claimed)
    expect(await sale.confirm(order)).toBe('SUCCESS')
  })

  test('is used up ticket by ticket, once an order, and gets them back with the refund', async () => {
    const order = await sale.request(2, price(), paidBy(benefit), claimed)
    const { orderId } = dataOf(await sale.cloud.ask('order.confirmOrder', order), Confirmed)
    expect(await sale.confirm(order)).toBe('SUCCESS')
    expect(await leftOn(benefit)).toEqual([94, 2])
    const { orderType } = dataOf(
      await sale.cloud.ask('benefitCard.getCardOrderDetail', { outTradeNo: order.lockOrderId }),
      z.looseObject({ orderType: z.string() }),
    )
    expect(orderType).toBe('consume')
    // Two a show is the policy's limit.
    expect(await sale.confirm(await sale.request(1, price(), paidBy(benefit), claimed))).toBe(
      'BCARD_TICKET_OVER_LIMIT',
    )
    expect(await sale.cloud.code('order.refundOrder', { cinemaLinkId: '681', orderId })).toBe('SUCCESS')
    expect(await leftOn(benefit)).toEqual([96, 4])
    expect(await sale.confirm(await sale.request(1, price(), paidBy(benefit), claimed))).toBe('SUCCESS')
  })
})
