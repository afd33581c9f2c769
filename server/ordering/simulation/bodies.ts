import type { Outcome } from '../../kernel/outcome.ts'
import type { CloudLock, CloudOrder, Confirmed } from '../../moviecloud/gateway-types.ts'

/** What the simulated cloud answers, in the specification's own words, before it is wrapped and sent. */
export interface Said {
  code: string
  data?: unknown
}

/** `undefined`: it says nothing. */
export function inWords<T>(outcome: Outcome<T>, data: (value: T) => unknown): Said | undefined {
  switch (outcome.kind) {
    case 'done':
      return { code: 'SUCCESS', data: data(outcome.value) }
    case 'refused':
      return { code: outcome.code }
    case 'not-sent':
    case 'unknown':
      return undefined
  }
}

/** 5.1.4 */
export const lockData = (lock: CloudLock) => ({
  lockOrderId: lock.lockId,
  seats: lock.seatIds.map(seatId => ({ seatId })),
})

/** 5.3.4, 5.5.4 */
export const ticketData = (sold: Confirmed) =>
  sold.is === 'issued' && {
    orderId: sold.cloudOrderId,
    bookingId: sold.bookingNo,
    confirmationId: sold.pickupCode,
    tickets: sold.tickets.map(({ ticketNo, seatId, row, column }) => ({
      ticketNo,
      seatId,
      rowId: row,
      columnId: column,
    })),
    ...goodsBeside(sold.goodsCode),
  }

/** 6.2.4 */
export const goodsData = (sold: Confirmed) => ({
  goodsOrderId: sold.cloudOrderId,
  orderStatus: sold.is === 'issued' ? 'goods_success' : 'wait_goods',
  ...(sold.is === 'issued' && { holdId: sold.bookingNo, pickUpCode: sold.pickupCode }),
  goodsList: basket,
})

const goodsStatus: Partial<Record<CloudOrder['status'], string>> = {
  wait_ticket: 'wait_goods',
  ticket_success: 'goods success',
  ticket_failed: 'goods_failed',
}

/** 6.4.4; the example writes `goods success` with a space. */
export const goodsOrderData = (order: CloudOrder) => ({
  goodsOrderId: order.cloudOrderId,
  holdId: order.bookingNo,
  pickUpCode: order.pickupCode,
  orderStatus: goodsStatus[order.status] ?? order.status,
  goodsList: basket,
})

/** What every simulated basket holds. */
const basket = [{ goodsId: '1728', name: '爆米花', salePrice: '12.50', count: 2, isPackage: false }]

const goodsBeside = (goodsCode: string | undefined) =>
  goodsCode === undefined ? {} : { goodsOrder: { pickUpCode: goodsCode, goods: basket } }

/** 5.7.4 */
export const orderData = (order: CloudOrder) => ({
  orderId: order.cloudOrderId,
  bookingId: order.bookingNo,
  confirmationId: order.pickupCode,
  status: order.status,
  tickets: order.tickets.map(({ ticketNo, row, column }) => ({
    ticketNo,
    rowId: row,
    columnId: String(Number(column)),
    ticketPrice: '45.00',
    ticketFee: '3.00',
  })),
  ...goodsBeside(order.goodsCode),
})

/** The envelope of 1.6, or one of the forms in which it really arrives. */
export function toBody(said: Said, form: 'plain' | 'data as string' | 'missing envelope'): string {
  // A system code stands in the outer envelope (9.1).
  if (/^\d+$/.test(said.code)) return JSON.stringify({ retCode: said.code, retMsg: said.code })
  const inner = { bizCode: said.code, bizMsg: said.code, data: said.data }
  switch (form) {
    case 'plain':
      return JSON.stringify({ retCode: '0', retMsg: 'success', data: inner })
    case 'data as string':
      return JSON.stringify({ retCode: '0', retMsg: 'success', data: JSON.stringify(inner) })
    case 'missing envelope':
      return JSON.stringify(inner)
  }
}
