import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import type { AlipayAccount } from '../alipay/account.ts'
import { createAlipayProvider } from '../alipay/provider.ts'
import { type AlipayStandIn, startAlipayStandIn } from '../alipay/test-support/alipay-stand-in.ts'
import { createHttp } from '../exchange.ts'
import { paymentRoutes } from '../payment-routes.ts'
import type { NotifyFacts, NotifyHeaders, PaymentProvider } from '../provider.ts'
import { openSandboxPayments } from '../sandbox/sandbox-payments.ts'
import type { WechatAccount } from '../wechat/account.ts'
import { createWechatProvider } from '../wechat/provider.ts'
import { startWechatStandIn, type WechatStandIn } from '../wechat/test-support/wechat-stand-in.ts'

/** A provider with the other party behind it, the guest's phone, and a till that takes messages over HTTP. */
export interface Party {
  provider: PaymentProvider
  clock: { now(): number; pass(ms: number): void; to(ms: number): void }
  /** What the phone does with a QR; whether the money is gone. */
  pay(qr: string): Promise<boolean>
  /** Everything the till was told, as bytes and as facts. */
  messages: { raw: Uint8Array; headers: NotifyHeaders; facts: NotifyFacts | 'REJECT' }[]
  stop(): Promise<void>
}

/** A whole second, because providers tell no milliseconds. */
export const start = Date.parse('2026-07-28T12:00:00+08:00')

export function testClock() {
  let now = start
  return {
    now: () => now,
    pass: (ms: number) => {
      now += ms
    },
    to: (ms: number) => {
      now = ms
    },
  }
}

export function alipayAccount(standIn: AlipayStandIn, ...more: string[]): AlipayAccount {
  const { appId, sellerId, privateKey, publicKey, gateway } = standIn.credentials
  return {
    appId,
    sellerId,
    gateway,
    privateKey: createPrivateKey(privateKey),
    publicKeys: [publicKey, ...more].map(key => createPublicKey(key)),
  }
}

/** @param keys `certificates`: without WeChat Pay's public key, so that certificates have to be downloaded */
export function wechatAccount(
  standIn: WechatStandIn,
  keys: 'public key' | 'certificates' = 'public key',
): WechatAccount {
  const { mchId, appId, serialNo, privateKey, apiV3Key, publicKey, publicKeyId, gateway } =
    standIn.credentials
  return {
    mchId,
    appId,
    serialNo,
    apiV3Key,
    gateway,
    privateKey: createPrivateKey(privateKey),
    ...(keys === 'public key' && { publicKey: { id: publicKeyId, key: createPublicKey(publicKey) } }),
  }
}

/** Where the provider's messages go, and what they said. */
export async function openTill(name: string, parse: () => PaymentProvider) {
  const messages: Party['messages'] = []
  const server = Fastify()
  await server.register(
    paymentRoutes({
      [name]: async (raw, headers) => {
        const facts = parse().parseNotify(raw, headers)
        messages.push({ raw: Uint8Array.from(raw), headers, facts })
        return facts === 'REJECT' ? 'rejected' : 'accepted'
      },
    }),
  )
  return { server, messages, notifyPath: `/api/payments/notify/${name}` }
}

export async function sandboxParty(): Promise<Party> {
  const clock = testClock()
  const dir = mkdtempSync(join(tmpdir(), 'foyer-party-'))
  const till = await openTill('sandbox', () => sandbox.provider)
  let url = ''
  const sandbox = openSandboxPayments({
    file: join(dir, 'ledger.sqlite'),
    publicUrl: () => url,
    notifyUrl: () => `${url}${till.notifyPath}`,
    secret: 'a secret of two parties',
    clock,
    random: randomBytes,
  })
  await till.server.register(sandbox.phonePages)
  url = await till.server.listen({ port: 0, host: '127.0.0.1' })
  return {
    provider: sandbox.provider,
    clock,
    messages: till.messages,
    async pay(qr) {
      const page = await fetch(qr, { method: 'POST', body: new URLSearchParams({ act: 'pay' }) })
      await sandbox.deliverDue()
      return (await page.text()).includes('付款成功')
    },
    async stop() {
      await sandbox.stop()
      await till.server.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export async function alipayParty(timeoutMs = 5_000): Promise<Party & { standIn: AlipayStandIn }> {
  const clock = testClock()
  const standIn = await startAlipayStandIn({ clock })
  const http = createHttp({ timeoutMs })
  const till = await openTill('alipay', () => provider)
  const url = await till.server.listen({ port: 0, host: '127.0.0.1' })
  const provider = createAlipayProvider({
    account: alipayAccount(standIn),
    http,
    clock,
    notifyUrl: () => `${url}${till.notifyPath}`,
  })
  return {
    provider,
    clock,
    standIn,
    messages: till.messages,
    pay: async qr => (await standIn.control({ act: 'pay', qr })) === true,
    async stop() {
      await http.close()
      await standIn.close()
      await till.server.close()
    },
  }
}

export async function wechatParty(
  keys: 'public key' | 'certificates' = 'public key',
  timeoutMs = 5_000,
): Promise<Party & { standIn: WechatStandIn }> {
  const clock = testClock()
  const standIn = await startWechatStandIn({ clock })
  if (keys === 'certificates') standIn.signNotices('certificate')
  const http = createHttp({ timeoutMs })
  const till = await openTill('wechat', () => provider)
  const url = await till.server.listen({ port: 0, host: '127.0.0.1' })
  const provider = createWechatProvider({
    account: wechatAccount(standIn, keys),
    http,
    clock,
    random: randomBytes,
    notifyUrl: () => `${url}${till.notifyPath}`,
  })
  return {
    provider,
    clock,
    standIn,
    messages: till.messages,
    pay: async qr => (await standIn.control({ act: 'pay', qr })) === true,
    async stop() {
      await http.close()
      await standIn.close()
      await till.server.close()
    },
  }
}
