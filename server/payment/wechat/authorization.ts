import { signSha256 } from '../rsa.ts'
import type { WechatAccount } from './account.ts'

/**
 * The header that signs a request: method, path with query, second, nonce and the body as it is sent, a line each.
 *
 * @param nonce what nobody can guess, at most 32 characters
 * @param now epoch ms
 */
export function authorization(
  account: WechatAccount,
  request: { method: string; url: URL; body: string },
  nonce: string,
  now: number,
): string {
  const timestamp = Math.floor(now / 1_000)
  const lines = [request.method, request.url.pathname + request.url.search, timestamp, nonce, request.body]
  const signature = signSha256(account.privateKey, lines.map(line => `${line}\n`).join(''))
  const fields = {
    mchid: account.mchId,
    nonce_str: nonce,
    signature,
    timestamp,
    serial_no: account.serialNo,
  }
  const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`
}
