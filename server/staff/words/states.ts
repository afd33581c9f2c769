import type { Words } from '#contract/staff-orders.ts'
import type { OrderState, PaymentRecord, PaymentRole, RefundState } from '../../journal/record.ts'

const say = (zh: string, en: string): Words => ({ zh, en })

export const orderWords: Record<OrderState, Words> = {
  DRAFT: say('刚刚开始', 'Just begun'),
  LOCKING: say('正在锁座', 'Seats are being locked'),
  LOCK_UNKNOWN: say('锁座结果不明，未收款', 'Nobody knows whether the seats are locked; nothing was paid'),
  LOCKED: say('座位已锁定，等待付款', 'Seats locked, not being paid yet'),
  PAYING: say('正在付款', 'Being paid'),
  CLOSING: say('正在关闭付款', 'The payment is being closed'),
  PAID: say('已付款，等待出票', 'Paid, tickets not asked for yet'),
  CONFIRMING: say('已付款，正在出票', 'Paid, tickets are being issued'),
  REVERSING: say('已付款，正在撤销出票（冲正）', 'Paid, the issue of tickets is being undone'),
  TICKETED: say('已出票', 'Tickets issued'),
  RETURNING: say('正在退票', 'Tickets are being returned'),
  RETURNED: say('已退票并已退款', 'Tickets returned, money back'),
  REFUNDING: say('没有出票，正在退款', 'No tickets; the money is going back'),
  REFUNDED: say('没有出票，已退款', 'No tickets; the money is back'),
  RELEASED: say('未付款，座位已释放', 'Not paid, seats released'),
  FAILED: say('锁座失败，未收款', 'Seats could not be locked, nothing was paid'),
}

export const paymentWords: Record<PaymentRecord['state']['kind'], Words> = {
  creating: say('正在申请收款码', 'Being opened'),
  open: say('等待付款', 'Open, not paid'),
  paid: say('已付款', 'Paid'),
  closed: say('已关闭，不会再收款', 'Closed, can no longer be paid'),
}

export const roleWords: Record<PaymentRole, Words> = {
  ACCEPTED: say('已付款，用于本单', 'Paid, and taken for this order'),
  DUPLICATE: say('重复付款，全额退回', 'Paid a second time; goes back whole'),
  LATE: say('付款过晚，全额退回', 'Paid too late; goes back whole'),
  MISMATCH: say('金额不符，全额退回', 'Paid another amount; goes back whole'),
}

export const declined = say('付款被拒，可再次付款', 'Declined; may be paid again')

export const refundWords: Record<RefundState, Words> = {
  PENDING: say('等待发送', 'To be sent'),
  SENT: say('已发送，尚无答复', 'Sent, not answered yet'),
  PROCESSING: say('支付平台已受理，尚未到账', 'Accepted by the provider, not through yet'),
  SUCCESS: say('已退回', 'Back with the guest'),
  CLOSED: say('支付平台已关闭这笔退款', 'Closed by the provider'),
  ABNORMAL: say('退款异常，需在商户平台处理', 'The provider wants a person to see to it'),
}
