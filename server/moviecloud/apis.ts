import { getBenefitCardDetail } from './apis/benefit-card.get-card-detail.ts'
import { getBenefitCardOrderDetail } from './apis/benefit-card.get-card-order-detail.ts'
import { getPolicyList } from './apis/benefit-card.get-policy-list.ts'
import { registerBenefitCard } from './apis/benefit-card.register-benefit-card.ts'
import { renewBenefitCard } from './apis/benefit-card.renew-benefit-card.ts'
import { getCardConsumeRecords } from './apis/card.get-card-consume-records.ts'
import { getCardDetail } from './apis/card.get-card-detail.ts'
import { getCardDiscountTickets } from './apis/card.get-card-discount-tickets.ts'
import { getCardGradeList } from './apis/card.get-card-grade-list.ts'
import { getCardOrderDetail } from './apis/card.get-card-order-detail.ts'
import { getCardPointsRecords } from './apis/card.get-card-points-records.ts'
import { getCardRechargeRecords } from './apis/card.get-card-recharge-records.ts'
import { modifyInformation } from './apis/card.modify-information.ts'
import { modifyPassword } from './apis/card.modify-password.ts'
import { queryBalance } from './apis/card.query-balance.ts'
import { queryPrice } from './apis/card.query-price.ts'
import { recharge } from './apis/card.recharge.ts'
import { registerCard } from './apis/card.register-card.ts'
import { updatePoints } from './apis/card.update-points.ts'
import { getCinemas } from './apis/cinema.get-cinemas.ts'
import { getGoods } from './apis/goods.get-goods.ts'
import { confirmGoodsOrder } from './apis/order.confirm-goods-order.ts'
import { confirmGoodsOrderForMultiPay } from './apis/order.confirm-goods-order-for-multi-pay.ts'
import { confirmMixOrder } from './apis/order.confirm-mix-order.ts'
import { confirmMixOrderForMultiPay } from './apis/order.confirm-mix-order-for-multi-pay.ts'
import { confirmOrder } from './apis/order.confirm-order.ts'
import { confirmOrderForMultiPay } from './apis/order.confirm-order-for-multi-pay.ts'
import { getGoodsOrderInfo } from './apis/order.get-goods-order-info.ts'
import { getOrderInfo } from './apis/order.get-order-info.ts'
import { getTicketInfo } from './apis/order.get-ticket-info.ts'
import { refundGoodsOrder } from './apis/order.refund-goods-order.ts'
import { refundMixOrder } from './apis/order.refund-mix-order.ts'
import { refundOrder } from './apis/order.refund-order.ts'
import { reverseMixOrder } from './apis/order.reverse-mix-order.ts'
import { reverseOrder } from './apis/order.reverse-order.ts'
import { getSchedules } from './apis/schedule.get-schedules.ts'
import { getScheduleAreaSeats } from './apis/seat.get-schedule-area-seats.ts'
import { getScheduleSoldSeats } from './apis/seat.get-schedule-sold-seats.ts'
import { getSeats } from './apis/seat.get-seats.ts'
import { lockSeats } from './apis/seat.lock-seats.ts'
import { releaseSeats } from './apis/seat.release-seats.ts'
import { getOrderPrintStatus } from './apis/ticket.get-order-print-status.ts'
import { printTicket } from './apis/ticket.print-ticket.ts'
import { type Declaration, prefix } from './declare.ts'

/** All APIs of the specification, in its order. */
export const apis: readonly Declaration[] = [
  getCinemas,
  getSchedules,
  getSeats,
  getScheduleAreaSeats,
  getScheduleSoldSeats,
  lockSeats,
  releaseSeats,
  confirmOrder,
  confirmOrderForMultiPay,
  confirmMixOrder,
  confirmMixOrderForMultiPay,
  getOrderInfo,
  getTicketInfo,
  printTicket,
  getOrderPrintStatus,
  refundOrder,
  refundMixOrder,
  reverseOrder,
  reverseMixOrder,
  getGoods,
  confirmGoodsOrder,
  confirmGoodsOrderForMultiPay,
  getGoodsOrderInfo,
  refundGoodsOrder,
  getCardGradeList,
  registerCard,
  recharge,
  updatePoints,
  modifyPassword,
  modifyInformation,
  getCardDetail,
  queryBalance,
  getCardDiscountTickets,
  queryPrice,
  getCardOrderDetail,
  getCardConsumeRecords,
  getCardRechargeRecords,
  getCardPointsRecords,
  getPolicyList,
  registerBenefitCard,
  renewBenefitCard,
  getBenefitCardDetail,
  getBenefitCardOrderDetail,
]

/** The API with this full name, or with this name after `ykse.partner.`. */
export function findApi(name: string): Declaration | undefined {
  const full = name.startsWith(prefix) ? name : prefix + name
  return apis.find(api => api.name === full)
}
