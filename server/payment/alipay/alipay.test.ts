import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttp } from '../exchange.ts'
import { keyPair } from '../test-support/key-pair.ts'
import { alipayAccount, alipayParty, start } from '../test-support/parties.ts'
import { createAlipayProvider } from './provider.ts'
import { alipaySign } from './test-support/alipay-text.ts'

const minute = 60_000
const outTradeNo = 'F20260728120000abcdef'
const outRefundNo = `${outTradeNo}R1`
const request = {
  outTradeNo,
  amountFen: 9_650,
  expireAt: start + 8 * minute,
  merchant: '星光影城',
  subject: '火星救援',
}
const refund = { outTradeNo, outRefundNo, amountFen: 9_650, totalFen: 9_650 }

let party: Awaited<ReturnType<typeof alipayParty>>
beforeEach(async () => {
  party = await alipayParty(300)
})
afterEach(() => party.stop())

const qrOf = async () => {
  const outcome = await party.provider.create(request)
  if (outcome.kind !== 'done' || outcome.value.qr === undefined) throw new Error('no QR')
  return outcome.value.qr
}
const pay = async () => {
  const qr = await qrOf()
  await party.standIn.control({ act: 'pay', qr })
}
const books = async () => {
  const result = await party.standIn.control({ act: 'books' })
  if (typeof result === 'boolean') throw new Error('no books')
  return result
}

describe('a QR that nobody has scanned (T15)', () => {
  test('is no trade: neither query nor close prove anything, and it can still be paid', async () => {
    const qr = await qrOf()
    expect(await party.provider.query(outTradeNo)).toEqual({ kind: 'done', value: { status: 'NOT_CREATED' } })
    expect(await party.provider.close(outTradeNo)).toMatchObject({ kind: 'unknown' })
    expect(await party.standIn.control({ act: 'pay', qr })).toBe(true)
    expect(await party.provider.close(outTradeNo)).toEqual({ kind: 'done', value: 'ALREADY_PAID' })
  })

  test('is dead at the end of its time, and not a second later', async () => {
    const qr = await qrOf()
    party.clock.to(request.expireAt)
    expect(await party.standIn.control({ act: 'scan', qr })).toBe(true)
    party.clock.pass(1_000)
    expect(await party.standIn.control({ act: 'scan', qr })).toBe(false)
  })

  test('ends at the order’s deadline however late it was scanned', async () => {
    const qr = await qrOf()
    party.clock.pass(7 * minute)
    await party.standIn.control({ act: 'scan', qr })
    party.clock.pass(minute + 1_000)
    expect(await party.standIn.control({ act: 'pay', qr })).toBe(false)
    expect(await party.provider.query(outTradeNo)).toEqual({ kind: 'done', value: { status: 'CLOSED' } })
  })

  test('is not asked for when its time is over', async () => {
    party.clock.to(request.expireAt)
    expect(await party.provider.create(request)).toMatchObject({ kind: 'refused', code: 'EXPIRED' })
    expect(party.standIn.server.calls).toEqual([])
  })

  test('waits for its buyer once scanned, and is closed for good then', async () => {
    const qr = await qrOf()
    await party.standIn.control({ act: 'scan', qr })
    await party.standIn.control({ act: 'decline', qr })
    expect(await party.provider.query(outTradeNo)).toMatchObject({ value: { status: 'UNPAID' } })
    expect(await party.provider.close(outTradeNo)).toEqual({ kind: 'done', value: 'CLOSED' })
    expect(await party.standIn.control({ act: 'pay', qr })).toBe(false)
    expect(await party.provider.close(outTradeNo)).toEqual({ kind: 'done', value: 'CLOSED' })
  })
})

test('tells the money that came in too late, and in another amount, as it came', async () => {
  const qr = await qrOf()
  party.clock.pass(20 * minute)
  await party.standIn.control({ act: 'pay', qr, late: true, amountFen: 1 })
  expect(party.messages[0]?.facts).toMatchObject({
    facts: { status: 'PAID', paidFen: 1, paidAt: start + 20 * minute },
  })
  expect(await party.provider.query(outTradeNo)).toMatchObject({ value: { status: 'PAID', paidFen: 1 } })
})

describe('an answer that is not there, or not Alipay’s,', () => {
  const calls = [
    ['alipay.trade.precreate', () => party.provider.create(request)],
    ['alipay.trade.query', () => party.provider.query(outTradeNo)],
    ['alipay.trade.close', () => party.provider.close(outTradeNo)],
    ['alipay.trade.refund', () => party.provider.refund(refund)],
    ['alipay.trade.fastpay.refund.query', () => party.provider.queryRefund(outRefundNo, outTradeNo)],
  ] as const
  const troubles = ['drop', 'lose', 'cut', 'hold', 'page', 'busy', 'unsigned', 'forged'] as const

  test.each(calls)('leaves %s unknown', async (api, call) => {
    await pay()
    for (const trouble of troubles) {
      await party.standIn.control({ act: 'trouble', api, trouble })
      expect([trouble, await call()]).toEqual([trouble, { kind: 'unknown', reason: expect.any(String) }])
    }
    await party.standIn.control({ act: 'let go' })
  })

  test('but only slow is taken', async () => {
    await party.standIn.control({ act: 'trouble', trouble: 'hold', holdMs: 50 })
    expect(await party.provider.query(outTradeNo)).toEqual({ kind: 'done', value: { status: 'NOT_CREATED' } })
  })

  test('of a caller that Alipay does not know is unknown too, because it can’t be signed', async () => {
    const stranger = createAlipayProvider({
      account: { ...alipayAccount(party.standIn), appId: '2021000000000000' },
      http: createHttp(),
      clock: party.clock,
      notifyUrl: () => 'http://127.0.0.1:1/',
    })
    expect(await stranger.query(outTradeNo)).toMatchObject({ kind: 'unknown' })
  })

  test('is not sent when nobody listens', async () => {
    await party.standIn.server.close()
    for (const [, call] of calls) expect(await call()).toEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' })
  })
})

test.each([
  ['another key', () => ({ privateKey: createPrivateKey(keyPair().privateKey) }), 0],
  ['a clock that is an hour behind', () => ({}), -60 * minute],
])('is told its mistake with %s, and quotes nothing of it', async (_why, change, skewMs) => {
  const provider = createAlipayProvider({
    account: { ...alipayAccount(party.standIn), ...change() },
    http: createHttp(),
    clock: { now: () => start + skewMs },
    notifyUrl: () => '',
  })
  expect(await provider.query(outTradeNo)).toEqual({
    kind: 'refused',
    code: expect.stringMatching(/^isv\.invalid-(signature|timestamp)$/),
    meaning: 'Alipay answered 40002',
  })
})

describe('a refund', () => {
  test('whose answer was lost is paid once, and known as paid when it is sent again', async () => {
    await pay()
    await party.standIn.control({ act: 'trouble', api: 'alipay.trade.refund', trouble: 'lose' })
    expect(await party.provider.refund(refund)).toMatchObject({ kind: 'unknown' })
    expect(await party.provider.refund(refund)).toEqual({ kind: 'done', value: 'SUCCESS' })
    expect((await books()).refunds).toMatchObject([{ outRefundNo, amountFen: 9_650, state: 'SUCCESS' }])
  })

  test('that was accepted without money moving is no refund until a query says so', async () => {
    await pay()
    await party.standIn.control({ act: 'refunds', mode: 'processing' })
    expect(await party.provider.refund(refund)).toMatchObject({ kind: 'unknown' })
    expect(await party.provider.queryRefund(outRefundNo, outTradeNo)).toEqual({
      kind: 'done',
      value: 'NOT_FOUND',
    })
    await party.standIn.control({ act: 'settle', outRefundNo, state: 'SUCCESS' })
    expect(await party.provider.refund(refund)).toEqual({ kind: 'done', value: 'SUCCESS' })
    expect((await books()).refunds).toHaveLength(1)
  })

  test('that the account could not pay works under the same number when there is money', async () => {
    await pay()
    await party.standIn.control({ act: 'refunds', mode: 'low-balance' })
    expect(await party.provider.refund(refund)).toMatchObject({
      kind: 'refused',
      code: 'ACQ.SELLER_BALANCE_NOT_ENOUGH',
    })
    await party.standIn.control({ act: 'refunds', mode: 'success' })
    expect(await party.provider.refund(refund)).toEqual({ kind: 'done', value: 'SUCCESS' })
  })

  test('in parts leaves the payment paid until the last fen is back', async () => {
    await pay()
    await party.provider.refund({ ...refund, amountFen: 9_649 })
    expect(await party.provider.query(outTradeNo)).toMatchObject({
      value: { status: 'PAID', paidFen: 9_650 },
    })
    await party.provider.refund({ ...refund, outRefundNo: `${outTradeNo}R2`, amountFen: 1 })
    expect(await party.provider.query(outTradeNo)).toMatchObject({ value: { status: 'REFUNDED' } })
  })
})

describe('a message', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const read = (body: string) => party.provider.parseNotify(Buffer.from(body), form)
  /** Signed by Alipay's own key, whatever it says. */
  const saying = (change: (fields: Map<string, string>) => void) => party.standIn.message(outTradeNo, change)

  test('is repeated under one number until the till takes it', async () => {
    await pay()
    await party.standIn.control({ act: 'notify', outTradeNo, times: 2 })
    const ids = party.messages.map(({ facts }) => facts !== 'REJECT' && facts.notifyId)
    expect([ids.length, new Set(ids).size]).toEqual([3, 1])
    expect(party.standIn.notices.tries.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test('that names another amount bears it to the engine, under a number of its own', async () => {
    await pay()
    await party.standIn.control({ act: 'notify', outTradeNo, amountFen: 1 })
    expect(party.messages[1]?.facts).toMatchObject({ facts: { paidFen: 1 } })
    expect(party.messages[1]?.facts).not.toMatchObject({
      notifyId: party.messages[0]?.facts !== 'REJECT' && party.messages[0]?.facts.notifyId,
    })
  })

  test('about a trade that was closed, or wholly paid back, says so', async () => {
    await pay()
    const closed = saying(fields => {
      fields.set('trade_status', 'TRADE_CLOSED')
      fields.delete('gmt_payment')
    })
    expect(read(closed)).toMatchObject({ facts: { status: 'CLOSED' } })
    expect(read(saying(fields => void fields.set('trade_status', 'TRADE_CLOSED')))).toMatchObject({
      facts: { status: 'REFUNDED' },
    })
    expect(read(saying(fields => void fields.set('trade_status', 'TRADE_FINISHED')))).toMatchObject({
      facts: { status: 'PAID' },
    })
  })

  const rightlySigned: [string, (fields: Map<string, string>) => void][] = [
    ['to another application', fields => void fields.set('app_id', '2021000000000000')],
    ['about another seller', fields => void fields.set('seller_id', '2088000000000000')],
    ['without a seller', fields => void fields.delete('seller_id')],
    ['signed by an older algorithm', fields => void fields.set('sign_type', 'RSA')],
    ['that names no algorithm', fields => void fields.delete('sign_type')],
    ['in another charset', fields => void fields.set('charset', 'gbk')],
    ['with an unknown status', fields => void fields.set('trade_status', 'TRADE_PENDING')],
    ['with an amount of three decimals', fields => void fields.set('total_amount', '96.500')],
    ['with a negative amount', fields => void fields.set('total_amount', '-96.50')],
    ['without an amount', fields => void fields.delete('total_amount')],
    ['without a number', fields => void fields.delete('notify_id')],
  ]
  test.each(rightlySigned)('%s is rejected', async (_what, change) => {
    await pay()
    expect(read(saying(change))).toBe('REJECT')
  })

  test('that was changed, signed by somebody else or written twice over is rejected', async () => {
    await pay()
    const right = saying(() => undefined)
    const unsigned = new URLSearchParams(right)
    unsigned.delete('sign')
    const signed = [...unsigned].filter(([name]) => name !== 'sign_type').sort(([a], [b]) => (a < b ? -1 : 1))
    const content = signed.map(pair => pair.join('=')).join('&')
    const forged = new URLSearchParams(unsigned)
    forged.set('sign', alipaySign(content, keyPair().privateKey))
    expect(read(right)).toMatchObject({ outTradeNo })
    for (const body of [
      right.replace('total_amount=96.50', 'total_amount=1.00'),
      unsigned.toString(),
      forged.toString(),
      `${right}&total_amount=0.01`,
      `total_amount=0.01&${right}`,
      `${right}&extra=1`,
      right.replace('sign=', 'sign=%ff'),
      right.slice(0, right.length / 2),
      'sign_type=RSA2',
      `sign_type=RSA2&sign=${encodeURIComponent(randomBytes(256).toString('base64'))}`,
    ])
      expect([body.slice(0, 60), read(body)]).toEqual([body.slice(0, 60), 'REJECT'])
  })

  test('signed by the key before the change of keys is still taken, and by neither is not', async () => {
    await pay()
    const old = party.standIn.message(outTradeNo)
    const other = keyPair()
    const providerOf = (publicKeys: string[]) =>
      createAlipayProvider({
        account: { ...alipayAccount(party.standIn), publicKeys: publicKeys.map(key => createPublicKey(key)) },
        http: createHttp(),
        clock: party.clock,
        notifyUrl: () => '',
      })
    const both = providerOf([other.publicKey, party.standIn.credentials.publicKey])
    expect(both.parseNotify(Buffer.from(old), form)).toMatchObject({ outTradeNo })
    expect(providerOf([other.publicKey]).parseNotify(Buffer.from(old), form)).toBe('REJECT')
  })
})
