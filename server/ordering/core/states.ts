import type { OrderShow } from '#contract/order.ts'
import type {
  OrderRecord,
  OrderState,
  PaymentRecord,
  PaymentRole,
  PaymentState,
  ProviderName,
  RefundRecord,
} from '../../journal/record.ts'
import { timers } from './timers.ts'

/** The record narrowed to one kind of payment state. */
export type PaymentIn<K extends PaymentState['kind']> = PaymentRecord & {
  readonly state: Extract<PaymentState, { kind: K }>
}

/** States in which the guest's money is with us and no ticket has been proven yet. */
export const issuingStates: readonly OrderState[] = ['PAID', 'CONFIRMING', 'REVERSING']

/** States after a decision to give the money back. */
export const refundStates: readonly OrderState[] = ['REFUNDING', 'REFUNDED']

/** The moment until which the order can be paid: min(locked + 8 min, end of sale - 2 min). */
export function payBy(order: OrderRecord): number {
  const from = order.lock.kind === 'held' || order.lock.kind === 'sent' ? order.lock.at : order.createdAt
  return Math.min(from + timers.holdMs, order.sellsUntil - timers.saleMarginMs)
}

/** The payment that the guest is dealing with: the newest. */
export function currentPayment(order: OrderRecord): PaymentRecord | undefined {
  return order.payments.at(-1)
}

export function paymentIn<K extends PaymentState['kind']>(
  payment: PaymentRecord | undefined,
  kind: K,
): payment is PaymentIn<K> {
  return payment?.state.kind === kind
}

/** The show that an order is for; none for goods alone. */
export function showOf({ show }: OrderRecord): OrderShow | undefined {
  return 'filmCode' in show ? show : undefined
}

/** A share that a provider has to collect before the confirm. */
export interface DueShare {
  by: ProviderName
  amountFen: number
}

/** Every share but what the cloud takes from a card inside the confirm. */
export function dueShares({ shares }: OrderRecord): DueShare[] {
  return shares.flatMap(({ by, amountFen }) => (by === 'card' ? [] : { by, amountFen }))
}

/** The due shares whose money is not there. */
export function openShares(order: OrderRecord): DueShare[] {
  return dueShares(order).filter(
    share => !order.payments.some(({ provider, role }) => provider === share.by && role === 'ACCEPTED'),
  )
}

/** Everything that has to be there before the confirm is there. */
export function isPaidUp(order: OrderRecord): boolean {
  const totalFen = order.shares.reduce((sum, share) => sum + share.amountFen, 0)
  return totalFen === order.quote.totalFen && openShares(order).length === 0
}

/** The number that the cloud knows the order by from the first confirm on; goods alone have none before it tells. */
export function lockIdOf({ lock }: OrderRecord): string {
  return lock.kind === 'held' || lock.kind === 'released' ? lock.lockId : ''
}

/** Whether the cloud can be asked about the order: goods alone are known by its own number only (6.4). */
export function isAskable({ kind, upstream }: OrderRecord): boolean {
  return kind !== 'goods' || upstream.cloudOrderId !== undefined
}

/** A payment that could still be paid. */
export function isLive(payment: PaymentRecord): boolean {
  return payment.state.kind === 'creating' || payment.state.kind === 'open'
}

export function withRole(order: OrderRecord, role: PaymentRole): PaymentRecord | undefined {
  return order.payments.find(payment => payment.role === role)
}

/**
 * Money that came in and has to go back whole: anything not accepted, and the accepted one once so decided, or once
 * the cinema has the tickets back.
 */
export function owedPayments(order: OrderRecord): PaymentIn<'paid'>[] {
  return order.payments.filter(
    (payment): payment is PaymentIn<'paid'> =>
      payment.state.kind === 'paid' &&
      payment.role !== undefined &&
      (payment.role !== 'ACCEPTED' || order.decision.kind === 'REFUND' || order.giveBack.kind === 'done'),
  )
}

export function refundsOf(order: OrderRecord, payment: PaymentRecord): RefundRecord[] {
  return order.refunds.filter(refund => refund.outTradeNo === payment.outTradeNo)
}

/** The four digits beside the pickup code: the phone's last four, or minted when no phone was given. */
export function pickupPin(order: OrderRecord): string {
  return order.guest.mobile?.slice(-4) ?? order.guest.mintedPin
}

/** The order with one of its payments changed. */
export function changePayment(
  order: OrderRecord,
  outTradeNo: string,
  change: (payment: PaymentRecord) => PaymentRecord,
): OrderRecord {
  const payments = order.payments.map(payment =>
    payment.outTradeNo === outTradeNo ? change(payment) : payment,
  )
  return { ...order, payments }
}

/** The order with one of its refunds changed. */
export function changeRefund(
  order: OrderRecord,
  outRefundNo: string,
  change: (refund: RefundRecord) => RefundRecord,
): OrderRecord {
  const refunds = order.refunds.map(refund => (refund.outRefundNo === outRefundNo ? change(refund) : refund))
  return { ...order, refunds }
}
