import { expect, test } from 'vitest'
import { findApi } from './apis.ts'
import { always, envelope } from './test-support/answering-server.ts'
import { cloudThat } from './test-support/cloud-that.ts'

/* Where the document disagrees with itself, both forms are read and the table's is given. */

const hall = { cinemaLinkId: '681', hallId: '14' }
const show = { cinemaLinkId: '1', scheduleId: '4', scheduleKey: 'k' }
const cardShow = { ...show, cardNumber: '2', sectionId: '3' }
const seat = { seatId: 's', rowId: 'A', columnId: '01', x: 1, y: 2, type: 'N', damage: false }
const plan = (value: object) => ({ seatPlanList: [{ sections: [{ sectionId: '1', seats: [value] }] }] })
const data = (value: unknown) => envelope({ data: value })
const dataList = (...values: unknown[]) => envelope({ dataList: values })

const cases: [name: string, api: string, params: object, answer: unknown, result: unknown][] = [
  [
    'the outer data as a JSON text',
    'cinema.getCinemas',
    {},
    {
      retCode: '0',
      data: JSON.stringify({ bizCode: 'SUCCESS', dataList: [{ cinemaLinkId: 58, name: 'A' }] }),
    },
    [{ cinemaLinkId: '58', name: 'A', halls: [] }],
  ],
  [
    'the inner data as a JSON text',
    'seat.lockSeats',
    { ...show, outLockId: '1', seatIdList: ['s'] },
    data('{"lockOrderId":"L"}'),
    { lockOrderId: 'L', seats: [] },
  ],
  [
    'no outer envelope',
    'seat.getScheduleAreaSeats',
    show,
    { bizCode: 'SUCCESS', data: { scheduleId: '1', sectionAreas: [] } },
    { scheduleId: '1', sectionAreas: [] },
  ],
  [
    'a numeric retCode',
    'seat.getScheduleAreaSeats',
    show,
    { retCode: 0, data: { bizCode: 'SUCCESS', data: { sectionAreas: [] } } },
    { sectionAreas: [] },
  ],
  [
    'a list of one where the table has an object',
    'card.queryPrice',
    cardShow,
    data([{ maxDiscountTickets: '6', tickets: [{ price: '100.0', isCardDiscount: 'Y', tradePoints: 5 }] }]),
    { maxDiscountTickets: 6, tickets: [{ priceFen: 10000, isCardDiscount: true, tradePoints: 5 }] },
  ],
  [
    'an object where the example has a list of one',
    'card.getCardDiscountTickets',
    cardShow,
    data({ maxDiscountTickets: 6 }),
    { maxDiscountTickets: 6 },
  ],
  ...['ticketfee', 'ticketFee'].map((spelling): (typeof cases)[number] => [
    `the fee of a ticket as ${spelling}`,
    'schedule.getSchedules',
    { cinemaLinkId: '1' },
    dataList({ scheduleId: 18406, [spelling]: '2.5' }),
    [{ scheduleId: '18406', ticketfeeFen: 250, benefitCardPrices: [], areaSettlePrices: [] }],
  ]),
  [
    'the table’s and the example’s names of goods prices, texts and numbers',
    'goods.getGoods',
    { cinemaLinkId: '1' },
    data({
      goodsList: [
        { goodsId: 1, salePrice: '15', settlePrice: '10.5', isDiscount: 'Y' },
        { goodsId: '2', standardPrice: 9.9, settleprice: '0.1', isPackage: 'false' },
      ],
    }),
    {
      goodsList: [
        { goodsId: '1', salePriceFen: 1500, settlePriceFen: 1050, isDiscount: true },
        { goodsId: '2', salePriceFen: 990, settlePriceFen: 10, isPackage: false },
      ],
    },
  ],
  [
    'goods success with a space, a count as a text',
    'order.getGoodsOrderInfo',
    { cinemaLinkId: '1', goodsOrderId: '1' },
    data({
      goodsOrderId: 1,
      orderStatus: 'goods success',
      totalGoodsFee: '0',
      goodsList: [{ goodsId: 3, count: '2' }],
    }),
    {
      goodsOrderId: '1',
      orderStatus: 'goods_success',
      totalGoodsFeeFen: 0,
      goodsList: [{ goodsId: '3', count: 2 }],
    },
  ],
  [
    'coordinates as texts, flags as letters',
    'seat.getSeats',
    hall,
    data(plan({ ...seat, x: '1', y: '2', damage: 'N' })),
    plan(seat),
  ],
  [
    'absent as null, empty or missing',
    'seat.getSeats',
    hall,
    data({ hallId: null, ...plan({ ...seat, type: '', damage: null, y: 2.0, name: '' }) }),
    plan({ seatId: 's', rowId: 'A', columnId: '01', x: 1, y: 2 }),
  ],
  [
    'letters of tomorrow, for a type and for a flag',
    'seat.getSeats',
    hall,
    data(plan({ ...seat, type: 'Q', damage: 'P' })),
    plan({ ...seat, type: 'Q', damage: 'P' }),
  ],
  [
    'a discount for a kind of hall that 4.1.4 does not know, months with decimals',
    'card.getCardGradeList',
    { cinemaLinkId: '1' },
    dataList({
      transactValidityPeriod: '12.00',
      rechargeExtensionFlag: 'true',
      hallDiscounts: [{ hallType: 'M', discountType: 'R', discount: '85.0' }],
    }),
    [
      {
        transactValidityPeriod: 12,
        rechargeExtensionFlag: true,
        hallDiscounts: [{ hallType: 'M', discountType: 'R', discount: 85 }],
      },
    ],
  ],
  [
    'points as a number or a text',
    'card.updatePoints',
    { cinemaLinkId: '1', cardNumber: '2', outTradeNo: '1'.repeat(16), points: '-1.50' },
    data({ accumulationPoints: 1410, tradePoints: '4760.5' }),
    { accumulationPoints: 1410, tradePoints: 4760.5 },
  ],
]

test.each(cases)('%s', async (_, name, params, answer, result) => {
  const api = findApi(name)
  if (!api) throw new Error(`no API ${name}`)
  const { client } = await cloudThat(always(answer))
  expect(await client.call(api, params)).toEqual({ kind: 'done', value: result })
})
