import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BillRow, PaymentFacts } from './provider.ts'
import { alipayParty, type Party, sandboxParty, start, wechatParty } from './test-support/parties.ts'

/** What the order engine relies on, whoever the provider is. */
const parties: [string, () => Promise<Party>][] = [
  ['the sandbox', sandboxParty],
  ['Alipay', () => alipayParty()],
  ['WeChat Pay by its public key', () => wechatParty()],
  ['WeChat Pay by its certificates', () => wechatParty('certificates')],
]
const minute = 60_000
const request = {
  outTradeNo: 'F20260728120000abcdef',
  amountFen: 9_650,
  expireAt: start + 8 * minute,
  merchant: '星光影城',
  subject: '火星/救援 & 归来',
}
const refund = {
  outTradeNo: request.outTradeNo,
  outRefundNo: `${request.outTradeNo}R1`,
  amountFen: 9_650,
  totalFen: 9_650,
}

describe.each(parties)('%s', (_name, open) => {
  let party: Party
  beforeEach(async () => {
    party = await open()
  })
  afterEach(() => party.stop())

  const qrOf = async (change: Partial<typeof request> = {}) => {
    const outcome = await party.provider.create({ ...request, ...change })
    if (outcome.kind !== 'done' || outcome.value.qr === undefined)
      throw new Error(`no QR: ${JSON.stringify(outcome)}`)
    return outcome.value.qr
  }
  const factsOf = async (outTradeNo = request.outTradeNo): Promise<PaymentFacts | string> => {
    const outcome = await party.provider.query(outTradeNo)
    return outcome.kind === 'done' ? outcome.value : outcome.kind
  }
  const paidQr = async () => {
    const qr = await qrOf()
    expect(await party.pay(qr)).toBe(true)
    return qr
  }
  const billOf = async (day: string) => {
    const rows: BillRow[] = []
    for await (const row of party.provider.bill(day)) rows.push(row)
    return rows
  }

  test('answers the same QR for the same request, and takes the money once', async () => {
    const qr = await qrOf()
    expect(await qrOf()).toBe(qr)
    expect(await party.pay(qr)).toBe(true)
    await party.pay(qr)
    expect(await factsOf()).toMatchObject({ status: 'PAID', paidFen: 9_650 })
    expect(party.messages).toHaveLength(1)
  })

  test('opens nothing once the time is over, not even what it once opened', async () => {
    const qr = await qrOf()
    party.clock.pass(8 * minute + 1_000)
    expect(await party.provider.create(request)).toMatchObject({ kind: 'refused' })
    expect(await party.pay(qr)).toBe(false)
  })

  test('tells each state as it is', async () => {
    expect(await factsOf()).toEqual({ status: 'NOT_CREATED' })
    await paidQr()
    const paid = await factsOf()
    expect(paid).toMatchObject({ status: 'PAID', paidFen: 9_650, paidAt: start })
    expect(typeof paid === 'object' && paid.status === 'PAID' && paid.transactionId).toMatch(/\S{10,}/)
    await party.provider.refund(refund)
    expect(await factsOf()).toEqual({ status: 'REFUNDED' })
  })

  test('closes only what can never be paid again', async () => {
    const qr = await qrOf()
    const closed = await party.provider.close(request.outTradeNo)
    const paid = await party.pay(qr)
    // Where a close can't be proven it is unknown, and then the guest may still pay.
    expect([closed, paid]).toEqual(
      paid
        ? [{ kind: 'unknown', reason: expect.any(String) }, true]
        : [{ kind: 'done', value: 'CLOSED' }, false],
    )
    if (!paid) expect(await factsOf()).toEqual({ status: 'CLOSED' })
  })

  test('does not claim to have closed a number that it has never seen, unless it stays shut', async () => {
    const closed = await party.provider.close(request.outTradeNo)
    const opened = await party.provider.create(request)
    if (closed.kind === 'done') expect(opened).toMatchObject({ kind: 'refused' })
    else expect([closed.kind, opened.kind]).toEqual(['unknown', 'done'])
  })

  test('does not close what is paid', async () => {
    await paidQr()
    expect(await party.provider.close(request.outTradeNo)).toEqual({ kind: 'done', value: 'ALREADY_PAID' })
    expect(await factsOf()).toMatchObject({ status: 'PAID' })
  })

  test('pays back once per number, never more than was paid, and nothing that was not paid', async () => {
    const { provider } = party
    await qrOf()
    expect(await provider.refund(refund)).toMatchObject({ kind: 'refused' })
    expect(await provider.queryRefund(refund.outRefundNo, refund.outTradeNo)).toEqual({
      kind: 'done',
      value: 'NOT_FOUND',
    })
    await paidQr()
    for (let i = 0; i < 3; i++) {
      const answer = await provider.refund(refund)
      expect(answer.kind === 'done' && ['SUCCESS', 'PROCESSING']).toContain(
        answer.kind === 'done' && answer.value,
      )
    }
    expect(await provider.queryRefund(refund.outRefundNo, refund.outTradeNo)).toEqual({
      kind: 'done',
      value: 'SUCCESS',
    })
    const again = { ...refund, outRefundNo: `${request.outTradeNo}R2` }
    expect(await provider.refund(again)).toMatchObject({ kind: 'refused' })
    expect(await provider.refund({ ...refund, amountFen: 1 })).toMatchObject({ kind: 'refused' })
  })

  test('takes the money of two QRs as two payments, and pays each back by itself', async () => {
    const second = 'F20260728120100second'
    const qrs = [await qrOf(), await qrOf({ outTradeNo: second })]
    for (const qr of qrs) expect(await party.pay(qr)).toBe(true)
    const numbers = party.messages.map(({ facts }) => facts !== 'REJECT' && facts.notifyId)
    expect(new Set(numbers).size).toBe(2)
    await party.provider.refund({ ...refund, outTradeNo: second, outRefundNo: `${second}R1` })
    expect(await factsOf()).toMatchObject({ status: 'PAID', paidFen: 9_650 })
    expect(await factsOf(second)).toEqual({ status: 'REFUNDED' })
  })

  test('tells of a payment by a message that only it can make', async () => {
    await paidQr()
    const [message] = party.messages
    expect(message?.facts).toEqual({
      notifyId: expect.stringMatching(/\S{16,}/),
      outTradeNo: request.outTradeNo,
      facts: { status: 'PAID', paidFen: 9_650, paidAt: start, transactionId: expect.any(String) },
    })
    const { raw = new Uint8Array(), headers = {} } = message ?? {}
    expect(party.provider.parseNotify(raw, headers)).toEqual(message?.facts)

    const flipped = Uint8Array.from(raw)
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1
    expect(party.provider.parseNotify(flipped, headers)).toBe('REJECT')
    expect(party.provider.parseNotify(raw.subarray(0, -1), headers)).toBe('REJECT')
    expect(party.provider.parseNotify(new Uint8Array(), headers)).toBe('REJECT')
    expect(party.provider.parseNotify(Uint8Array.from([...raw, 0x20]), headers)).toBe('REJECT')
    expect(party.provider.parseNotify(new TextEncoder().encode('{}'), {})).toBe('REJECT')
  })

  test('does not take the message of another merchant', async () => {
    const other = await open()
    try {
      const outcome = await other.provider.create(request)
      await other.pay(outcome.kind === 'done' ? (outcome.value.qr ?? '') : '')
      const [message] = other.messages
      // The sandbox has one merchant and its till shares the secret; there the ledger's number tells.
      const facts = message && party.provider.parseNotify(message.raw, message.headers)
      expect(facts).toEqual(party.provider.name === 'sandbox' ? message?.facts : 'REJECT')
    } finally {
      await other.stop()
    }
  })

  test('lists in a day’s bill what was paid and what was paid back that day', async () => {
    await paidQr()
    party.clock.pass(minute)
    await qrOf({ outTradeNo: 'F20260728120100second', amountFen: 1 }).then(qr => party.pay(qr))
    await party.provider.refund(refund)
    party.clock.to(Date.parse('2026-07-29T10:00:00+08:00'))
    expect((await billOf('2026-07-28')).sort((a, b) => a.at - b.at || a.amountFen - b.amountFen)).toEqual([
      {
        kind: 'payment',
        outTradeNo: request.outTradeNo,
        outRefundNo: undefined,
        amountFen: 9_650,
        at: start,
      },
      {
        kind: 'payment',
        outTradeNo: 'F20260728120100second',
        outRefundNo: undefined,
        amountFen: 1,
        at: start + minute,
      },
      {
        kind: 'refund',
        outTradeNo: request.outTradeNo,
        outRefundNo: refund.outRefundNo,
        amountFen: 9_650,
        at: start + minute,
      },
    ])
    expect(await billOf('2026-07-27')).toEqual([])
  })
})
