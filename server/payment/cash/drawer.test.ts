import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LocalDate } from '#contract/time.ts'
import { dialects, openTestJournal, type TestJournal } from '../../journal/test-support/test-journal.ts'
import { startPostgres, type TestPostgres } from '../../test-support/postgres.ts'
import type { BillRow, PaymentProvider } from '../provider.ts'
import { type CashDrawer, createCashDrawer } from './drawer.ts'

/* The drawer's books are the journal's: on both databases, and by their own rules too. */

const noon = Date.parse('2026-11-23T12:00:00+08:00')
const dayMs = 86_400_000

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

let journal: TestJournal
let drawer: CashDrawer
let now = noon

const opening = { outTradeNo: 'F1', amountFen: 4800, expireAt: noon + 1_000, merchant: '', subject: '' }
const refunding = { outTradeNo: 'F1', outRefundNo: 'F1R1', amountFen: 4800, totalFen: 4800 }
const taken = { status: 'PAID', paidFen: 4800, paidAt: noon, transactionId: 'cash F1' }
const value = async (answer: ReturnType<PaymentProvider['query' | 'close' | 'refund' | 'queryRefund']>) => {
  const outcome = await answer
  return outcome.kind === 'done' ? outcome.value : outcome.kind
}
const billed = async (day: string) => {
  const rows: BillRow[] = []
  for await (const row of drawer.bill(LocalDate.parse(day))) rows.push(row)
  return rows
}

describe.each(dialects)('a cash drawer in %s', dialect => {
  beforeEach(async () => {
    now = noon
    journal = await openTestJournal(dialect === 'postgres' ? postgres : undefined)
    drawer = createCashDrawer({ db: journal.db, clock: { now: () => now } })
  })
  afterEach(() => journal.close())

  test('has what a cashier took, once, and for nobody else', async () => {
    expect(await value(drawer.query('F1'))).toEqual({ status: 'NOT_CREATED' })
    expect(await drawer.take('F1', '1001')).toBeUndefined()
    await drawer.create(opening)
    expect(await value(drawer.query('F1'))).toEqual({ status: 'UNPAID', declined: false })
    expect(await drawer.take('F1', '1001')).toEqual(taken)
    now += 500
    expect(await drawer.take('F1', '1001')).toEqual(taken)
    // Her colleague would have the guest's money in hand a second time.
    expect(await drawer.take('F1', '1002')).toBeUndefined()
    expect(await value(drawer.close('F1'))).toBe('ALREADY_PAID')
    expect(await value(drawer.query('F1'))).toEqual(taken)
  })

  test('is shared: of two cashiers at once one has taken it', async () => {
    await drawer.create(opening)
    const takes = await Promise.all(['1001', '1002', '1003'].map(by => drawer.take('F1', by)))
    expect(takes.filter(take => take !== undefined)).toEqual([taken])
  })

  test('takes nothing after its time, nothing closed, and opens nothing that was closed before', async () => {
    await drawer.create(opening)
    now = opening.expireAt + 1
    expect(await drawer.take('F1', '1001')).toBeUndefined()
    now = opening.expireAt
    expect(await value(drawer.close('F1'))).toBe('CLOSED')
    expect(await drawer.take('F1', '1001')).toBeUndefined()
    expect(await value(drawer.close('F2'))).toBe('CLOSED')
    expect((await drawer.create({ ...opening, outTradeNo: 'F2' })).kind).toBe('refused')
  })

  test('owes a refund until a cashier has handed it out, once', async () => {
    await drawer.create(opening)
    expect(await value(drawer.refund(refunding))).toBe('refused')
    await drawer.take('F1', '1001')
    expect(await value(drawer.refund({ ...refunding, amountFen: 4801 }))).toBe('refused')
    expect(await drawer.payOut('F1R1', '1001')).toBe(false)
    expect(await value(drawer.queryRefund('F1R1', 'F1'))).toBe('NOT_FOUND')
    for (let times = 0; times < 2; times++) expect(await value(drawer.refund(refunding))).toBe('PROCESSING')
    const outs = await Promise.all(['1001', '1002'].map(by => drawer.payOut('F1R1', by)))
    expect(outs.sort()).toEqual([false, true])
    expect(await value(drawer.refund(refunding))).toBe('SUCCESS')
    expect(await drawer.payOut('F1R1', '1001')).toBe(false)
  })

  test('bills what moved on a day in Beijing, and nothing that is only asked for', async () => {
    await drawer.create(opening)
    await drawer.create({ ...opening, outTradeNo: 'F2' })
    await drawer.take('F1', '1001')
    await drawer.refund(refunding)
    const payment = { kind: 'payment', outTradeNo: 'F1', outRefundNo: undefined, amountFen: 4800, at: noon }
    expect(await billed('2026-11-23')).toEqual([payment])
    now = noon + dayMs
    await drawer.payOut('F1R1', '1002')
    expect(await billed('2026-11-23')).toEqual([payment])
    expect(await billed('2026-11-24')).toEqual([
      { kind: 'refund', outTradeNo: 'F1', outRefundNo: 'F1R1', amountFen: 4800, at: now },
    ])
  })

  describe('itself refuses', () => {
    beforeEach(async () => {
      await drawer.create(opening)
      await drawer.create({ ...opening, outTradeNo: 'F2' })
      await drawer.take('F1', '1001')
      await drawer.refund(refunding)
      await drawer.payOut('F1R1', '1001')
    })
    test.each([
      [
        'to forget cash that was taken',
        "UPDATE cash_payment SET state = 'open', taken_at = NULL, taken_by = NULL WHERE out_trade_no = 'F1'",
        'taken or refused once',
      ],
      [
        'to have taken another amount',
        "UPDATE cash_payment SET amount_fen = 1 WHERE out_trade_no = 'F2'",
        'taken or refused once',
      ],
      [
        'cash that nobody took',
        "UPDATE cash_payment SET state = 'taken' WHERE out_trade_no = 'F2'",
        /check/i,
      ],
      [
        'a payment in no known state',
        "UPDATE cash_payment SET state = 'lost' WHERE out_trade_no = 'F2'",
        /check/i,
      ],
      ['to pay out a second time', "UPDATE cash_refund SET paid_at = 1, paid_by = 'x'", 'paid out once'],
      ['to forget who paid out', 'UPDATE cash_refund SET paid_by = NULL', /paid out once|check/i],
      [
        'a refund of a payment it never had',
        "INSERT INTO cash_refund VALUES ('R', 'F?', 1, 1, NULL, NULL)",
        /foreign key/i,
      ],
      ['a refund of nothing', "INSERT INTO cash_refund VALUES ('R', 'F1', 0, 1, NULL, NULL)", /check/i],
      ['a payment twice', "INSERT INTO cash_payment VALUES ('F1', 1, 1, 'open', NULL, NULL)", /unique/i],
    ])('%s', async (_what, statement, why) => {
      await expect(sql.raw(statement).execute(journal.db)).rejects.toThrow(why)
    })
  })
})
