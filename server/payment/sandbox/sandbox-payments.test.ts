import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paymentRoutes } from '../payment-routes.ts'
import type { NotifyFacts, PaymentFacts } from '../provider.ts'
import { sign, signatureHeader } from './notification.ts'
import { openSandboxPayments, type SandboxPayments } from './sandbox-payments.ts'

const secret = 'a secret of two parties'
const start = Date.parse('2026-07-28T12:00:00+08:00')
const dir = mkdtempSync(join(tmpdir(), 'foyer-payment-'))

let now: number
let server: FastifyInstance
let url: string
let sandbox: SandboxPayments
let taken: NotifyFacts[]
let merchantIsUp: boolean
let files = 0

beforeEach(async () => {
  now = start
  taken = []
  merchantIsUp = true
  sandbox = openSandboxPayments({
    file: join(dir, `ledger-${files++}.sqlite`),
    publicUrl: () => url,
    notifyUrl: () => `${url}/api/payments/notify/sandbox`,
    secret,
    clock: { now: () => now },
    random: randomBytes,
  })
  server = Fastify()
  await server.register(sandbox.phonePages)
  await server.register(
    paymentRoutes({
      sandbox: async (raw, headers) => {
        const facts = sandbox.provider.parseNotify(raw, headers)
        if (!merchantIsUp) throw new Error('down')
        if (facts === 'REJECT') return 'rejected'
        taken.push(facts)
        return 'accepted'
      },
    }),
  )
  url = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(async () => {
  await sandbox.stop()
  await server.close()
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const passTime = (ms: number) => {
  now += ms
}
const order = { outTradeNo: 'F1', amountFen: 9650, merchant: '星光影城', subject: '<火星> & 救援' }
const create = async (more: Partial<typeof order> = {}) =>
  sandbox.provider.create({ ...order, ...more, expireAt: start + 480_000 })
const qrOf = async () => {
  const outcome = await create()
  if (outcome.kind !== 'done' || outcome.value.qr === undefined) throw new Error('no QR')
  return outcome.value.qr
}
const factsOf = async (no = 'F1'): Promise<PaymentFacts | undefined> => {
  const outcome = await sandbox.provider.query(no)
  return outcome.kind === 'done' ? outcome.value : undefined
}
const get = async (address: string, language = 'zh-CN') => {
  const response = await fetch(address, { headers: { 'accept-language': language } })
  return { response, html: await response.text() }
}
const act = (address: string, what: string) =>
  fetch(address, { method: 'POST', body: new URLSearchParams({ act: what }) })

describe('the phone page', () => {
  test('shows who sells, what and how much, as text, and pays by a plain form', async () => {
    const qr = await qrOf()
    expect(qr).toMatch(/\/phone-pay\/[A-Za-z0-9_-]{22}$/)
    const { response, html } = await get(qr)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('cache-control')).toBe('no-store')
    for (const text of [
      '星光影城',
      '&lt;火星&gt; &amp; 救援',
      '¥96.50',
      '12:08',
      'lang="zh-CN"',
      '<form method="post"',
    ])
      expect(html).toContain(text)
    expect(html).not.toMatch(/<script|style=|onclick/)

    const paid = await act(qr, 'pay')
    expect(paid.redirected).toBe(true)
    expect(await paid.text()).toContain('付款成功')
    expect(await factsOf()).toMatchObject({ status: 'PAID', paidFen: 9650, paidAt: start })
    expect((await get(qr)).html).not.toContain('<form')
  })

  test('speaks English when the phone does, or when asked, and keeps to it after the form', async () => {
    const qr = await qrOf()
    expect((await get(qr, 'en-GB,en;q=0.9,zh;q=0.8')).html).toContain('Confirm payment')
    expect((await get(`${qr}?lang=en`)).html).toContain('Pay now')
    expect((await get(`${qr}?lang=zh`, 'en')).html).toContain('确认付款')
    const declined = await act(`${qr}?lang=en`, 'decline')
    expect(await declined.text()).toContain('You did not pay')
  })

  test('lets a guest who declined pay after all', async () => {
    const qr = await qrOf()
    await act(qr, 'decline')
    expect(await factsOf()).toEqual({ status: 'UNPAID', declined: true })
    const again = (await get(qr)).html
    expect(again).toContain('value="pay"')
    expect(again).not.toContain('value="decline"')
    await act(qr, 'pay')
    expect(await factsOf()).toMatchObject({ status: 'PAID' })
  })

  const ends = [
    ['expired', '付款时间已过', async () => passTime(480_001)],
    ['closed', '这笔付款已关闭', async () => void (await sandbox.provider.close('F1'))],
  ] as const
  test.each(ends)('says when the payment is %s, and takes no money then', async (_state, words, end) => {
    const qr = await qrOf()
    await end()
    const { html } = await get(qr)
    expect(html).toContain(words)
    expect(html).not.toContain('value="pay"')
    await act(qr, 'pay')
    expect(await factsOf()).toEqual({ status: 'CLOSED' })
  })

  test('pays to the last millisecond', async () => {
    const qr = await qrOf()
    now = start + 480_000
    await act(qr, 'pay')
    expect(await factsOf()).toMatchObject({ status: 'PAID' })
  })

  test('brings its own Chinese font, and nothing beside it', async () => {
    const style = await fetch(`${url}/phone-pay/fonts/index.css`)
    const [, file] = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(await style.text()) ?? []
    const font = await fetch(`${url}/phone-pay/fonts/${file}`)
    expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2'])
    expect((await fetch(`${url}/phone-pay/fonts/files/..%2fpackage.json`)).status).toBe(404)
    expect((await fetch(`${url}/phone-pay/style.css`)).headers.get('content-type')).toContain('text/css')
  })

  test.each(['x', 'A'.repeat(22), '..%2f..', "'%20or%201"])('knows nothing behind %s', async token => {
    const { response, html } = await get(`${url}/phone-pay/${token}`)
    expect(response.status).toBe(404)
    expect(html).toContain('找不到这笔付款')
  })
})

describe('the merchant’s side', () => {
  test('answers the same QR for the same payment, and refuses the number for another amount', async () => {
    const qr = await qrOf()
    expect(await create()).toEqual({ kind: 'done', value: { qr } })
    expect(await create({ amountFen: 1 })).toMatchObject({ kind: 'refused', code: 'PARAM_MISMATCH' })
  })

  test('proves a close: a payment that comes later is refused, even one never created', async () => {
    expect(await sandbox.provider.close('F1')).toEqual({ kind: 'done', value: 'CLOSED' })
    expect(await create()).toMatchObject({ kind: 'refused', code: 'CLOSED' })
    expect(await factsOf()).toEqual({ status: 'CLOSED' })
    expect(await factsOf('F2')).toEqual({ status: 'NOT_CREATED' })
  })

  test('does not close what is paid', async () => {
    await act(await qrOf(), 'pay')
    expect(await sandbox.provider.close('F1')).toEqual({ kind: 'done', value: 'ALREADY_PAID' })
  })

  test('pays back once per refund number and never more than was paid', async () => {
    const refund = { outTradeNo: 'F1', outRefundNo: 'F1R1', amountFen: 9650, totalFen: 9650 }
    await qrOf()
    expect(await sandbox.provider.refund(refund)).toMatchObject({ kind: 'refused', code: 'NOT_PAID' })
    await act(await qrOf(), 'pay')
    expect(await sandbox.provider.refund(refund)).toEqual({ kind: 'done', value: 'SUCCESS' })
    expect(await sandbox.provider.refund(refund)).toEqual({ kind: 'done', value: 'SUCCESS' })
    expect(await sandbox.provider.refund({ ...refund, outRefundNo: 'F1R2' })).toMatchObject({
      code: 'MORE_THAN_PAID',
    })
    expect(await sandbox.provider.queryRefund('F1R1', 'F1')).toEqual({ kind: 'done', value: 'SUCCESS' })
    expect(await sandbox.provider.queryRefund('F1R9', 'F1')).toEqual({ kind: 'done', value: 'NOT_FOUND' })
    const bill = []
    for await (const row of sandbox.provider.bill('2026-07-28')) bill.push([row.kind, row.amountFen])
    expect(bill).toEqual([
      ['payment', 9650],
      ['refund', 9650],
    ])
  })
})

describe('its messages', () => {
  test('are signed, and delivered once when taken', async () => {
    await act(await qrOf(), 'pay')
    await sandbox.deliverDue()
    await sandbox.deliverDue()
    expect(taken).toMatchObject([{ outTradeNo: 'F1', facts: { status: 'PAID', paidFen: 9650 } }])
  })

  test('go out by themselves once started, those that waited included', async () => {
    await act(await qrOf(), 'decline')
    sandbox.start()
    await expect.poll(() => taken.length).toBe(1)
    await act(await qrOf(), 'pay')
    await expect.poll(() => taken.map(one => one.facts.status)).toEqual(['UNPAID', 'PAID'])
  })

  test('are sent again with the same number, ever later, until they are taken', async () => {
    merchantIsUp = false
    await act(await qrOf(), 'pay')
    await sandbox.deliverDue()
    now += 999
    merchantIsUp = true
    await sandbox.deliverDue()
    expect(taken).toEqual([])
    now += 1
    await sandbox.deliverDue()
    expect(taken).toHaveLength(1)
  })

  const body = JSON.stringify({
    notifyId: 'N1',
    merchantId: 'foyer-sandbox',
    outTradeNo: 'F1',
    status: 'PAID',
    paidFen: 1,
    paidAt: start,
    transactionId: 'T',
  })
  const forgeries: [string, string, Record<string, string>][] = [
    ['no signature', body, {}],
    ['another secret', body, { [signatureHeader]: sign('guessed', Buffer.from(body)) }],
    [
      'changed bytes',
      body.replace('"paidFen":1', '"paidFen":2'),
      { [signatureHeader]: sign(secret, Buffer.from(body)) },
    ],
    [
      'another merchant',
      body.replace('foyer-sandbox', 'other'),
      signed(body.replace('foyer-sandbox', 'other')),
    ],
    ['no JSON', '{', signed('{')],
    [
      'a negative amount',
      body.replace('"paidFen":1', '"paidFen":-1'),
      signed(body.replace('"paidFen":1', '"paidFen":-1')),
    ],
  ]
  test.each(forgeries)('are rejected with %s', async (_name, text, headers) => {
    const response = await fetch(`${url}/api/payments/notify/sandbox`, {
      method: 'POST',
      body: text,
      headers,
    })
    expect(response.status).toBe(401)
    expect(taken).toEqual([])
  })

  test('are taken as they are', async () => {
    const response = await fetch(`${url}/api/payments/notify/sandbox`, {
      method: 'POST',
      body,
      headers: signed(body),
    })
    expect([response.status, await response.text()]).toEqual([200, 'success'])
  })
})

function signed(text: string): Record<string, string> {
  return { [signatureHeader]: sign(secret, Buffer.from(text)) }
}

describe('a payment gone amiss, by the page’s own buttons', () => {
  const paidAs = async (mishap: string) => {
    const qr = await qrOf()
    expect((await get(qr)).html).toContain(`value="${mishap}"`)
    await act(qr, mishap)
    await sandbox.deliverDue()
    return qr
  }

  test('a fen too little is told as it is', async () => {
    await paidAs('pay-short')
    expect(await factsOf()).toMatchObject({ status: 'PAID', paidFen: 9649 })
    expect(taken).toMatchObject([{ facts: { paidFen: 9649 } }])
  })

  test('too late: after its end, and after the merchant has closed it', async () => {
    const qr = await qrOf()
    await sandbox.provider.close('F1')
    const closed = (await get(qr)).html
    expect(closed).toContain('value="pay-late"')
    expect(closed).not.toContain('value="pay-short"')
    await act(qr, 'pay-short')
    expect(await factsOf()).toEqual({ status: 'CLOSED' })
    await act(qr, 'pay-late')
    expect(await factsOf()).toMatchObject({ status: 'PAID', paidFen: 9650, paidAt: start + 481_000 })
  })

  test('without a message: only a query tells', async () => {
    await paidAs('pay-silent')
    passTime(86_400_000)
    await sandbox.deliverDue()
    expect(taken).toEqual([])
    expect(await factsOf()).toMatchObject({ status: 'PAID' })
  })

  test('with a message that comes two minutes later', async () => {
    await paidAs('pay-slow-news')
    expect(taken).toEqual([])
    passTime(120_000)
    await sandbox.deliverDue()
    expect(taken).toHaveLength(1)
  })

  test('with one message three times over', async () => {
    await paidAs('pay-echo')
    expect(taken).toHaveLength(3)
    expect(new Set(taken.map(({ notifyId }) => notifyId)).size).toBe(1)
  })

  test('not once it is paid', async () => {
    const qr = await paidAs('pay-echo')
    expect((await get(qr)).html).not.toContain('<form')
    await act(qr, 'pay-late')
    expect(await factsOf()).toMatchObject({ paidAt: start })
  })
})
