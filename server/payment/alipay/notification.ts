import { z } from 'zod'
import type { NotifyFacts } from '../provider.ts'
import { isSignedBy } from '../rsa.ts'
import type { AlipayAccount } from './account.ts'
import { signedText } from './signed-text.ts'
import { BeijingText, factsOf, TradeStatus, YuanText } from './trade-facts.ts'

const Notification = z.object({
  notify_id: z.string().min(1).max(128),
  app_id: z.string(),
  seller_id: z.string(),
  out_trade_no: z.string().min(1).max(64),
  trade_no: z.string().min(1).max(64),
  trade_status: TradeStatus,
  total_amount: YuanText,
  gmt_payment: BeijingText.optional(),
})

/**
 * What Alipay's message says, or that it is not Alipay's to us. The signature (RSA2 and nothing else, whatever the
 * message asks for) is checked over the decoded parameters without `sign` and `sign_type`; then application and
 * seller have to be ours. A repeated message keeps its `notify_id`, by which the inbox knows it.
 *
 * @param now epoch ms
 */
export function readNotification(
  account: AlipayAccount,
  raw: Uint8Array,
  now: number,
): NotifyFacts | 'REJECT' {
  const parameters = decode(raw)
  if (parameters === undefined || parameters.get('sign_type') !== 'RSA2') return 'REJECT'
  const charset = parameters.get('charset')
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') return 'REJECT'
  const signature = parameters.get('sign') ?? ''
  const bytes = Buffer.from(signedText(parameters, ['sign', 'sign_type']), 'utf8')
  if (!account.publicKeys.some(key => isSignedBy(key, bytes, signature))) return 'REJECT'

  const parsed = Notification.safeParse(Object.fromEntries(parameters))
  if (!parsed.success) return 'REJECT'
  const { notify_id, app_id, seller_id, out_trade_no, trade_no, trade_status, total_amount } = parsed.data
  if (app_id !== account.appId || seller_id !== account.sellerId) return 'REJECT'
  return {
    notifyId: notify_id,
    outTradeNo: out_trade_no,
    facts: factsOf({
      status: trade_status,
      amountFen: total_amount,
      paidAt: parsed.data.gmt_payment,
      tradeNo: trade_no,
      learntAt: now,
    }),
  }
}

/** Form parameters, each name once and every byte valid: two readings of one message must not be possible. */
function decode(raw: Uint8Array): Map<string, string> | undefined {
  const parameters = new Map<string, string>()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    for (const pair of text.split('&')) {
      const [name = '', ...value] = pair.replaceAll('+', ' ').split('=').map(decodeURIComponent)
      if (name === '' || value.length !== 1 || parameters.has(name)) return undefined
      parameters.set(name, value[0] ?? '')
    }
  } catch {
    return undefined
  }
  return parameters
}
