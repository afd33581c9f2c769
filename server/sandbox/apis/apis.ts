import { isGrantedAt } from '../cloud/channels.ts'
import type { ApiName } from '../protocol/api-names.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { cardApis } from './card-apis.ts'
import { confirmGoodsOrder } from './confirm-goods-order.ts'
import { confirmGoodsOrderForMultiPay } from './confirm-goods-order-for-multi-pay.ts'
import { confirmMixOrder } from './confirm-mix-order.ts'
import { confirmMixOrderForMultiPay } from './confirm-mix-order-for-multi-pay.ts'
import { confirmOrder } from './confirm-order.ts'
import { confirmOrderForMultiPay } from './confirm-order-for-multi-pay.ts'
import { getCinemas } from './get-cinemas.ts'
import { getGoods } from './get-goods.ts'
import { getGoodsOrderInfo } from './get-goods-order-info.ts'
import { getOrderInfo } from './get-order-info.ts'
import { getOrderPrintStatus } from './get-order-print-status.ts'
import { getScheduleAreaSeats } from './get-schedule-area-seats.ts'
import { getScheduleSoldSeats } from './get-schedule-sold-seats.ts'
import { getSchedules } from './get-schedules.ts'
import { getSeats } from './get-seats.ts'
import { getTicketInfo } from './get-ticket-info.ts'
import { lockSeats } from './lock-seats.ts'
import { printTicket } from './print-ticket.ts'
import { refundGoodsOrder } from './refund-goods-order.ts'
import { refundMixOrder } from './refund-mix-order.ts'
import { refundOrder } from './refund-order.ts'
import { releaseSeats } from './release-seats.ts'
import { reverseMixOrder } from './reverse-mix-order.ts'
import { reverseOrder } from './reverse-order.ts'
import { settle } from './settle.ts'

const built: readonly Api[] = [
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
  ...cardApis,
]

/**
 * Nobody is answered whom the cinema has not granted the interface, nor before everything that is due by then has
 * been done. @throws BizRefusal API_PERMISSION_ERROR
 */
const opened = ({ name, handle, ...traits }: Api): Api => ({
  ...traits,
  name,
  handle(call) {
    const { cinemaLinkId } = call.args
    if (typeof cinemaLinkId === 'string' && !isGrantedAt(call.channel, cinemaLinkId, name))
      throw new BizRefusal('API_PERMISSION_ERROR', `${name} at cinema ${cinemaLinkId}`)
    settle(call.cloud, call.now)
    return handle(call)
  },
})

/** All 43, by name. */
export const apis: ReadonlyMap<ApiName, Api> = new Map(built.map(api => [api.name, opened(api)]))
