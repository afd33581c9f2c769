import { createPrivateKey, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createHttp } from '../exchange.ts'
import { keyPair } from '../test-support/key-pair.ts'
import { start, wechatAccount, wechatParty } from '../test-support/parties.ts'
import { createWechatProvider } from './provider.ts'
import type { MessageChange } from './test-support/wechat-stand-in.ts'

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

let party: Awaited<ReturnType<typeof wechatParty>>
beforeEach(async () => {
  party = await wechatParty('public key', 300)
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

test('never says that a payment has expired: it is unpaid until it is closed (T14)', async () => {
  const qr = await qrOf()
  party.clock.pass(20 * minute)
  expect(await party.standIn.control({ act: 'pay', qr })).toBe(false)
  expect(await party.provider.query(outTradeNo)).toMatchObject({ value: { status: 'UNPAID' } })
  expect(await party.provider.close(outTradeNo)).toEqual({ kind: 'done', value: 'CLOSED' })
  expect(await party.provider.query(outTradeNo)).toEqual({ kind: 'done', value: { status: 'CLOSED' } })
  expect(await party.provider.close(outTradeNo)).toEqual({ kind: 'done', value: 'CLOSED' })
})

test('says "closed" of a number that it has never seen, which proves nothing', async () => {
  expect(await party.provider.close(outTradeNo)).toEqual({
    kind: 'unknown',
    reason: 'not closed, but NOT_CREATED',
  })
  expect(party.standIn.server.calls).toEqual(['close', 'query'])
  const qr = await qrOf()
  expect(await party.standIn.control({ act: 'pay', qr })).toBe(true)
})

test('gives a guest at least a minute, so a payment can come after the deadline and is told as it came', async () => {
  party.clock.to(request.expireAt - 20_000)
  const qr = await qrOf()
  party.clock.pass(40_000)
  expect(await party.standIn.control({ act: 'pay', qr })).toBe(true)
  expect(party.messages[0]?.facts).toMatchObject({ facts: { paidAt: request.expireAt + 20_000 } })
})

test('tells the money that came in in another amount as it came', async () => {
  const qr = await qrOf()
  await party.standIn.control({ act: 'pay', qr, amountFen: 1 })
  expect(party.messages[0]?.facts).toMatchObject({ facts: { status: 'PAID', paidFen: 1 } })
  expect(await party.provider.query(outTradeNo)).toMatchObject({ value: { paidFen: 1 } })
})

test('shortens what the guest reads to what fits into 127 bytes', async () => {
  const outcome = await party.provider.create({ ...request, subject: '漫长的名字'.repeat(40) })
  expect(outcome.kind).toBe('done')
})

describe('an answer that is not there, or not WeChat Pay’s,', () => {
  const calls = [
    ['native', () => party.provider.create(request)],
    ['query', () => party.provider.query(outTradeNo)],
    ['close', () => party.provider.close(outTradeNo)],
    ['refund', () => party.provider.refund(refund)],
    ['refund query', () => party.provider.queryRefund(outRefundNo, outTradeNo)],
  ] as const
  const troubles = ['drop', 'lose', 'cut', 'hold', 'page', 'busy', 'unsigned', 'forged'] as const

  test.each(calls)('leaves %s unknown', async (api, call) => {
    await qrOf()
    for (const trouble of troubles) {
      await party.standIn.control({ act: 'trouble', api, trouble })
      expect([trouble, await call()]).toEqual([trouble, { kind: 'unknown', reason: expect.any(String) }])
    }
    await party.standIn.control({ act: 'let go' })
  })

  test('is not sent when nobody listens', async () => {
    await party.standIn.server.close()
    for (const [, call] of calls) expect(await call()).toEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' })
  })

  test('is not believed when its time is more than five minutes from ours', async () => {
    const provider = createWechatProvider({
      account: wechatAccount(party.standIn),
      http: createHttp(),
      // The stand-in takes what is at most five minutes old, and answers by its own clock.
      clock: { now: () => party.clock.now() - 301_000 },
      random: randomBytes,
      notifyUrl: () => '',
    })
    expect(await provider.query(outTradeNo)).toMatchObject({ kind: 'unknown' })
  })
})

test('is told that its signature is wrong, and quotes nothing of it', async () => {
  const provider = createWechatProvider({
    account: { ...wechatAccount(party.standIn), privateKey: createPrivateKey(keyPair().privateKey) },
    http: createHttp(),
    clock: party.clock,
    random: randomBytes,
    notifyUrl: () => '',
  })
  expect(await provider.query(outTradeNo)).toEqual({
    kind: 'refused',
    code: 'SIGN_ERROR',
    meaning: 'WeChat Pay answered HTTP 401',
  })
})

describe('a refund', () => {
  test('is accepted first and refunded later', async () => {
    await pay()
    expect(await party.provider.refund(refund)).toEqual({ kind: 'done', value: 'PROCESSING' })
    expect(await party.provider.queryRefund(outRefundNo, outTradeNo)).toMatchObject({ value: 'SUCCESS' })
  })

  test.each(['abnormal', 'closed', 'processing'] as const)('can end, or stay, %s', async mode => {
    await pay()
    await party.standIn.control({ act: 'refunds', mode })
    expect(await party.provider.refund(refund)).toEqual({ kind: 'done', value: 'PROCESSING' })
    const state = { kind: 'done', value: mode.toUpperCase() }
    expect(await party.provider.queryRefund(outRefundNo, outTradeNo)).toEqual(state)
    expect(await party.provider.refund(refund)).toEqual(state)
  })

  test('whose answer was lost is paid once', async () => {
    await pay()
    await party.standIn.control({ act: 'trouble', api: 'refund', trouble: 'lose' })
    expect(await party.provider.refund(refund)).toMatchObject({ kind: 'unknown' })
    expect(await party.provider.refund(refund)).toEqual({ kind: 'done', value: 'SUCCESS' })
    const books = await party.standIn.control({ act: 'books' })
    expect(books).toMatchObject({ refunds: [{ outRefundNo, amountFen: 9_650 }] })
  })

  test('that the account could not pay works under the same number when there is money', async () => {
    await pay()
    await party.standIn.control({ act: 'refunds', mode: 'low-balance' })
    expect(await party.provider.refund(refund)).toMatchObject({ kind: 'refused', code: 'NOT_ENOUGH' })
    await party.standIn.control({ act: 'refunds', mode: 'success' })
    expect(await party.provider.refund(refund)).toEqual({ kind: 'done', value: 'PROCESSING' })
  })
})

describe('a message', () => {
  const read = (change?: MessageChange) => {
    const { headers, body } = party.standIn.message(outTradeNo, change)
    return party.provider.parseNotify(Buffer.from(body), headers)
  }

  test('is repeated under one number until the till takes it, signed anew each time', async () => {
    await pay()
    await party.standIn.control({ act: 'notify', outTradeNo, times: 2 })
    const ids = party.messages.map(({ facts }) => facts !== 'REJECT' && facts.notifyId)
    expect([ids.length, new Set(ids).size]).toEqual([3, 1])
    const nonces = party.messages.map(({ headers }) => headers['wechatpay-nonce'])
    expect(new Set(nonces).size).toBe(3)
  })

  test('that names another amount bears it to the engine, under a number of its own', async () => {
    await pay()
    await party.standIn.control({ act: 'notify', outTradeNo, amountFen: 1 })
    expect(party.messages[1]?.facts).toMatchObject({ facts: { paidFen: 1 } })
  })

  const rightlySigned: [string, MessageChange][] = [
    ['to another merchant', { transaction: { mchid: '1600000000' } }],
    ['about another application', { transaction: { appid: 'wx0000000000000000' } }],
    ['in another currency', { transaction: { amount: { total: 9_650, currency: 'USD' } } }],
    ['with half a fen', { transaction: { amount: { total: 9_650.5, currency: 'CNY' } } }],
    ['with a negative amount', { transaction: { amount: { total: -1, currency: 'CNY' } } }],
    ['paid without a time', { transaction: { success_time: undefined } }],
    ['with an unknown state', { transaction: { trade_state: 'ACCEPT' } }],
    ['sealed under another key', { apiV3Key: '0123456789abcdef0123456789abcdef' }],
    ['about a refund', { envelope: { event_type: 'REFUND.SUCCESS' } }],
    ['without a number', { envelope: { id: undefined } }],
    ['without a seal', { envelope: { resource: { algorithm: 'NONE', ciphertext: '', nonce: '' } } }],
    [
      'with a seal of another algorithm',
      { envelope: { resource: { algorithm: 'AEAD_SM4_GCM', ciphertext: 'AAAA', nonce: '0123456789ab' } } },
    ],
    [
      'with a seal too short for its tag',
      {
        envelope: { resource: { algorithm: 'AEAD_AES_256_GCM', ciphertext: 'AAAA', nonce: '0123456789ab' } },
      },
    ],
  ]
  test.each(rightlySigned)('%s is rejected', async (_what, change) => {
    await pay()
    expect(read(change)).toBe('REJECT')
    expect(read()).toMatchObject({ outTradeNo })
  })

  test('whose seal is right but goes by another algorithm’s name is rejected', async () => {
    await pay()
    const { resource } = z
      .object({ resource: z.record(z.string(), z.string()) })
      .parse(JSON.parse(party.standIn.message(outTradeNo).body))
    expect(read({ envelope: { resource } })).toMatchObject({ outTradeNo })
    expect(read({ envelope: { resource: { ...resource, algorithm: 'AEAD_SM4_GCM' } } })).toBe('REJECT')
  })

  test('signed by somebody else in WeChat Pay’s name is rejected', async () => {
    await pay()
    const { privateKey } = keyPair()
    const serial = party.standIn.credentials.publicKeyId
    expect(read({ signer: { serial, privateKey } })).toBe('REJECT')
  })

  const header = {
    serial: 'wechatpay-serial',
    signature: 'wechatpay-signature',
    timestamp: 'wechatpay-timestamp',
    nonce: 'wechatpay-nonce',
    type: 'wechatpay-signature-type',
  }
  test.each([
    ['no serial number', { [header.serial]: undefined }],
    ['two signatures', { [header.signature]: ['a', 'b'] }],
    ['a probe’s signature', { [header.signature]: 'WECHATPAY/SIGNTEST/abcdefgh' }],
    ['no nonce', { [header.nonce]: '' }],
    ['another nonce', { [header.nonce]: 'ffffffffffffffffffffffffffffffff' }],
    ['another time', { [header.timestamp]: String(start / 1_000 + 1) }],
    ['a time that is no number', { [header.timestamp]: 'now' }],
    ['another algorithm', { [header.type]: 'WECHATPAY2-SM2-WITH-SM3' }],
  ])('with %s is rejected', async (_what, change) => {
    await pay()
    const { headers, body } = party.standIn.message(outTradeNo)
    expect(party.provider.parseNotify(Buffer.from(body), { ...headers, ...change })).toBe('REJECT')
  })

  test.each([
    [299_000, 'taken'],
    [301_000, 'rejected'],
    [-299_000, 'taken'],
    [-301_000, 'rejected'],
  ])('that is %d ms old is %s', async (age, verdict) => {
    await pay()
    const { headers, body } = party.standIn.message(outTradeNo)
    party.clock.pass(age)
    const answer = party.provider.parseNotify(Buffer.from(body), headers)
    expect(answer === 'REJECT' ? 'rejected' : 'taken').toBe(verdict)
  })
})

describe('platform certificates', () => {
  test('are fetched when a message bears one that is not known yet, and the next try is taken', async () => {
    party.standIn.signNotices('certificate')
    await pay()
    expect(party.messages.map(({ facts }) => facts)).toEqual(['REJECT'])
    await expect.poll(() => party.standIn.server.calls).toContain('certificates')
    await expect
      .poll(async () => {
        await party.standIn.control({ act: 'notify', outTradeNo })
        return party.messages.at(-1)?.facts
      })
      .toMatchObject({ outTradeNo })
  })

  test('are changed while orders go on, and the old one holds no longer', async () => {
    const other = await wechatParty('certificates')
    try {
      expect(await other.provider.create(request)).toMatchObject({ kind: 'done' })
      const old = other.standIn.message(outTradeNo)
      other.standIn.rotate()
      other.clock.pass(minute)
      expect(await other.provider.query(outTradeNo)).toMatchObject({ kind: 'done' })
      expect(other.standIn.server.calls.filter(call => call === 'certificates')).toHaveLength(2)
      expect(other.provider.parseNotify(Buffer.from(old.body), old.headers)).toBe('REJECT')
    } finally {
      await other.stop()
    }
  })

  test.each(['forged', 'unsigned', 'drop'] as const)(
    'are not learnt from an answer that is %s',
    async trouble => {
      const other = await wechatParty('certificates')
      try {
        await other.standIn.control({ act: 'trouble', api: 'certificates', trouble })
        expect(await other.provider.create(request)).toMatchObject({ kind: 'unknown' })
        // Asked for at most once a minute, however many calls fail over it.
        expect(await other.provider.create(request)).toMatchObject({ kind: 'unknown' })
        other.clock.pass(minute)
        expect(await other.provider.create(request)).toMatchObject({ kind: 'done' })
        expect(other.standIn.server.calls.filter(call => call === 'certificates')).toHaveLength(2)
      } finally {
        await other.stop()
      }
    },
  )

  test('end with their validity', async () => {
    const other = await wechatParty('certificates')
    try {
      await other.provider.create(request)
      other.clock.pass(6 * 365 * 24 * 60 * minute)
      expect(await other.provider.query(outTradeNo)).toMatchObject({ kind: 'unknown' })
    } finally {
      await other.stop()
    }
  })
})
