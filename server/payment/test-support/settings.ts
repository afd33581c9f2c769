import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AlipayCredentials } from '../alipay/test-support/alipay-stand-in.ts'
import type { WechatCredentials } from '../wechat/test-support/wechat-stand-in.ts'

/** The environment of a server whose merchant account is the stand-in's. */
export function alipaySettings(credentials: AlipayCredentials): Record<string, string> {
  return {
    PAYMENT_PROVIDER: 'alipay',
    ALIPAY_APP_ID: credentials.appId,
    ALIPAY_SELLER_ID: credentials.sellerId,
    ALIPAY_PRIVATE_KEY: credentials.privateKey,
    ALIPAY_PUBLIC_KEY: credentials.publicKey,
    ALIPAY_GATEWAY: credentials.gateway,
  }
}

export function wechatSettings(credentials: WechatCredentials): Record<string, string> {
  return {
    PAYMENT_PROVIDER: 'wechat',
    WECHAT_MCH_ID: credentials.mchId,
    WECHAT_APP_ID: credentials.appId,
    WECHAT_SERIAL_NO: credentials.serialNo,
    WECHAT_PRIVATE_KEY: credentials.privateKey,
    WECHAT_API_V3_KEY: credentials.apiV3Key,
    WECHAT_PUBLIC_KEY_ID: credentials.publicKeyId,
    WECHAT_PUBLIC_KEY: credentials.publicKey,
    WECHAT_GATEWAY: credentials.gateway,
  }
}

/** A port that was free a moment ago: a server has to know where providers reach it before it listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
