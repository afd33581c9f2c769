import { z } from 'zod'
import type { NotifyFacts, NotifyHeaders } from '../provider.ts'
import type { WechatAccount } from './account.ts'
import type { PlatformKeys } from './platform-keys.ts'
import { Sealed, unseal } from './sealed.ts'
import { factsOf, Transaction } from './transaction.ts'

const Message = z.object({
  id: z.string().min(1).max(64),
  event_type: z.literal('TRANSACTION.SUCCESS'),
  resource_type: z.literal('encrypt-resource'),
  resource: Sealed.extend({ original_type: z.literal('transaction').optional() }),
})

/**
 * What WeChat Pay's message says, or that it is not WeChat Pay's to us. The signature is checked over the bytes as they
 * came, before anything is read; then the seal is opened with our key, and merchant and application have to be
 * ours. News of refunds is turned away: refunds are asked about.
 *
 * @param now epoch ms; a message signed more than five minutes before or after is somebody's replay
 */
export function readNotification(
  parts: { account: WechatAccount; keys: PlatformKeys },
  raw: Uint8Array,
  headers: NotifyHeaders,
  now: number,
): NotifyFacts | 'REJECT' | 'UNKNOWN SERIAL' {
  const { account, keys } = parts
  const verdict = keys.verify(headers, raw, now)
  if (verdict === 'unknown serial') return 'UNKNOWN SERIAL'
  if (verdict === 'false') return 'REJECT'
  const message = Message.safeParse(json(raw))
  if (!message.success) return 'REJECT'
  const plain = unseal(account.apiV3Key, message.data.resource)
  const transaction = Transaction.safeParse(plain && json(plain))
  const facts = transaction.success ? factsOf(account, transaction.data) : undefined
  if (!transaction.success || facts === undefined) return 'REJECT'
  return { notifyId: message.data.id, outTradeNo: transaction.data.out_trade_no, facts }
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
