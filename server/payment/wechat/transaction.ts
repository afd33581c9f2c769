import { z } from 'zod'
import type { PaymentFacts } from '../provider.ts'
import type { WechatAccount } from './account.ts'

/** A payment as WeChat Pay tells of it, in an answer to a query and inside a notification alike. */
export const Transaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string().min(1).max(32),
  trade_state: z.enum(['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR']),
  transaction_id: z.string().max(32).optional(),
  success_time: z.iso.datetime({ offset: true }).optional(),
  amount: z.object({ total: z.int().min(0), currency: z.string().optional() }).optional(),
})
export type Transaction = z.infer<typeof Transaction>

/**
 * What it means for us; undefined when it is another merchant's, or says "paid" without saying how much and when.
 * `total` is the order's amount, coupons of WeChat Pay's own included. There is no "expired": what can no
 * longer be paid stays NOTPAY until it is closed (T14).
 */
export function factsOf(account: WechatAccount, transaction: Transaction): PaymentFacts | undefined {
  const { appid, mchid, trade_state, transaction_id, success_time, amount } = transaction
  if (appid !== account.appId || mchid !== account.mchId) return undefined
  switch (trade_state) {
    case 'SUCCESS':
      if (transaction_id === undefined || success_time === undefined || amount === undefined) return undefined
      if (amount.currency !== undefined && amount.currency !== 'CNY') return undefined
      return {
        status: 'PAID',
        paidFen: amount.total,
        paidAt: Date.parse(success_time),
        transactionId: transaction_id,
      }
    case 'REFUND':
      return { status: 'REFUNDED' }
    case 'CLOSED':
    case 'REVOKED':
      return { status: 'CLOSED' }
    case 'NOTPAY':
    case 'USERPAYING':
      return { status: 'UNPAID', declined: false }
    case 'PAYERROR':
      return { status: 'UNPAID', declined: true }
  }
}
