import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { NotifyFacts, NotifyHeaders } from '../provider.ts'

/** Bears the hex HMAC-SHA256 of the body's bytes, under the secret that merchant and provider share. */
export const signatureHeader = 'x-sandbox-signature'
export const merchantId = 'foyer-sandbox'

const Notification = z.object({
  notifyId: z.string(),
  merchantId: z.literal(merchantId),
  outTradeNo: z.string(),
  status: z.enum(['PAID', 'DECLINED']),
  paidFen: z.int().min(0),
  /** Epoch ms. */
  paidAt: z.int(),
  transactionId: z.string(),
})
export type Notification = z.infer<typeof Notification>

export function sign(secret: string, raw: Uint8Array): string {
  return createHmac('sha256', secret).update(raw).digest('hex')
}

/** What a message says, or that it is not the provider's. The signature is checked before anything is read. */
export function readNotification(
  secret: string,
  raw: Uint8Array,
  headers: NotifyHeaders,
): NotifyFacts | 'REJECT' {
  const given = headers[signatureHeader]
  if (typeof given !== 'string') return 'REJECT'
  const expected = Buffer.from(sign(secret, raw))
  const signature = Buffer.from(given)
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return 'REJECT'
  const parsed = Notification.safeParse(parseJson(raw))
  if (!parsed.success) return 'REJECT'
  const { notifyId, outTradeNo, status, paidFen, paidAt, transactionId } = parsed.data
  return {
    notifyId,
    outTradeNo,
    facts:
      status === 'PAID'
        ? { status: 'PAID', paidFen, paidAt, transactionId }
        : { status: 'UNPAID', declined: true },
  }
}

function parseJson(raw: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(raw).toString('utf8'))
  } catch {
    return undefined
  }
}
