import { z } from 'zod'
import { beijingMs } from '../beijing-text.ts'
import type { PaymentFacts } from '../provider.ts'
import { fenOf } from '../yuan-text.ts'

/** A text of yuan as fen: `88.80` is 8880. */
export const YuanText = z.string().transform((text, context) => {
  const fen = fenOf(text)
  if (fen === undefined) context.addIssue('an amount in yuan')
  return fen ?? 0
})

/** A time without a zone, in Beijing, as epoch ms. */
export const BeijingText = z.string().transform((text, context) => {
  const ms = beijingMs(text)
  if (ms === undefined) context.addIssue('a time such as 2026-11-23 19:30:00')
  return ms ?? 0
})

export const TradeStatus = z.enum(['WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED'])

/**
 * What a trade's status means. TRADE_CLOSED says two things: closed unpaid, or paid and wholly paid back; only the
 * latter has a time of payment. FINISHED is SUCCESS past the time for refunds.
 *
 * @param trade.paidAt epoch ms; for a paid trade that bears none, the moment we learnt of it
 */
export function factsOf(trade: {
  status: z.infer<typeof TradeStatus>
  amountFen: number
  paidAt: number | undefined
  tradeNo: string
  learntAt: number
}): PaymentFacts {
  const { status, amountFen, paidAt, tradeNo, learntAt } = trade
  switch (status) {
    case 'WAIT_BUYER_PAY':
      return { status: 'UNPAID', declined: false }
    case 'TRADE_SUCCESS':
    case 'TRADE_FINISHED':
      return { status: 'PAID', paidFen: amountFen, paidAt: paidAt ?? learntAt, transactionId: tradeNo }
    case 'TRADE_CLOSED':
      return { status: paidAt === undefined ? 'CLOSED' : 'REFUNDED' }
  }
}
