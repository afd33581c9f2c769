import { z } from 'zod'
import { toInstant } from '#contract/time.ts'
import type { Clock } from '../../kernel/clock.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Http } from '../exchange.ts'
import type { PaymentFacts, PaymentProvider, RefundFacts } from '../provider.ts'
import { shortText } from '../short-text.ts'
import { closedAs, understood } from '../understood.ts'
import type { WechatAccount } from './account.ts'
import { createWechatApi } from './api.ts'
import { readBill } from './bill.ts'
import { readNotification } from './notification.ts'
import { createPlatformKeys } from './platform-keys.ts'
import { factsOf, Transaction } from './transaction.ts'

const Created = z.object({ code_url: z.string().min(1).max(1024) })
const Refund = z.object({
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  status: z.enum(['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL']),
})

/** The name of the code differs between the pages of WeChat Pay's documentation. */
const noOrder = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST'])
const paid = new Set(['ORDERPAID', 'ORDER_PAID'])

/**
 * WeChat Pay v3, Native: the guest scans a QR of ours.
 *
 * `time_expire` only ends the paying: the order stays NOTPAY until it is closed (T14), and WeChat Pay lifts it to a
 * minute from now when it is nearer. A close is answered 204 even for a number that WeChat Pay has never
 * seen, so only a query afterwards proves it.
 *
 * @param parts.notifyUrl where WeChat Pay reaches `/api/payments/notify/wechat`
 */
export function createWechatProvider(parts: {
  account: WechatAccount
  http: Http
  clock: Clock
  random: (size: number) => Uint8Array
  notifyUrl: () => string
}): PaymentProvider {
  const { account, clock, notifyUrl } = parts
  const keys = createPlatformKeys({ apiV3Key: account.apiV3Key, publicKey: account.publicKey })
  const api = createWechatApi({ ...parts, keys })
  const order = (outTradeNo: string) => `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`

  async function query(outTradeNo: string): Promise<Outcome<PaymentFacts>> {
    const answer = await api.call('GET', `${order(outTradeNo)}?mchid=${account.mchId}`)
    if (answer.kind === 'refused' && noOrder.has(answer.code)) return done({ status: 'NOT_CREATED' })
    return understood(answer, Transaction, transaction =>
      transaction.out_trade_no === outTradeNo ? factsOf(account, transaction) : undefined,
    )
  }

  const refundAnswer = (answer: Outcome<unknown>, outRefundNo: string, outTradeNo: string) =>
    understood(answer, Refund, (refund): RefundFacts | undefined =>
      refund.out_refund_no === outRefundNo && refund.out_trade_no === outTradeNo ? refund.status : undefined,
    )

  return {
    name: 'wechat',
    settledBy: 'provider',
    query,
    async create({ outTradeNo, amountFen, expireAt, merchant, subject }) {
      // Ordering again after the end would bring the payment back to life.
      if (clock.now() >= expireAt) return { kind: 'refused', code: 'EXPIRED', meaning: 'too late to pay' }
      const answer = await api.call('POST', '/v3/pay/transactions/native', {
        appid: account.appId,
        mchid: account.mchId,
        // 127 bytes in the strictest reading of the documentation: three for each Chinese character.
        description: shortText(merchant, subject, 42),
        out_trade_no: outTradeNo,
        time_expire: toInstant(expireAt),
        notify_url: notifyUrl(),
        amount: { total: amountFen, currency: 'CNY' },
      })
      return understood(answer, Created, ({ code_url }) => ({ qr: code_url }))
    },
    async close(outTradeNo) {
      const answer = await api.call('POST', `${order(outTradeNo)}/close`, { mchid: account.mchId })
      if (answer.kind === 'refused' && paid.has(answer.code)) return done('ALREADY_PAID')
      return answer.kind === 'done' || answer.kind === 'refused' ? closedAs(await query(outTradeNo)) : answer
    },
    async refund({ outTradeNo, outRefundNo, amountFen, totalFen }) {
      const answer = await api.call('POST', '/v3/refund/domestic/refunds', {
        out_trade_no: outTradeNo,
        out_refund_no: outRefundNo,
        amount: { refund: amountFen, total: totalFen, currency: 'CNY' },
      })
      return refundAnswer(answer, outRefundNo, outTradeNo)
    },
    async queryRefund(outRefundNo, outTradeNo) {
      const answer = await api.call('GET', `/v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`)
      if (answer.kind === 'refused' && answer.code === 'RESOURCE_NOT_EXISTS') return done('NOT_FOUND')
      return refundAnswer(answer, outRefundNo, outTradeNo)
    },
    parseNotify(raw, headers) {
      const read = readNotification({ account, keys }, raw, headers, clock.now())
      if (read !== 'UNKNOWN SERIAL') return read
      // WeChat Pay sends it again in seconds, and by then the certificate it was signed with is here.
      void api.refreshKeys()
      return 'REJECT'
    },
    bill: day => readBill({ api, clock, gateway: account.gateway }, day),
  }
}
