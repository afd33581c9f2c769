import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OrderId } from '#contract/ids.ts'
import { createFieldCipher } from '../journal/field-cipher.ts'
import { createOrderList } from '../journal/order-list.ts'
import type { BillRow } from '../payment/provider.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { createFindingsStore } from './findings-store.ts'
import { createJobs } from './jobs.ts'
import { createReconciliation } from './reconciliation.ts'
import { hourMs, openThreeParties, tills } from './test-support/three-parties.ts'

const day = '2026-07-28'
const minuteMs = 60_000
const nextMorning = Date.parse('2026-07-29T10:00:00+08:00')

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describe.each(['sqlite', 'postgres'] as const)('the jobs, on %s', dialect => {
  let parties: Awaited<ReturnType<typeof openThreeParties<Awaited<ReturnType<typeof tills.sandbox>>>>>
  /** Which days' bills were read, in order, by whichever node. */
  let billsRead: string[]
  let log: string[]
  beforeEach(async () => {
    parties = await openThreeParties(tills.sandbox, dialect === 'postgres' ? postgres : undefined)
    billsRead = []
    log = []
  })
  afterEach(() => parties.close())

  function node(owner: string) {
    const { journal, clock, cloud, reader, engine, till } = parties
    const { db, store } = journal
    async function* bill(of: string): AsyncIterable<BillRow> {
      billsRead.push(of)
      yield* till.provider.bill(of)
    }
    return createReconciliation({
      jobs: createJobs({ db, clock, owner }),
      findings: createFindingsStore(db),
      ledgers: { journal: reader, cloud, providers: [{ name: till.provider.name, bill }] },
      pause: async () => undefined,
      list: createOrderList(journal, createFieldCipher(Buffer.alloc(32, 3))),
      store,
      acts: engine.staff,
      clock,
      log: ({ event, error }) => void log.push(error instanceof Error ? `${event}: ${error.message}` : event),
      after: () => () => undefined,
    })
  }
  const inLedger = (statement: string) => {
    const ledger = new Database(parties.till.ledgerFile)
    ledger.exec(statement)
    ledger.close()
  }
  const openFlags = async (id: OrderId) =>
    (await parties.reader.order(id))?.attention.flatMap(({ reason, settled }) => (settled ? [] : [reason]))
  const byHand = async ({ outTradeNo, quote }: { outTradeNo: string; quote: { totalFen: number } }) => {
    const amount = { amountFen: quote.totalFen, totalFen: quote.totalFen }
    await parties.till.provider.refund({ outTradeNo, outRefundNo: `${outTradeNo}BYHAND`, ...amount })
  }

  test('compare a day once among three nodes, keep what they found, and flag the order', async () => {
    const good = await parties.sell()
    const bad = await parties.sell()
    await byHand(bad)
    const nodes = ['a', 'b', 'c'].map(node)
    await nodes[0]?.runDue()
    expect(await nodes[0]?.read(day)).toBeUndefined()

    parties.clock.to(nextMorning)
    await Promise.all(nodes.map(one => one.runDue()))
    expect(billsRead).toEqual([day])
    expect(log).toEqual([])
    expect(await nodes[1]?.read(day)).toMatchObject({
      verdict: 'differs',
      runAt: nextMorning,
      sums: { orders: 2, ticketed: 2, paidFen: good.quote.totalFen + bad.quote.totalFen },
      findings: [
        { kind: 'refund-without-order', orderId: bad.id, foundFen: bad.quote.totalFen },
        { kind: 'ticket-and-refund', subject: bad.id, expectedFen: bad.quote.totalFen, foundFen: 0 },
      ],
    })
    expect(await openFlags(bad.id)).toContain('ledgers-differ')
    expect(await openFlags(good.id)).toEqual([])

    parties.clock.pass(hourMs)
    await Promise.all(nodes.map(one => one.runDue()))
    expect(billsRead).toEqual([day])
  })

  test('compare every day that was missed while the house was closed, oldest first', async () => {
    await parties.sell()
    parties.clock.to(nextMorning + 48 * hourMs)
    await node('a').runDue()
    expect(billsRead).toEqual([day, '2026-07-29', '2026-07-30'])
  })

  test('try a day again that could not be compared whole, and keep what is found then', async () => {
    const sold = await parties.sell()
    parties.clock.to(nextMorning)
    await parties.fault({ kind: 'lose-request', api: 'order.getOrderInfo', times: 3 })
    const runner = node('a')
    await runner.runDue()
    expect(await runner.read(day)).toMatchObject({
      verdict: 'unreadable',
      unread: [{ ledger: 'cloud', which: sold.id.slice(0, 6) }],
    })
    expect(log).toEqual([`the ledgers of ${day} could not be compared whole: the cloud could not be read`])
    for (let tries = 0; tries < 4; tries++) {
      parties.clock.pass(hourMs)
      await runner.runDue()
    }
    expect(await runner.read(day)).toMatchObject({ verdict: 'agrees', unread: [] })
  })

  test('tell the log of what belongs to no order', async () => {
    await parties.sell()
    const foreign = { outTradeNo: 'OTHERSYSTEM000000000001', amountFen: 100, expireAt: nextMorning }
    const created = await parties.till.provider.create({ ...foreign, merchant: '小卖部', subject: '可乐' })
    await parties.till.pay(created.kind === 'done' ? (created.value.qr ?? '') : '')
    parties.clock.to(nextMorning)
    await node('a').runDue()
    expect(log).toEqual([`the ledgers of ${day} differ: payment-without-order ${foreign.outTradeNo}`])
  })

  test('flag an order that nobody works on, and take the flag back when it goes on', async () => {
    const runner = node('a')
    const order = await parties.open()
    await parties.till.pay(order.qr)
    await parties.until(order.id, 'PAYING', 'PAID', 'CONFIRMING', 'TICKETED')
    // The house stands still while the money is in.
    const held = await parties.open()
    await parties.till.pay(held.qr)
    parties.clock.pass(3 * minuteMs)
    await runner.runDue()
    expect(await openFlags(held.id)).toEqual(['overdue'])
    parties.clock.pass(2 * minuteMs)
    await parties.until(held.id, 'TICKETED', 'REFUNDED')
    await runner.runDue()
    expect(await openFlags(held.id)).toEqual([])
    const kinds = (await parties.journal.store.history(held.id)).map(({ kind }) => kind)
    expect(kinds.filter(kind => kind.startsWith('house:'))).toEqual(['house: flag', 'house: flag is over'])
  })

  test('flag what was paid and is not decided, and leave it to the person who settled it', async () => {
    const runner = node('a')
    await parties.fault({ kind: 'lose-answer', api: 'order.confirmOrder', times: 100 })
    await parties.fault({ kind: 'lose-request', api: 'order.getOrderInfo', times: 1_000 })
    const { id, qr } = await parties.open()
    await parties.till.pay(qr)
    await parties.until(id, 'REVERSING', 'CONFIRMING')
    const paidAt = parties.clock.now()
    while (parties.clock.now() < paidAt + 17 * minuteMs) {
      const nextAt = await parties.engine.runDue()
      parties.clock.to(Math.max(parties.clock.now() + 1, nextAt ?? 0))
    }
    await runner.runDue()
    expect(await openFlags(id)).toContain('undecided')
    await parties.engine.staff.settle(id, 'undecided', { staffId: 'li', why: '已联系影院' })
    parties.clock.pass(minuteMs)
    await runner.runDue()
    expect(await openFlags(id)).not.toContain('undecided')
  })

  test('flag a refund that is under way for an hour, until it is through', async () => {
    const runner = node('a')
    const { id, outTradeNo, quote } = await parties.sell()
    // The bank takes its time.
    inLedger(
      `INSERT INTO refund VALUES ('${outTradeNo}R1', '${outTradeNo}', ${quote.totalFen}, 'PROCESSING', ${parties.clock.now()})`,
    )
    await parties.engine.giveBack(id)
    const begun = parties.clock.now()
    while (parties.clock.now() < begun + hourMs) {
      const nextAt = await parties.engine.runDue()
      parties.clock.to(Math.max(parties.clock.now() + 1, nextAt ?? 0))
    }
    await runner.runDue()
    expect(await openFlags(id)).toContain('refund-slow')
    inLedger(`UPDATE refund SET state = 'SUCCESS'`)
    await parties.until(id, 'RETURNED')
    parties.clock.pass(minuteMs)
    await runner.runDue()
    expect(await openFlags(id)).toEqual([])
  })
})
