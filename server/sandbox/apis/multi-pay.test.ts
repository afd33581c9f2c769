import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { yuan } from '#contract/money.ts'
import { bizCodeOf, dataOf } from '../test-client.ts'
import { Confirmed, type ListedShow, priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'
import { ConfirmedGoods, GoodsOrder, mixRequest } from '../test-goods.ts'

const cinemaLinkId = '681'
let cloud: TestCloud
let show: ListedShow
beforeAll(async () => {
  cloud = await startTestCloud()
  show = theShow(await cloud.shows(cinemaLinkId), priced.bySettle)
})
afterAll(() => cloud.close())

type Asked = Awaited<ReturnType<typeof mixRequest>>
type Payment = Record<string, unknown>
const fenOf = (amount: string) => Math.round(Number(amount) * 100)
const thirdPartPayment = { thirdTradeNo: '2026112322001', outTradeNo: 'FOYER-1' }
const payCardInfo = { cardNumber: '112345', cardPassword: 'dG4xZWQx', totalDisTickets: '0' }

/** The whole amount with WeChat, but for one fen that the partner adds. */
const split = (fen: number): Payment[] => [
  { paymentMethod: 'WeChat', payAmount: yuan(fen - 1), thirdPartPayment },
  { paymentMethod: 'Corp', payAmount: '0.01' },
]

type Pay = (fen: number) => unknown
const ticketsPaid = (lines: Asked['ticketList'], pay: Pay) =>
  lines.map(line => ({ ...line, paymentList: pay(fenOf(line.ticketPrice) + fenOf(line.ticketFee)) }))
const goodsPaid = (lines: Asked['goodsList'], pay: Pay) =>
  lines.map(line => ({ ...line, paymentList: pay(fenOf(line.salePrice) * Number(line.count)) }))

/** Right requests, every line paid by itself. */
async function mixed(pay: Pay = split) {
  const asked = await mixRequest(cloud, show)
  return {
    ...asked,
    ticketList: ticketsPaid(asked.ticketList, pay),
    goodsList: goodsPaid(asked.goodsList, pay),
  }
}
async function tickets(pay?: Pay) {
  const { goodsList: _, ...asked } = await mixed(pay)
  return asked
}
let orderCount = 0
async function goods(pay?: Pay) {
  const { goodsList } = await mixed(pay)
  return { cinemaLinkId, thirdOrderId: `M${++orderCount}`, mobile: '13800138000', goodsList }
}

/** The same request, its payments made anew. */
const repaid = (asked: Partial<Asked>, pay: Pay): object => ({
  ...asked,
  ...(asked.ticketList && { ticketList: ticketsPaid(asked.ticketList, pay) }),
  ...(asked.goodsList && { goodsList: goodsPaid(asked.goodsList, pay) }),
})

const confirms: [string, (pay?: Pay) => Promise<Partial<Asked>>][] = [
  ['order.confirmOrderForMultiPay', tickets],
  ['order.confirmMixOrderForMultiPay', mixed],
  ['order.confirmGoodsOrderForMultiPay', goods],
]

describe('the answers', () => {
  test('of tickets, of both and of goods have the tables’ fields', async () => {
    dataOf(await cloud.ask('order.confirmOrderForMultiPay', await tickets()), Confirmed)
    const mix = await cloud.ask('order.confirmMixOrderForMultiPay', await mixed())
    dataOf(mix, Confirmed.extend({ goodsOrder: ConfirmedGoods }))
    dataOf(await cloud.ask('order.confirmGoodsOrderForMultiPay', await goods()), GoodsOrder)
  })

  test('orders are of the kind that their refunds and reversals ask for', async () => {
    const order = dataOf(await cloud.ask('order.confirmOrderForMultiPay', await tickets()), Confirmed)
    const asked = { cinemaLinkId, orderId: order.orderId }
    expect(await cloud.code('order.refundMixOrder', asked)).toBe('REFUND_ORDER_TYPE_NOT_MATCH')
    expect(await cloud.code('order.refundOrder', asked)).toBe('SUCCESS')
  })
})

describe.each(confirms)('%s', (api, request) => {
  const code = async (data: object) => bizCodeOf(await cloud.ask(api, data))

  test('said again answers the same; with other payments of the same sum it is refused', async () => {
    const asked = await request()
    const first = await cloud.ask(api, asked)
    expect(bizCodeOf(first)).toBe('SUCCESS')
    expect(await cloud.ask(api, asked)).toEqual(first)
    const changed = JSON.stringify(asked).replaceAll('"Corp"', '"CinemaPay"')
    expect(await code(JSON.parse(changed))).toBe('REQUEST_PARAM_INCONFORMITY_ERROR')
  })

  const right: [string, (fen: number) => Payment[]][] = [
    ['Ali', fen => [{ paymentMethod: 'Ali', payAmount: yuan(fen), thirdPartPayment }]],
    ['Cash', fen => [{ paymentMethod: 'Cash', payAmount: yuan(fen) }]],
    ['the cinema', fen => [{ paymentMethod: 'CinemaPay', payAmount: yuan(fen), payCardInfo: null }]],
    [
      'two ways and the same again',
      fen => [
        { paymentMethod: 'WeChat', payAmount: yuan(fen - 200), thirdPartPayment },
        { paymentMethod: 'Cash', payAmount: '1' },
        { paymentMethod: 'Cash', payAmount: '1.0' },
      ],
    ],
  ]
  test.each(right)('takes payments by %s', async (_, pay) => {
    expect(await code(await request(pay))).toBe('SUCCESS')
  })

  const cash = (payAmount: unknown): Payment => ({ paymentMethod: 'Cash', payAmount })
  const wrong: [string, (fen: number) => unknown, string][] = [
    ['no payments', () => undefined, 'NULL_ARGUMENT'],
    ['an empty list', () => [], 'NULL_ARGUMENT'],
    ['one payment without a list', fen => cash(yuan(fen)), 'FORMAT_ERROR'],
    ['a payment as a string', () => ['Cash'], 'FORMAT_ERROR'],
    ['no method', fen => [{ payAmount: yuan(fen) }], 'NULL_ARGUMENT'],
    [
      'a method in other letters',
      fen => [{ ...cash(yuan(fen)), paymentMethod: 'cash' }],
      'PAYMENT_METHOD_ERROR',
    ],
    ['a benefit card', fen => [{ ...cash(yuan(fen)), paymentMethod: 'BenefitCard' }], 'PAYMENT_METHOD_ERROR'],
    [
      'a name all objects have',
      fen => [{ ...cash(yuan(fen)), paymentMethod: 'constructor' }],
      'PAYMENT_METHOD_ERROR',
    ],
    ['no amount', () => [cash('')], 'NULL_ARGUMENT'],
    ['an amount as a number', fen => [cash(fen / 100)], 'FORMAT_ERROR'],
    ['an amount of three decimals', fen => [cash(`${yuan(fen)}0`)], 'FORMAT_ERROR'],
    ['a fen short', fen => [cash(yuan(fen - 1))], 'PAYMENT_AMOUNT_ERROR'],
    ['a fen over', fen => [cash(yuan(fen + 1))], 'PAYMENT_AMOUNT_ERROR'],
    ['nothing beside all of it', fen => [cash(yuan(fen)), cash('0.00')], 'PAYMENT_AMOUNT_ERROR'],
    ['a negative amount that evens out', fen => [cash(yuan(fen + 100)), cash('-1.00')], 'FORMAT_ERROR'],
    ['Ali without its trade', fen => [{ paymentMethod: 'Ali', payAmount: yuan(fen) }], 'NULL_ARGUMENT'],
    [
      'WeChat without its number',
      fen => [{ paymentMethod: 'WeChat', payAmount: yuan(fen), thirdPartPayment: { outTradeNo: 'FOYER-1' } }],
      'NULL_ARGUMENT',
    ],
    [
      'WeChat without ours',
      fen => [{ paymentMethod: 'WeChat', payAmount: yuan(fen), thirdPartPayment: { thirdTradeNo: '1' } }],
      'NULL_ARGUMENT',
    ],
    [
      'a trade as a string',
      fen => [{ paymentMethod: 'Ali', payAmount: yuan(fen), thirdPartPayment: 'x' }],
      'FORMAT_ERROR',
    ],
    ['cash with a trade', fen => [{ ...cash(yuan(fen)), thirdPartPayment }], 'ILLEGAL_ARGUMENT'],
    ['cash with a card', fen => [{ ...cash(yuan(fen)), payCardInfo }], 'ILLEGAL_ARGUMENT'],
    ['a card without a card', fen => [{ ...cash(yuan(fen)), paymentMethod: 'MemberCard' }], 'NULL_ARGUMENT'],
    [
      'a card without a password',
      fen => [
        {
          paymentMethod: 'MemberCard',
          payAmount: yuan(fen),
          payCardInfo: { ...payCardInfo, cardPassword: null },
        },
      ],
      'NULL_ARGUMENT',
    ],
    [
      'a card at half a discount',
      fen => [
        {
          paymentMethod: 'MemberCard',
          payAmount: yuan(fen),
          payCardInfo: { ...payCardInfo, totalDisTickets: '2' },
        },
      ],
      'FORMAT_ERROR',
    ],
    [
      'a card that nobody has',
      fen => [{ paymentMethod: 'MemberCard', payAmount: yuan(fen), payCardInfo }],
      'CARD_NOT_EXIST_ERROR',
    ],
  ]
  test('says what is wrong with the payments, and leaves everything for the right ones', async () => {
    const asked = await request()
    for (const [what, pay, bizCode] of wrong) expect(await code(repaid(asked, pay)), what).toBe(bizCode)
    expect(await code(asked)).toBe('SUCCESS')
  })
})

describe('every line by itself', () => {
  const mixCode = (data: object) => cloud.code('order.confirmMixOrderForMultiPay', data)

  test('one line’s surplus does not make up for another’s lack', async () => {
    const asked = await mixed(fen => [{ paymentMethod: 'Cash', payAmount: yuan(fen) }])
    const [first, second] = asked.ticketList
    const uneven = [{ ...first, paymentList: [{ paymentMethod: 'Cash', payAmount: '999.00' }] }, second]
    expect(await mixCode({ ...asked, ticketList: uneven })).toBe('PAYMENT_AMOUNT_ERROR')
    const [popcorn, ...others] = asked.goodsList
    const short = { ...popcorn, paymentList: [{ paymentMethod: 'Cash', payAmount: popcorn?.salePrice }] }
    expect(await mixCode({ ...asked, goodsList: [short, ...others] })).toBe('PAYMENT_AMOUNT_ERROR')
    expect(await mixCode(asked)).toBe('SUCCESS')
  })

  test('the fee has to be paid as well', async () => {
    const asked = await tickets()
    const ticketList = asked.ticketList.map(({ paymentList: _, ...line }) => ({
      ...line,
      paymentList: [{ paymentMethod: 'Cash', payAmount: line.ticketPrice }],
    }))
    expect(await cloud.code('order.confirmOrderForMultiPay', { ...asked, ticketList })).toBe(
      'PAYMENT_AMOUNT_ERROR',
    )
  })

  test('prices and goods keep their own rules, whatever was paid', async () => {
    const cash = (payAmount: string) => [{ paymentMethod: 'Cash', payAmount }]
    const asked = await mixed()
    const cheap = asked.ticketList.map(line => ({
      ...line,
      ticketPrice: '1.00',
      paymentList: cash(yuan(100 + fenOf(line.ticketFee))),
    }))
    expect(await mixCode({ ...asked, ticketList: cheap })).toBe('LOW_THAN_SETTLE_PRICE_ERROR')
    const [line] = asked.goodsList
    const withGoods = (change: object) => ({ ...asked, goodsList: [{ ...line, ...change }] })
    expect(await mixCode(withGoods({ salePrice: '1.00', count: 1, paymentList: cash('1.00') }))).toBe(
      'GOODS_PRICE_LESS',
    )
    expect(await mixCode(withGoods({ goodsId: '1799' }))).toBe('GOODS_DISABLED_OR_END_SALE')
    expect(await mixCode({ ...asked, goodsList: null })).toBe('GOODS_INFO_NOT_NULL')
    const goodsCode = (data: object) => cloud.code('order.confirmGoodsOrderForMultiPay', data)
    expect(await goodsCode({ ...(await goods()), goodsList: [] })).toBe('GOODS_INFO_NOT_NULL')
    expect(await goodsCode({ ...(await goods()), mobile: null })).toBe('NULL_ARGUMENT')
    expect(await goodsCode({ ...(await goods()), cinemaLinkId: '58' })).toBe('CHANNEL_NOT_ALLOW_BUY')
  })

  test('the example of 6.3.5 lacks nothing but the card', async () => {
    const payment = {
      paymentMethod: 'MemberCard',
      payAmount: '25.00',
      payCardInfo: { ...payCardInfo, cinemaLinkId: '92', totalDisTickets: '1' },
    }
    const example = (paymentList: object[]) => ({
      cinemaLinkId: '92',
      mobile: '13800138000',
      thirdOrderId: '20161215adfqe2545',
      goodsList: [{ goodsId: '8160812223149', isPackage: true, count: 1, salePrice: '50.00', paymentList }],
    })
    const corp = { paymentMethod: 'Corp', payAmount: '25.00' }
    const code = (data: object) => cloud.code('order.confirmGoodsOrderForMultiPay', data)
    expect(await code(example([payment, corp]))).toBe('CARD_NOT_EXIST_ERROR')
    expect(await code(example([corp, corp]))).toBe('SUCCESS')
  })
})
