import { yuan } from '#contract/money.ts'
import { cardOrderStatusOf } from '../cloud/card-orders.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { askedCardOrder } from './asked-card-order.ts'
import { beijingTime, given } from './formats.ts'

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
        description: order.description ?? '',
        createDateTime: beijingTime(order.createdAt),
      },
    }
  },
}
