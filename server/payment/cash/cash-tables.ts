/** The drawer's own books, beside the orders: cash has no provider that could be asked. */
export interface CashTables {
  cash_payment: CashPaymentRow
  cash_refund: CashRefundRow
}

export interface CashPaymentRow {
  out_trade_no: string
  amount_fen: number
  expires_at: number
  state: string
  taken_at: number | null
  taken_by: string | null
}

export interface CashRefundRow {
  out_refund_no: string
  out_trade_no: string
  amount_fen: number
  asked_at: number
  paid_at: number | null
  paid_by: string | null
}
