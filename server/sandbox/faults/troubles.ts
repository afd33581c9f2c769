import type { Trouble } from '#contract/sandbox-faults.ts'
import type { ApiName } from '../protocol/api-names.ts'
import type { BizCode } from '../protocol/codes.ts'

const confirmsOfTickets: readonly ApiName[] = [
  'ykse.partner.order.confirmOrder',
  'ykse.partner.order.confirmOrderForMultiPay',
]
const confirmsOfBoth: readonly ApiName[] = [
  'ykse.partner.order.confirmMixOrder',
  'ykse.partner.order.confirmMixOrderForMultiPay',
]
const confirmsOfGoods: readonly ApiName[] = [
  'ykse.partner.order.confirmGoodsOrder',
  'ykse.partner.order.confirmGoodsOrderForMultiPay',
]
const givenBackOfBoth: readonly ApiName[] = [
  'ykse.partner.order.refundMixOrder',
  'ykse.partner.order.reverseMixOrder',
]

/** What is asked of the cinema's own system; everything else the platform answers from what it holds. */
const askedOfTheCinema: readonly ApiName[] = [
  'ykse.partner.seat.getScheduleSoldSeats',
  'ykse.partner.seat.lockSeats',
  'ykse.partner.seat.releaseSeats',
  ...confirmsOfTickets,
  ...confirmsOfBoth,
  ...confirmsOfGoods,
  'ykse.partner.order.getTicketInfo',
  'ykse.partner.ticket.printTicket',
  'ykse.partner.ticket.getOrderPrintStatus',
  'ykse.partner.order.refundOrder',
  'ykse.partner.order.reverseOrder',
  ...givenBackOfBoth,
  'ykse.partner.order.refundGoodsOrder',
  'ykse.partner.card.registerCard',
  'ykse.partner.card.recharge',
  'ykse.partner.card.updatePoints',
  'ykse.partner.card.modifyPassword',
  'ykse.partner.card.modifyInformation',
  'ykse.partner.card.getCardDetail',
  'ykse.partner.card.queryBalance',
  'ykse.partner.card.getCardDiscountTickets',
  'ykse.partner.card.queryPrice',
  'ykse.partner.card.getCardConsumeRecords',
  'ykse.partner.card.getCardRechargeRecords',
  'ykse.partner.card.getCardPointsRecords',
]

/** What the cinema's own system works on for a time, and may fail: orders, their return, orders about cards. */
const workedOn: ReadonlySet<ApiName> = new Set([
  ...confirmsOfTickets,
  ...confirmsOfBoth,
  ...confirmsOfGoods,
  'ykse.partner.order.refundOrder',
  'ykse.partner.order.reverseOrder',
  ...givenBackOfBoth,
  'ykse.partner.order.refundGoodsOrder',
  'ykse.partner.card.registerCard',
  'ykse.partner.card.recharge',
  'ykse.partner.card.updatePoints',
  'ykse.partner.benefitCard.registerBenefitCard',
  'ykse.partner.benefitCard.renewBenefitCard',
])

/** Whether a cinema can be slow with the interface, or fail it. */
export const isWorkedOn = (api: ApiName): boolean => workedOn.has(api)

/** What each trouble refuses, and the code that specification 9.2 has for it. */
const effects: Readonly<Record<Trouble, { code: BizCode; apis: ReadonlySet<ApiName> }>> = {
  offline: { code: 'CINEMA_CONNECTION_ERROR', apis: new Set(askedOfTheCinema) },
  'no-dongle': {
    code: 'NO_USB_ERROR',
    apis: new Set([...confirmsOfTickets, ...confirmsOfBoth]),
  },
  'tickets-closed': {
    code: 'TICKET_ORDER_CLOSE_ERROR',
    apis: new Set([
      ...confirmsOfTickets,
      ...confirmsOfBoth,
      'ykse.partner.order.refundOrder',
      'ykse.partner.order.reverseOrder',
      ...givenBackOfBoth,
    ]),
  },
  'goods-closed': {
    code: 'GOODS_ORDER_CLOSE_ERROR',
    apis: new Set([
      ...confirmsOfGoods,
      ...confirmsOfBoth,
      'ykse.partner.order.refundGoodsOrder',
      ...givenBackOfBoth,
    ]),
  },
  'account-empty': {
    code: 'SETTLEACCOUNT_PAY_FAIL',
    apis: new Set([...confirmsOfTickets, ...confirmsOfBoth, ...confirmsOfGoods]),
  },
}

/** Whether a cinema in that trouble cannot answer the interface. */
export const isHitBy = (api: ApiName, trouble: Trouble): boolean => effects[trouble].apis.has(api)

/** What it answers instead. */
export const codeOf = (trouble: Trouble): BizCode => effects[trouble].code
