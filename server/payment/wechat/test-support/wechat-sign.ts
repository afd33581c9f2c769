import { createCipheriv, createSign, createVerify, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** One of the keys that the stand-in signs with: its public key, or a platform certificate. */
export interface Signer {
  serial: string
  privateKey: string
}

/** The headers that vouch for a body. */
export function signatureHeaders(signer: Signer, body: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1_000))
  const nonce = randomBytes(16).toString('hex')
  const signature = createSign('RSA-SHA256')
    .update(`${timestamp}\n${nonce}\n${body}\n`, 'utf8')
    .sign(signer.privateKey, 'base64')
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature,
    'wechatpay-serial': signer.serial,
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

/** AEAD_AES_256_GCM under the merchant's API v3 key, as notifications and certificates are sealed. */
export function seal(apiV3Key: string, plain: string, associatedData: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce)
  cipher.setAAD(Buffer.from(associatedData))
  const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    associated_data: associatedData,
    nonce,
  }
}

/** Whether the `Authorization` header is the merchant's, over this very request and not older than five minutes. */
export function isAuthorized(
  call: { method: string; url: URL; headers: IncomingHttpHeaders; body: Buffer },
  merchant: { mchId: string; serialNo: string; publicKey: string; now: number },
): boolean {
  const [, list = ''] = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(call.headers.authorization ?? '') ?? []
  const fields = new Map(
    list.split(',').map(field => {
      const [, name = '', value = ''] = /^(\w+)="([^"]*)"$/.exec(field) ?? []
      return [name, value] as const
    }),
  )
  const [timestamp = '', nonce = ''] = [fields.get('timestamp'), fields.get('nonce_str')]
  if (fields.get('mchid') !== merchant.mchId || fields.get('serial_no') !== merchant.serialNo) return false
  if (!/^\d{10}$/.test(timestamp) || Math.abs(merchant.now / 1_000 - Number(timestamp)) > 300) return false
  if (nonce === '' || nonce.length > 32) return false
  const lines = [
    call.method,
    call.url.pathname + call.url.search,
    timestamp,
    nonce,
    call.body.toString('utf8'),
  ]
  return createVerify('RSA-SHA256')
    .update(lines.map(line => `${line}\n`).join(''), 'utf8')
    .verify(merchant.publicKey, fields.get('signature') ?? '', 'base64')
}
