import {
  getBenefitCardDetail,
  getBenefitCardOrderDetail,
  getPolicyList,
  registerBenefitCard,
  renewBenefitCard,
} from './benefit-cards.ts'
import {
  confirmMixOrder,
  confirmMixOrderForMultiPay,
  confirmOrder,
  confirmOrderForMultiPay,
} from './confirms.ts'
import {
  confirmGoodsOrder,
  confirmGoodsOrderForMultiPay,
  getGoods,
  getGoodsOrderInfo,
  refundGoodsOrder,
} from './goods.ts'
import {
  getCardConsumeRecords,
  getCardOrderDetail,
  getCardPointsRecords,
  getCardRechargeRecords,
} from './member-card-records.ts'
import {
  getCardDetail,
  getCardDiscountTickets,
  getCardGradeList,
  modifyInformation,
  modifyPassword,
  queryBalance,
  queryPrice,
  recharge,
  registerCard,
  updatePoints,
} from './member-cards.ts'
import type { ApiTable } from './notation.ts'
import {
  getOrderInfo,
  getOrderPrintStatus,
  getTicketInfo,
  printTicket,
  refundMixOrder,
  refundOrder,
  reverseMixOrder,
  reverseOrder,
} from './orders.ts'
import { getCinemas, getSchedules } from './programme.ts'
import { getScheduleAreaSeats, getScheduleSoldSeats, getSeats, lockSeats, releaseSeats } from './seats.ts'

/** The 43 interfaces of the specification, in its order. */
const tables = [
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
] as const

export type ApiName = (typeof tables)[number]['api']

export const answerTables: ReadonlyMap<ApiName, ApiTable<ApiName>> = new Map(
  tables.map(table => [table.api, table]),
)
