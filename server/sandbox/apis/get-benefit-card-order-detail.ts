import { yuan } from '#contract/money.ts'
import { type CardOrder, cardOrderStatusOf } from '../cloud/card-orders.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { askedCardOrder } from './asked-card-order.ts'
import { beijingTime, given } from './formats.ts'

/** The table's own words for the kinds of orders (8.6.4): nobody can give another. */
const descriptions: Readonly<Partial<Record<CardOrder['type'], string>>> = {
  register: '联名卡注册',
  renew: '联名卡续费',
  consume: '联名卡消费',
}

/** 8.6 What became of an order about a benefit card. One that was refused never was an order. */
export const getBenefitCardOrderDetail: Api = {
  name: 'ykse.partner.benefitCard.getCardOrderDetail',
  handle(call) {
    const order = askedCardOrder(call, 'benefit')
    if (!order) throw new BizRefusal('BCARD_ORDER_NOT_EXIST')
    return {
      data: {
        benefitCardOrderId: order.cardOrderId,
        outTradeNo: order.outTradeNo,
        ...given({ benefitCardNumber: order.cardNumber }),
        orderStatus: cardOrderStatusOf(order, call.now),
        amount: yuan(order.amountFen ?? 0),
        orderType: order.type,
        description: descriptions[order.type] ?? '',
        createDateTime: beijingTime(order.createdAt),
      },
    }
  },
}
