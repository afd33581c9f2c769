import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadEnv } from '../config/env.ts'
import { systemClock } from '../kernel/clock.ts'
import { openPayments } from './open-payments.ts'
import { alipaySettings, wechatSettings } from './test-support/settings.ts'

const main = fileURLToPath(new URL('test-support/main.ts', import.meta.url))
const Alipay = z.object({
  appId: z.string(),
  sellerId: z.string(),
  privateKey: z.string(),
  publicKey: z.string(),
  gateway: z.url(),
})
const Wechat = z.object({
  mchId: z.string(),
  appId: z.string(),
  serialNo: z.string(),
  privateKey: z.string(),
  apiV3Key: z.string(),
  publicKeyId: z.string(),
  publicKey: z.string(),
  gateway: z.url(),
})

test.each([
  ['alipay', (line: string) => alipaySettings(Alipay.parse(JSON.parse(line)))],
  ['wechat', (line: string) => wechatSettings(Wechat.parse(JSON.parse(line)))],
] as const)('%s stands in as a process of its own, steered over HTTP', async (provider, settingsOf) => {
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--provider', provider], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), 'line'))
    const settings = settingsOf(line)
    const payments = openPayments(loadEnv({ ...settings, PUBLIC_URL: 'http://127.0.0.1:9' }), {
      publicUrl: () => 'http://127.0.0.1:9',
      localUrl: () => '',
      dataKey: new Uint8Array(32),
      clock: systemClock,
    })
    const outTradeNo = 'F20260728120000abcdef'
    const created = await payments.provider.create({
      outTradeNo,
      amountFen: 4_500,
      expireAt: Date.now() + 480_000,
      merchant: '星光影城',
      subject: '火星救援',
    })
    if (created.kind !== 'done') throw new Error(created.kind)
    const { origin } = new URL(settings[`${provider.toUpperCase()}_GATEWAY`] ?? '')
    const act = (body: object) =>
      fetch(`${origin}/stand-in/control`, { method: 'POST', body: JSON.stringify(body) }).then(answer =>
        answer.json(),
      )
    expect(await act({ act: 'pay', qr: created.value.qr })).toBe(true)
    expect(await payments.provider.query(outTradeNo)).toMatchObject({
      value: { status: 'PAID', paidFen: 4_500 },
    })
    expect(await act({ act: 'books' })).toMatchObject({
      trades: [{ outTradeNo, paidFen: 4_500 }],
      refunds: [],
    })
    await payments.stop()
  } finally {
    child.kill()
    await once(child, 'exit')
  }
  expect(child.exitCode).toBe(0)
})
