import type { Clock } from '../../kernel/clock.ts'

/** A payment in a stand-in's own books. The stand-ins are other parties: they share no code with what they test. */
export interface Trade {
  outTradeNo: string
  amountFen: number
  subject: string
  notifyUrl: string
  /** What the merchant asked for; the same number with another request is refused. */
  asked: string
  qr: string
  /** Epoch ms until which a phone can begin, and until which it can pay. */
  qrUntil: number
  expireAt: number
  /** `qr`: nobody has scanned it yet, which at Alipay means that there is no trade. */
  state: 'qr' | 'open' | 'paid' | 'closed'
  tradeNo: string
  createdAt: number
  paidFen: number
  paidAt: number
  declined: boolean
}

export type RefundState = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

export interface Refund {
  outRefundNo: string
  outTradeNo: string
  amountFen: number
  state: RefundState
  at: number
}

/** What the next refunds meet: money, none of it, or a bank that takes its time. */
export type RefundMode = 'success' | 'processing' | 'abnormal' | 'closed' | 'low-balance'

export interface Books {
  trades: Map<string, Trade>
  refunds: Map<string, Refund>
  refundMode: RefundMode
  byQr(qr: string): Trade | undefined
  /** Money given back, or on its way. */
  refundedFen(outTradeNo: string): number
  /** A phone scans the QR; false when it is too late or over. */
  scan(qr: string): boolean
  /**
   * The guest confirms on the phone, and the money is gone.
   *
   * @param how.late however late it is; `how.amountFen` another amount than asked
   */
  pay(qr: string, how: { late?: boolean; amountFen?: number }): boolean
  decline(qr: string): boolean
}

export function createBooks(clock: Clock): Books {
  const trades = new Map<string, Trade>()
  const refunds = new Map<string, Refund>()
  const byQr = (qr: string) => [...trades.values()].find(trade => trade.qr === qr)
  const books: Books = {
    trades,
    refunds,
    refundMode: 'success',
    byQr,
    refundedFen: outTradeNo =>
      [...refunds.values()]
        .filter(refund => refund.outTradeNo === outTradeNo && refund.state !== 'CLOSED')
        .reduce((sum, refund) => sum + refund.amountFen, 0),
    scan(qr) {
      const trade = byQr(qr)
      if (trade === undefined) return false
      if (trade.state === 'qr' && clock.now() <= Math.min(trade.qrUntil, trade.expireAt)) trade.state = 'open'
      return trade.state === 'open' && clock.now() <= trade.expireAt
    },
    pay(qr, { late = false, amountFen }) {
      const trade = byQr(qr)
      if (trade === undefined || trade.state === 'paid') return false
      if (!late && !books.scan(qr)) return false
      trade.state = 'paid'
      trade.paidFen = amountFen ?? trade.amountFen
      trade.paidAt = clock.now()
      return true
    },
    decline(qr) {
      const trade = byQr(qr)
      if (trade === undefined || !books.scan(qr)) return false
      trade.declined = true
      return true
    },
  }
  return books
}
