import type { Selectable } from 'kysely'
import { z } from 'zod'
import { Payment as ViewPayment } from '#contract/order.ts'
import {
  type PaymentRecord,
  type PaymentState,
  paymentRoles,
  type RefundRecord,
  refundStates,
} from './record.ts'
import type { PaymentRow, RefundRow } from './schema.ts'

const Provider = ViewPayment.shape.provider
const Role = z.enum(paymentRoles)
const State = z.enum(refundStates)

export function paymentOf(row: Selectable<PaymentRow>): PaymentRecord {
  return {
    outTradeNo: row.out_trade_no,
    provider: Provider.parse(row.provider),
    amountFen: row.amount_fen,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state: stateOf(row),
    role: row.role === null ? undefined : Role.parse(row.role),
    createTries: row.create_tries,
    createAt: row.create_at ?? undefined,
    closeTries: row.close_tries,
    closeAt: row.close_at ?? undefined,
    lastAskedAt: row.last_query_at ?? undefined,
  }
}

export function paymentRow(orderId: string, payment: PaymentRecord): Selectable<PaymentRow> {
  const { state } = payment
  const paid = state.kind === 'paid' ? state : undefined
  return {
    out_trade_no: payment.outTradeNo,
    order_id: orderId,
    provider: payment.provider,
    amount_fen: payment.amountFen,
    created_at: payment.createdAt,
    expires_at: payment.expiresAt,
    state: state.kind,
    declined: state.kind === 'open' && state.declined ? 1 : 0,
    qr: state.kind === 'open' ? (state.qr ?? null) : null,
    transaction_id: paid?.transactionId ?? null,
    paid_fen: paid?.paidFen ?? null,
    paid_at: paid?.paidAt ?? null,
    role: payment.role ?? null,
    create_tries: payment.createTries,
    create_at: payment.createAt ?? null,
    close_tries: payment.closeTries,
    close_at: payment.closeAt ?? null,
    last_query_at: payment.lastAskedAt ?? null,
  }
}

export function refundOf(row: Selectable<RefundRow>): RefundRecord {
  return {
    outRefundNo: row.out_refund_no,
    outTradeNo: row.out_trade_no,
    amountFen: row.amount_fen,
    createdAt: row.created_at,
    state: State.parse(row.state),
    tries: row.tries,
    polls: row.polls,
    lastAt: row.last_at ?? undefined,
  }
}

export function refundRow(orderId: string, refund: RefundRecord): Selectable<RefundRow> {
  return {
    out_refund_no: refund.outRefundNo,
    out_trade_no: refund.outTradeNo,
    order_id: orderId,
    amount_fen: refund.amountFen,
    created_at: refund.createdAt,
    state: refund.state,
    tries: refund.tries,
    polls: refund.polls,
    last_at: refund.lastAt ?? null,
  }
}

function stateOf(row: Selectable<PaymentRow>): PaymentState {
  switch (row.state) {
    case 'creating':
    case 'closed':
      return { kind: row.state }
    case 'open':
      return { kind: 'open', qr: row.qr ?? undefined, declined: row.declined === 1 }
    case 'paid':
      if (row.paid_fen === null || row.paid_at === null) break
      return {
        kind: 'paid',
        paidFen: row.paid_fen,
        paidAt: row.paid_at,
        transactionId: row.transaction_id ?? '',
      }
  }
  throw new Error(`The journal's payment ${row.out_trade_no} is damaged.`)
}
