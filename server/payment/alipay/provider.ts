import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import type { Clock } from '../../kernel/clock.ts'
import { done, mapOutcome, type Outcome } from '../../kernel/outcome.ts'
import { beijingText } from '../beijing-text.ts'
import type { Http } from '../exchange.ts'
import type {
  PaymentCreation,
  PaymentFacts,
  PaymentProvider,
  RefundFacts,
  RefundRequest,
} from '../provider.ts'
import { shortText } from '../short-text.ts'
import { closedAs, understood } from '../understood.ts'
import type { AlipayAccount } from './account.ts'
import { readBill } from './bill.ts'
import { createCallAlipay } from './gateway.ts'
import { readNotification } from './notification.ts'
import { BeijingText, factsOf, TradeStatus, YuanText } from './trade-facts.ts'

const Precreated = z.object({ out_trade_no: z.string(), qr_code: z.string().min(1).max(1024) })
const Trade = z.object({
  out_trade_no: z.string(),
  trade_no: z.string(),
  trade_status: TradeStatus,
  total_amount: YuanText,
  send_pay_date: BeijingText.optional(),
})
const Closed = z.object({ out_trade_no: z.string().optional() })
const Refunded = z.object({ out_trade_no: z.string(), fund_change: z.enum(['Y', 'N']) })
const RefundQuery = z.object({
  out_trade_no: z.string().optional(),
  out_request_no: z.string().optional(),
  refund_status: z.string().optional(),
})

/** `alipay.trade.close` refuses what no longer waits for its buyer. */
const notWaiting = new Set([
  'ACQ.TRADE_STATUS_ERROR',
  'ACQ.REASON_TRADE_STATUS_INVALID',
  'ACQ.REASON_ILLEGAL_STATUS',
])
const noTrade = 'ACQ.TRADE_NOT_EXIST'

/**
 * Alipay, face to face: the guest scans a QR of ours (`alipay.trade.precreate`).
 *
 * The QR is no trade. One comes into being when a phone scans it, so until then a query and a close both say that
 * there is none, which proves neither unpaid nor dead (T15). What holds is time: the QR and the trade both end at
 * `expireAt`, set at Alipay itself (docs/decisions/0008-payment-providers.md).
 *
 * @param parts.notifyUrl where Alipay reaches `/api/payments/notify/alipay`
 */
export function createAlipayProvider(parts: {
  account: AlipayAccount
  http: Http
  clock: Clock
  notifyUrl: () => string
}): PaymentProvider {
  const { account, http, clock, notifyUrl } = parts
  const call = createCallAlipay(parts)

  async function query(outTradeNo: string): Promise<Outcome<PaymentFacts>> {
    const answer = await call('alipay.trade.query', { out_trade_no: outTradeNo })
    if (answer.kind === 'refused' && answer.code === noTrade) return done({ status: 'NOT_CREATED' })
    return understood(answer, Trade, trade => {
      if (trade.out_trade_no !== outTradeNo) return undefined
      return factsOf({
        status: trade.trade_status,
        amountFen: trade.total_amount,
        paidAt: trade.send_pay_date,
        tradeNo: trade.trade_no,
        learntAt: clock.now(),
      })
    })
  }

  async function queryRefund(outRefundNo: string, outTradeNo: string): Promise<Outcome<RefundFacts>> {
    const answer = await call('alipay.trade.fastpay.refund.query', {
      out_trade_no: outTradeNo,
      out_request_no: outRefundNo,
    })
    if (answer.kind === 'refused' && answer.code === noTrade) return done('NOT_FOUND')
    return understood(answer, RefundQuery, refund => {
      // Without a status nothing was paid back under this number, and it may be sent again.
      if (refund.refund_status === undefined) return 'NOT_FOUND'
      if (refund.out_request_no !== outRefundNo) return undefined
      return refund.refund_status === 'REFUND_SUCCESS' ? 'SUCCESS' : 'PROCESSING'
    })
  }

  return {
    name: 'alipay',
    settledBy: 'provider',
    query,
    queryRefund,
    async create(request) {
      // A QR made after its own end would live on by the whole minute that Alipay counts in.
      if (clock.now() >= request.expireAt)
        return { kind: 'refused', code: 'EXPIRED', meaning: 'too late to pay' }
      const content = precreation(account, request, clock.now())
      const answer = await call('alipay.trade.precreate', content, { notifyUrl: notifyUrl() })
      return understood(answer, Precreated, made =>
        made.out_trade_no === request.outTradeNo ? { qr: made.qr_code } : undefined,
      )
    },
    async close(outTradeNo) {
      const answer = await call('alipay.trade.close', { out_trade_no: outTradeNo })
      if (answer.kind === 'refused' && answer.code === noTrade)
        return { kind: 'unknown', reason: 'nobody has scanned it, so there is nothing that could be closed' }
      if (answer.kind === 'refused' && notWaiting.has(answer.code)) return closedAs(await query(outTradeNo))
      return understood(answer, Closed, ({ out_trade_no }) =>
        out_trade_no === undefined || out_trade_no === outTradeNo ? 'CLOSED' : undefined,
      )
    },
    async refund(request) {
      const answer = await call('alipay.trade.refund', refundContent(request))
      const moved = understood(answer, Refunded, ({ out_trade_no, fund_change }) =>
        out_trade_no === request.outTradeNo ? fund_change : undefined,
      )
      if (moved.kind !== 'done' || moved.value === 'Y') return mapOutcome(moved, () => 'SUCCESS')
      // No money moved this time: it may have moved before, which only a query tells.
      const before = await queryRefund(request.outRefundNo, request.outTradeNo)
      if (before.kind !== 'done' || before.value !== 'NOT_FOUND') return before
      return { kind: 'unknown', reason: 'accepted, but no money has moved' }
    },
    parseNotify: raw => readNotification(account, raw, clock.now()),
    bill: day => readBill({ call, http, clock, gateway: account.gateway }, day),
  }
}

/**
 * `time_expire` ends the trade at a moment, `qr_code_timeout_express` the QR after whole minutes from its making.
 * `timeout_express` would begin to count only with the scan, and so end too late.
 */
function precreation(account: AlipayAccount, request: PaymentCreation, now: number) {
  return {
    out_trade_no: request.outTradeNo,
    seller_id: account.sellerId,
    total_amount: yuan(request.amountFen),
    subject: shortText(request.merchant, request.subject, 128),
    time_expire: beijingText(request.expireAt),
    qr_code_timeout_express: `${Math.max(1, Math.ceil((request.expireAt - now) / 60_000))}m`,
  }
}

function refundContent({ outTradeNo, outRefundNo, amountFen }: RefundRequest) {
  return { out_trade_no: outTradeNo, out_request_no: outRefundNo, refund_amount: yuan(amountFen) }
}
