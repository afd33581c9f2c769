import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { hourMs, openThreeParties, tills } from './test-support/three-parties.ts'

const day = '2026-07-28'
const nextMorning = Date.parse('2026-07-29T10:00:00+08:00')

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

type Parties = Awaited<ReturnType<typeof openThreeParties>>
const summary = (result: Awaited<ReturnType<Parties['compare']>>) =>
  result.findings.map(({ kind, subject }) => `${kind} ${subject}`).sort()

describe.each([
  ['the sandbox, on SQLite', () => openThreeParties(tills.sandbox)],
  ['the sandbox, on PostgreSQL', () => openThreeParties(tills.sandbox, postgres)],
  ['Alipay', () => openThreeParties(tills.alipay)],
  ['WeChat Pay', () => openThreeParties(tills.wechat)],
])('a day with %s', (_name, open) => {
  let parties: Parties
  beforeEach(async () => {
    parties = await open()
  })
  afterEach(() => parties.close())

  test('agrees: tickets sold, tickets returned, a payment of another amount that went back', async () => {
    const { engine, till, until, clock, compare } = parties
    const kept = await parties.sell()
    const returned = await parties.sell()
    await engine.giveBack(returned.id)
    await until(returned.id, 'RETURNED')
    const short = await parties.open()
    await till.payShort(short.qr)
    const { payments } = await until(short.id, 'REFUNDED')
    const shortFen = payments.flatMap(({ state }) => (state.kind === 'paid' ? [state.paidFen] : []))[0] ?? 0
    clock.to(nextMorning)

    const result = await compare(day)
    expect(summary(result)).toEqual([])
    const paidFen = kept.quote.totalFen + returned.quote.totalFen + shortFen
    const backFen = returned.quote.totalFen + shortFen
    expect(result).toMatchObject({
      verdict: 'agrees',
      unread: [],
      sums: {
        orders: 3,
        asked: 2,
        ticketed: 1,
        payments: 3,
        paidFen,
        billedPayments: 3,
        billedFen: paidFen,
        refunds: 2,
        refundedFen: backFen,
        billedRefunds: 2,
        billedBackFen: backFen,
      },
    })
    expect(await compare('2026-07-27')).toMatchObject({ verdict: 'agrees', sums: { orders: 0 } })
  })

  test('agrees about what was paid over the counter, and handed out there again', async () => {
    const { engine, until, clock, compare, drawer } = parties
    const kept = await parties.sellForCash()
    const returned = await parties.sellForCash()
    await engine.giveBack(returned.id)
    await until(returned.id, 'RETURNING')
    for (let turn = 0; turn < 20 && !(await drawer.payOut(`${returned.outTradeNo}R1`, '1001')); turn++)
      clock.to(Math.max(clock.now() + 1, (await engine.runDue()) ?? 0))
    await until(returned.id, 'RETURNED')
    clock.to(nextMorning)
    const paidFen = kept.quote.totalFen + returned.quote.totalFen
    expect(await compare(day)).toMatchObject({
      verdict: 'agrees',
      findings: [],
      sums: {
        payments: 4,
        paidFen,
        billedPayments: 4,
        billedFen: paidFen,
        billedBackFen: returned.quote.totalFen,
      },
    })
  })

  test('differs where money moved that the journal does not know of', async () => {
    const { till, until, clock, compare, pay } = parties
    // Paid after it was closed, which no provider ought to take; nobody tells the journal.
    const late = await parties.open()
    await until(late.id, 'RELEASED')
    expect(await till.payLate(late.qr)).toBe(true)
    // Closed in the provider's console, begun anew, and then both are paid.
    const twice = await parties.open()
    await till.scan(twice.qr)
    await till.provider.close(twice.outTradeNo)
    await until(twice.id, 'LOCKED')
    const second = await pay(twice.id, twice.quote.hash)
    await till.pay(second.qr)
    await until(twice.id, 'TICKETED')
    expect(await till.payLate(twice.qr)).toBe(true)
    // Paid back by hand in the provider's console.
    const byHand = await parties.sell()
    const { outTradeNo, quote } = byHand
    const amount = { amountFen: quote.totalFen, totalFen: quote.totalFen }
    await till.provider.refund({ outTradeNo, outRefundNo: `${outTradeNo}BYHAND`, ...amount })
    // Money of another system on the same account.
    const foreign = { outTradeNo: 'OTHERSYSTEM000000000001', amountFen: 100, expireAt: clock.now() + hourMs }
    const created = await till.provider.create({ ...foreign, merchant: '小卖部', subject: '可乐' })
    await till.pay(created.kind === 'done' ? (created.value.qr ?? '') : '')
    clock.to(nextMorning)

    const result = await compare(day)
    expect(result.verdict).toBe('differs')
    expect(summary(result)).toEqual(
      [
        `paid-nothing ${late.id}`,
        `overpaid ${twice.id}`,
        `refund-without-order ${outTradeNo}BYHAND`,
        `ticket-and-refund ${byHand.id}`,
        `payment-without-order ${foreign.outTradeNo}`,
      ].sort(),
    )
    expect(result.findings).toContainEqual({
      kind: 'overpaid',
      subject: twice.id,
      orderId: twice.id,
      expectedFen: twice.quote.totalFen,
      foundFen: 2 * twice.quote.totalFen,
    })
  })

  test('differs where the cinema took tickets back that nobody returned', async () => {
    const { id } = await parties.sell()
    const { ref, upstream } = await parties.until(id, 'TICKETED')
    const cloudOrderId = upstream.cloudOrderId ?? ''
    await parties.cloud.giveBack({ kind: 'ticket', cinemaId: ref.cinemaId, cloudOrderId })
    parties.clock.to(nextMorning)
    expect(summary(await parties.compare(day))).toEqual([`paid-nothing ${id}`])
  })

  test('cannot be judged while a ledger does not answer, and the rest is compared all the same', async () => {
    const sold = await parties.sell()
    const { outTradeNo, quote } = sold
    const amount = { amountFen: quote.totalFen, totalFen: quote.totalFen }
    await parties.till.provider.refund({ outTradeNo, outRefundNo: `${outTradeNo}BYHAND`, ...amount })
    parties.clock.to(nextMorning)
    await parties.fault({ kind: 'lose-request', api: 'order.getOrderInfo', times: 100 })
    const result = await parties.compare(day)
    expect(result).toMatchObject({
      verdict: 'unreadable',
      unread: [{ ledger: 'cloud', which: sold.id.slice(0, 6) }],
    })
    expect(summary(result)).toEqual([`refund-without-order ${outTradeNo}BYHAND`])
  })
})

describe('a bill that is not ready', () => {
  test.each(['alipay', 'wechat'] as const)('of %s is no empty one', async name => {
    const parties = await openThreeParties<Awaited<ReturnType<(typeof tills)['alipay']>>>(tills[name])
    await parties.sell()
    parties.clock.to(nextMorning - 1)
    const result = await parties.compare(day)
    expect(result).toMatchObject({ verdict: 'unreadable', unread: [{ ledger: 'bill', which: name }] })
    expect(result.findings).toEqual([])
    await parties.close()
  })
})

/** Whoever owns a database can change it; then the others disagree. */
describe('a ledger that was tampered with', () => {
  let parties: Awaited<ReturnType<typeof openThreeParties<Awaited<ReturnType<typeof tills.sandbox>>>>>
  beforeEach(async () => {
    parties = await openThreeParties(tills.sandbox)
  })
  afterEach(() => parties.close())
  const inLedger = (statement: string) => {
    const ledger = new Database(parties.till.ledgerFile)
    ledger.exec(statement)
    ledger.close()
  }

  test('the journal’s amount of a payment', async () => {
    const { outTradeNo, id } = await parties.sell()
    await parties.journal.dropTrigger('payment_stays_with_its_order', 'payment')
    await sql`UPDATE payment SET amount_fen = amount_fen + 1, paid_fen = paid_fen + 1`.execute(
      parties.journal.db,
    )
    expect(summary(await parties.compare(day))).toEqual([`amount-differs ${outTradeNo}`])
    expect(await parties.journal.store.verifyHistory(id)).toBe(true)
  })

  test('the journal’s price of an order', async () => {
    const { id, quote } = await parties.sell()
    await sql`UPDATE orders SET quote_json = replace(quote_json, ${`"ticketsFen":${quote.ticketsFen}`}, ${`"ticketsFen":1`})`.execute(
      parties.journal.db,
    )
    expect(summary(await parties.compare(day))).toEqual([`amount-differs ${id}`])
  })

  test('an order that points to another’s tickets', async () => {
    const first = await parties.sell()
    const second = await parties.sell()
    await sql`UPDATE orders SET lock_id = (SELECT lock_id FROM orders WHERE id = ${first.id}) WHERE id = ${second.id}`.execute(
      parties.journal.db,
    )
    expect((await parties.compare(day)).findings.map(({ kind }) => kind)).toEqual(['two-tickets'])
  })

  test('the cash drawer, from which a sale’s cash is gone, or was never asked for', async () => {
    const { id } = await parties.sellForCash()
    const { journal, drawer, clock } = parties
    await sql`DELETE FROM cash_payment`.execute(journal.db)
    const stray = {
      outTradeNo: 'F?',
      amountFen: 100,
      expireAt: clock.now() + 1_000,
      merchant: '',
      subject: '',
    }
    await drawer.create(stray)
    await drawer.take('F?', '1001')
    expect(summary(await parties.compare(day))).toEqual([`amount-differs ${id}`, 'payment-without-order F?'])
  })

  test('the provider’s book, from which a payment is gone: with tickets, and without', async () => {
    const sold = await parties.sell()
    const short = await parties.open()
    await parties.till.payShort(short.qr)
    const { refunds } = await parties.until(short.id, 'REFUNDED')
    inLedger(`DELETE FROM refund; DELETE FROM trade`)
    expect(summary(await parties.compare(day))).toEqual(
      [
        `ticket-without-revenue ${sold.id}`,
        `payment-not-billed ${short.outTradeNo}`,
        `refund-not-billed ${refunds[0]?.outRefundNo}`,
      ].sort(),
    )
  })
})
