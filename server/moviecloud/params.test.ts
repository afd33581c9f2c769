import { expect, test } from 'vitest'
import { findApi } from './apis.ts'

/** What the API says of these parameters: the first broken rule with its field, or nothing. */
function complaint(name: string, params: unknown): string | undefined {
  const api = findApi(name)
  if (!api) throw new Error(`no API ${name}`)
  const issue = api.params.safeParse(params).error?.issues[0]
  return issue && `${issue.path.join('.')}: ${issue.message}`
}

const lock = { cinemaLinkId: '1', scheduleId: '2', scheduleKey: 'k', outLockId: '3', seatIdList: ['s'] }
const confirm = {
  cinemaLinkId: '1',
  lockOrderId: '2',
  scheduleId: '3',
  scheduleKey: 'k',
  mobile: '13800138000',
  ticketList: [{ seatId: 's', ticketPrice: '45.00', ticketFee: '2.00' }],
}
const cipher = 'WUtTRTEyMzRZS1NFMTIzNAtd8hvk/Brav7lpI9s/x4tu/6gsRGHhzIiG6Uov9JfSsZlPS27/eA0tpMdFvDF1Qb'
const card = { cardNumber: '1', cardPassword: cipher, totalDisTickets: '1' }
const paid = (...paymentList: unknown[]) => ({
  ...confirm,
  ticketList: [{ ...confirm.ticketList[0], paymentList }],
})
const goods = (paymentList: unknown[], count: unknown = 2) => ({
  cinemaLinkId: '1',
  thirdOrderId: '2',
  mobile: '13800138000',
  goodsList: [{ goodsId: '1', count, isPackage: 'false', salePrice: '10', paymentList }],
})
const period = { cinemaLinkId: '1', cardNumber: '2', startDate: '2016-02-01', endDate: '2016-02-03' }
const recharge = { cinemaLinkId: '1', cardNumber: '2', outTradeNo: '1'.repeat(16), rechargeAmount: '-1.5' }

test.each<[api: string, params: object, complaint: string | undefined]>([
  ['seat.lockSeats', lock, undefined],
  ['seat.lockSeats', { ...lock, scheduleKey: undefined }, 'scheduleKey: is required'],
  ['seat.lockSeats', { ...lock, cinemaLinkId: 681 }, 'cinemaLinkId: must be a text'],
  ['seat.lockSeats', { ...lock, outLockId: '1'.repeat(21) }, 'outLockId: must have at most 20 characters'],
  ['seat.lockSeats', { ...lock, outLockId: undefined }, 'outLockId: is required'],
  ['seat.lockSeats', { ...lock, seatIdList: [] }, 'seatIdList: must not be empty'],
  ['seat.lockSeats', { ...lock, seatIdList: undefined }, 'seatIdList: is required'],
  ['seat.lockSeats', { ...lock, seatIdList: ['s', ''] }, 'seatIdList.1: must not be empty'],
  ['order.confirmOrder', confirm, undefined],
  ['order.confirmOrder', { ...confirm, mobile: '138' }, 'mobile: must be a mobile number of 11 digits'],
  [
    'order.confirmOrder',
    { ...confirm, ticketList: [{ seatId: 's', ticketPrice: '45.001', ticketFee: '0' }] },
    'ticketList.0.ticketPrice: must be an amount in yuan such as "45.00"',
  ],
  [
    'order.confirmOrder',
    { ...confirm, paymentList: [{ paymentMethod: 'memberCard' }] },
    'paymentList.0.paymentMethod: must be BenefitCard or MemberCard',
  ],
  [
    'order.confirmOrder',
    { ...confirm, paymentList: [{ paymentMethod: 'BenefitCard' }] },
    'paymentList.0.payCardInfo.benefitCardNumber: is required for BenefitCard',
  ],
  [
    'order.confirmOrder',
    {
      ...confirm,
      paymentList: [
        { paymentMethod: 'MemberCard', payCardInfo: { cardNumber: '1', cardPassword: '123456' } },
      ],
    },
    'paymentList.0.payCardInfo.cardPassword: must be enciphered (specification 3)',
  ],
  [
    'order.confirmOrderForMultiPay',
    paid(
      { paymentMethod: 'MemberCard', payAmount: '40', payCardInfo: card },
      { paymentMethod: 'Corp', payAmount: '7.00' },
    ),
    undefined,
  ],
  [
    'order.confirmOrderForMultiPay',
    paid({ paymentMethod: 'Cash', payAmount: '45.00' }),
    'ticketList.0.paymentList: must add up to ticketPrice + ticketFee',
  ],
  [
    'order.confirmOrderForMultiPay',
    paid({ paymentMethod: 'MemberCard', payAmount: '47.00' }),
    'ticketList.0.paymentList.0.payCardInfo: is required for MemberCard',
  ],
  ['order.confirmGoodsOrderForMultiPay', goods([{ paymentMethod: 'Cash', payAmount: '20.0' }]), undefined],
  ['order.confirmGoodsOrderForMultiPay', goods([{ paymentMethod: 'Cash', payAmount: '30' }], '3'), undefined],
  [
    'order.confirmGoodsOrderForMultiPay',
    goods([{ paymentMethod: 'Cash', payAmount: '10.0' }]),
    'goodsList.0.paymentList: must add up to salePrice x count',
  ],
  ['order.confirmGoodsOrderForMultiPay', goods([], 0), 'goodsList.0.count: must be a count from 1'],
  ['card.getCardConsumeRecords', period, undefined],
  [
    'card.getCardConsumeRecords',
    { ...period, startDate: '2016-2-1' },
    'startDate: must be a day such as 2016-01-22',
  ],
  [
    'card.getCardConsumeRecords',
    { ...period, endDate: '2016-01-31' },
    'startDate: must not be after endDate',
  ],
  ['card.recharge', recharge, undefined],
  ['card.recharge', { ...recharge, outTradeNo: '1' }, 'outTradeNo: must have 16 to 32 characters'],
  ['card.recharge', { ...recharge, outTradeNo: '1'.repeat(33) }, 'outTradeNo: must have 16 to 32 characters'],
  [
    'schedule.getSchedules',
    { cinemaLinkId: '1', priceQueryType: 'all' },
    'priceQueryType: must be default or benefit or specialSeat',
  ],
  [
    'benefitCard.getCardOrderDetail',
    {},
    'benefitCardOrderId: benefitCardOrderId and outTradeNo must not both be absent',
  ],
])('%s of %j: %s', (name, params, expected) => {
  expect(complaint(name, params)).toBe(expected)
})
