import type { Fen } from '#contract/money.ts'
import type { LocalDate } from '#contract/time.ts'
import type { Outcome } from '../kernel/outcome.ts'

/** One way of collecting and returning money. Business results never throw; unknown is an outcome of its own. */
export interface PaymentProvider {
  readonly name: 'sandbox' | 'alipay' | 'wechat' | 'cash'
  /** Who makes the money move: a QR provider, the cloud inside confirm (cards), or a cashier. */
  readonly settledBy: 'provider' | 'upstream' | 'staff'
  /** Idempotent by `outTradeNo`: the same request again answers the same QR. */
  create(request: PaymentCreation): Promise<Outcome<{ qr: string | undefined }>>
  query(outTradeNo: string): Promise<Outcome<PaymentFacts>>
  /** `CLOSED` proves that it can never be paid, even when it was never created. */
  close(outTradeNo: string): Promise<Outcome<'CLOSED' | 'ALREADY_PAID'>>
  /** The same `outRefundNo` pays back once, however often it is sent. */
  refund(request: RefundRequest): Promise<Outcome<RefundFacts>>
  queryRefund(outRefundNo: string, outTradeNo: string): Promise<Outcome<RefundFacts>>
  /** Verifies the signature over the bytes as they came. */
  parseNotify(raw: Uint8Array, headers: NotifyHeaders): NotifyFacts | 'REJECT'
  /**
   * What the provider's own books say of one day; nothing, for a day without payments.
   *
   * @throws BillUnavailable (while it is read) when the books can't be had, or not whole
   */
  bill(day: LocalDate): AsyncIterable<BillRow>
}

export interface PaymentCreation {
  outTradeNo: string
  amountFen: Fen
  /** Epoch ms after which the provider itself refuses the payment. */
  expireAt: number
  /** What the guest's phone shows: who sells, and what. */
  merchant: string
  subject: string
}

export interface RefundRequest {
  outTradeNo: string
  outRefundNo: string
  amountFen: Fen
  totalFen: Fen
}

export type PaymentFacts =
  /** No such payment: proves neither that it is unpaid nor that it is dead (T15). */
  | { status: 'NOT_CREATED' }
  | { status: 'UNPAID'; declined: boolean }
  | { status: 'PAID'; paidFen: Fen; paidAt: number; transactionId: string }
  | { status: 'CLOSED' }
  | { status: 'REFUNDED' }

/** PROCESSING is accepted, not refunded; CLOSED is final, and only then may a new number be tried. */
export type RefundFacts = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL' | 'NOT_FOUND'

export type NotifyHeaders = Readonly<Record<string, string | string[] | undefined>>

export interface NotifyFacts {
  /** The provider's own number of this message; a repeated one is known by it. */
  notifyId: string
  outTradeNo: string
  facts: PaymentFacts
}

export interface BillRow {
  kind: 'payment' | 'refund'
  outTradeNo: string
  outRefundNo: string | undefined
  amountFen: Fen
  at: number
}
