import type { AnyOrder, CardPayment, OrderReason, OrderStatus, Payment } from '#contract/order.ts'
import { toInstant } from '#contract/time.ts'
import type { OrderRecord, OrderState, PaymentRecord } from '../journal/record.ts'
import {
  currentPayment,
  dueShares,
  isLive,
  issuingStates,
  payBy,
  pickupPin,
  refundsOf,
  showOf,
  withRole,
} from './core/states.ts'

const statuses: Record<OrderState, OrderStatus> = {
  DRAFT: 'locking',
  LOCKING: 'locking',
  LOCK_UNKNOWN: 'failed',
  LOCKED: 'held',
  PAYING: 'paying',
  CLOSING: 'closing',
  PAID: 'issuing',
  CONFIRMING: 'issuing',
  REVERSING: 'issuing',
  TICKETED: 'ticketed',
  RETURNING: 'returning',
  RETURNED: 'returned',
  REFUNDING: 'refunding',
  REFUNDED: 'refunded',
  RELEASED: 'released',
  FAILED: 'failed',
}

/** After so long a guest is told that the cinema is slow. */
const slowAfterMs = 60_000

/** The order as the contract shows it. The pickup code leaves the server only once tickets are decided. */
export function viewOrder(order: OrderRecord, now: number): AnyOrder {
  const payment = shownPayment(order)
  const reason = reasonOf(order, payment, now)
  const card = viewCard(order)
  const { mobile } = order.guest
  const inParts = dueShares(order).length > 1
  const fields = {
    id: order.id,
    status: statusOf(order),
    ...(reason !== undefined && { reason }),
    quote: order.quote,
    refund: order.refundRule,
    holdExpiresAt: toInstant(payment?.expiresAt ?? payBy(order)),
    ...(payment !== undefined && { payment: viewPayment(order, payment) }),
    ...(inParts && { parts: order.payments.map(part => viewPayment(order, part)) }),
    ...(card !== undefined && { card }),
    ...(order.state === 'TICKETED' &&
      order.decision.kind === 'TICKET' && {
        pickup: {
          code: order.decision.pickupCode,
          ...(order.decision.goodsCode !== undefined && { goodsCode: order.decision.goodsCode }),
          pin: pickupPin(order),
          token: order.ticketToken,
        },
      }),
    ...(mobile !== undefined && { phoneMasked: `${mobile.slice(0, 3)}****${mobile.slice(-4)}` }),
    now: toInstant(now),
  }
  const show = showOf(order)
  if (order.kind !== 'goods' && show !== undefined) return { ...fields, kind: order.kind, show }
  const { cinemaId, cinemaName } = order.show
  return { ...fields, kind: 'goods', cinema: { cinemaId, cinemaName } }
}

/** The card that the price was made with, and what the cloud takes from it. */
function viewCard({ card, shares }: OrderRecord): CardPayment | undefined {
  if (card === undefined) return undefined
  const amountFen = shares.reduce((sum, { by, amountFen: part }) => sum + (by === 'card' ? part : 0), 0)
  const { kind, number, payableFen, notice } = card
  return { kind, last4: number.slice(-4), payableFen, amountFen, ...(notice !== undefined && { notice }) }
}

/** Money that has just come in is sorted within milliseconds; until then the guest sees that it was noticed. */
function statusOf(order: OrderRecord): OrderStatus {
  const waiting = order.state === 'PAYING' || order.state === 'CLOSING'
  return waiting && order.payments.some(({ state, role }) => state.kind === 'paid' && role === undefined)
    ? 'issuing'
    : statuses[order.state]
}

/**
 * The payment that counts for the guest: while parts are missing the one to be paid now, and of these the one with a QR,
 * for cash is the cashier's to take; else the accepted one, else the one whose money goes back, else the newest.
 */
function shownPayment(order: OrderRecord): PaymentRecord | undefined {
  const open = order.state === 'PAYING' ? order.payments.filter(isLive) : []
  return (
    open.find(({ provider }) => provider !== 'cash') ??
    open[0] ??
    withRole(order, 'ACCEPTED') ??
    order.payments.findLast(payment => payment.state.kind === 'paid') ??
    currentPayment(order)
  )
}

function reasonOf(
  order: OrderRecord,
  payment: PaymentRecord | undefined,
  now: number,
): OrderReason | undefined {
  if (order.reason !== undefined) return order.reason
  if (order.state === 'PAYING' && payment?.state.kind === 'open' && payment.state.declined)
    return 'payment-declined'
  const since = order.confirm.kind === 'sent' ? order.confirm.firstAt : undefined
  const slow = since !== undefined && now - since >= slowAfterMs && issuingStates.includes(order.state)
  return slow ? 'cinema-slow' : undefined
}

function viewPayment(order: OrderRecord, payment: PaymentRecord): Payment {
  const { state } = payment
  const qr = state.kind === 'open' && order.state === 'PAYING' ? state.qr : undefined
  return {
    status: paymentStatus(order, payment),
    provider: payment.provider,
    amountFen: payment.amountFen,
    ...(qr !== undefined && { qr }),
    expiresAt: toInstant(payment.expiresAt),
  }
}

function paymentStatus(order: OrderRecord, payment: PaymentRecord): Payment['status'] {
  const refunds = refundsOf(order, payment)
  if (refunds.some(refund => refund.state === 'SUCCESS')) return 'refunded'
  if (refunds.length > 0) return 'refunding'
  switch (payment.state.kind) {
    case 'creating':
      return 'creating'
    case 'open':
      return payment.state.declined ? 'declined' : 'open'
    case 'paid':
      return order.decision.kind === 'REFUND' || order.giveBack.kind === 'done' ? 'refunding' : 'paid'
    case 'closed':
      return 'closed'
  }
}
