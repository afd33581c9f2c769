import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CardSale, money, openCardSale } from '../test-card-sale.ts'
import { encipher } from '../test-cards.ts'

let sale: CardSale
beforeAll(async () => {
  sale = await openCardSale()
})
afterAll(() => sale.close())

const payCardInfo = { cardNumber: '68116100001', cardPassword: encipher('123456'), totalDisTickets: '1' }
const gold = (payAmount: string) => ({ paymentMethod: 'MemberCard', payAmount, payCardInfo })
const silver = (payAmount: string) => ({
  ...gold(payAmount),
  payCardInfo: { ...payCardInfo, cardNumber: '68116100002' },
})
const popcorn = (salePrice: string, card: object) => ({
  goodsId: '1728',
  count: 1,
  isPackage: false,
  salePrice,
  paymentList: [card],
})

test('two cards give the same goods each its own discount, line by line', async () => {
  const code = (thirdOrderId: string, goodsList: object[]) =>
    sale.cloud.code('order.confirmGoodsOrderForMultiPay', {
      cinemaLinkId: '681',
      thirdOrderId,
      mobile: '13800138000',
      goodsList,
    })
  // 18.00 yuan: 80 percent of it with the gold card, 90 with the silver one.
  const right = [popcorn('14.40', gold('14.40')), popcorn('16.20', silver('16.20'))]
  const alike = [popcorn('16.20', gold('16.20')), popcorn('16.20', silver('16.20'))]
  expect(await code('ALIKE', alike)).toBe('GOODS_AMOUNT_ERROR')
  expect(await code('RIGHT', right)).toBe('SUCCESS')
})

test('a card of another cinema has no discount on goods, as it has none on tickets', async () => {
  const order = (thirdOrderId: string, salePrice: string, discount: object) => ({
    cinemaLinkId: '92',
    thirdOrderId,
    goodsList: [{ goodsId: '1738', count: 1, isPackage: false, salePrice, ...discount }],
    paymentList: [
      { paymentMethod: 'MemberCard', payCardInfo: { cardNumber: '68116100001', cinemaLinkId: '681' } },
    ],
  })
  const code = (data: object) => sale.cloud.code('order.confirmGoodsOrder', data)
  expect(await code(order('REDUCED', '3.20', { isCardDiscount: true }))).toBe('CARD_NOT_USE_ERROR')
  expect(await code(order('FULL', '4.00', {}))).toBe('SUCCESS')
})

test('a ticket cannot claim a benefit card and a member card together', async () => {
  const full = sale.full - 15
  const benefit = [{ paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber: '160527947000000002' } }]
  const order = await sale.request(1, full, benefit, { isBenefit: true, isCardDiscount: true })
  expect(await sale.confirm(order)).toBe('PAYMENT_METHOD_ERROR')
  const ticketList = order.ticketList.map(line => ({ ...line, isCardDiscount: false }))
  expect(await sale.confirm({ ...order, ticketList })).toBe('SUCCESS')
  expect(order.ticketList[0]?.ticketPrice).toBe(money(full))
})
