import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CinemaId, IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import {
  accepted,
  anOrder,
  aPayment,
  aRefund,
  confirming,
  held,
  minutes,
  paidState,
  t0,
} from '../ordering/test-support/record.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { createFieldCipher } from './field-cipher.ts'
import { createOrderList, type OrderFilter, type OrderList } from './order-list.ts'
import type { OrderRecord } from './record.ts'
import { dialects, openTestJournal, type TestJournal, ticket, wish } from './test-support/test-journal.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

const now = t0 + minutes(120)
const limits = { now, overdue: now - minutes(2), undecided: now - minutes(16), refund: now - minutes(60) }

/** An order of its own among others: `n` tells its ids, and orders with a greater one are younger. */
const the = (n: number, order: OrderRecord): OrderRecord => ({
  ...order,
  id: OrderId.parse(`order${n}${'_'.repeat(16)}`),
  intentId: IntentId.parse(`00000000-0000-4000-8000-00000000000${n}`),
  ticketToken: TicketToken.parse(`${'t'.repeat(21)}${n}`),
  lockRequestId: `L${n}`,
  createdAt: t0 + minutes(n),
  payments: order.payments.map(payment => ({ ...payment, outTradeNo: `F${n}` })),
  refunds: order.refunds.map(refund => ({ ...refund, outTradeNo: `F${n}`, outRefundNo: `F${n}R1` })),
  version: 0,
  fence: 0,
})
const rest = { nextRunAt: undefined } as const
const refunding = (change: Partial<OrderRecord>) =>
  anOrder({
    ...rest,
    payments: [{ ...accepted, role: 'LATE' }],
    decision: { kind: 'REFUND', at: t0 },
    ...change,
  })

const orders = [
  the(1, anOrder({ ...rest, state: 'RELEASED' })),
  the(2, anOrder({ ...rest, state: 'FAILED', attention: [{ reason: 'payment-mismatch', at: t0 }] })),
  the(3, anOrder({ state: 'LOCKED', lock: held, nextRunAt: now - minutes(2) })),
  the(4, confirming({}, rest)),
  the(5, refunding({ state: 'REFUNDING', refunds: [aRefund({ createdAt: now - minutes(60) })] })),
  the(6, refunding({ state: 'REFUNDED', refunds: [aRefund({ state: 'SUCCESS' })] })),
  the(
    7,
    anOrder({
      ...rest,
      state: 'TICKETED',
      payments: [accepted],
      decision: ticket,
      guest: { mobile: '13912345678', mintedPin: '4711' },
      attention: [{ reason: 'overdue', at: t0, settled: { at: t0, by: 'li' } }],
    }),
  ),
  the(8, anOrder({ state: 'PAYING', lock: held, payments: [aPayment()], nextRunAt: now })),
  the(9, {
    ...confirming({}, rest),
    payments: [{ ...accepted, state: { ...paidState, paidAt: now - minutes(16) + 1 } }],
  }),
]

describe.each(dialects)('the list of orders on %s', dialect => {
  let journal: TestJournal
  let list: OrderList
  beforeEach(async () => {
    journal = await openTestJournal(dialect === 'postgres' ? postgres : undefined)
    list = createOrderList(journal, createFieldCipher(Buffer.alloc(32, 3)))
    for (const order of orders) {
      const { id, intentId, ticketToken, lockRequestId, createdAt, guest, payments } = order
      const draft = anOrder({
        ...rest,
        id,
        intentId,
        ticketToken,
        lockRequestId,
        createdAt,
        guest,
        version: 0,
      })
      await journal.store.insert(draft, wish)
      // The journal's own rules let no order be born with money or tickets.
      await journal.become({ ...draft, payments: payments.map(one => ({ ...one, role: undefined })) })
      await journal.become({ ...order, confirm: draft.confirm, refunds: [] })
      await journal.become(order)
    }
  })
  afterEach(() => journal.close())

  const shown = (ids: OrderId[]) => ids.map(id => Number(id[5]))
  const page = async (filter: OrderFilter, where = {}, limit = 50, offset = 0) =>
    shown(await list.page(filter, { limits, ...where }, { limit, offset }))

  test('has all, the youngest first, page by page', async () => {
    expect(await page('all')).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(await page('all', {}, 4, 4)).toEqual([5, 4, 3, 2])
  })

  test('has those that are in doubt: flagged, overdue, undecided, a refund that takes long', async () => {
    expect(await page('doubt')).toEqual([5, 4, 3, 2])
  })

  test('has those that go on by themselves, and those whose money is under way', async () => {
    expect(await page('open')).toEqual([9, 8, 5, 4, 3])
    expect(await page('refunding')).toEqual([5])
  })

  test('leaves out an overdue order that somebody is at work on', async () => {
    const lease = { owner: 'w', now, until: now + minutes(1) }
    await journal.store.claim(orders[2]?.id ?? raise(), lease)
    expect(await page('doubt')).toEqual([5, 4, 2])
  })

  test('has those of a business day and of a cinema', async () => {
    expect(await page('all', { day: '2026-07-28' })).toHaveLength(9)
    expect(await page('all', { day: '2026-07-27' })).toEqual([])
    expect(await page('all', { cinemaId: orders[0]?.ref.cinemaId })).toHaveLength(9)
    expect(await page('all', { cinemaId: 'elsewhere' })).toEqual([])
  })

  test.each([
    ['six characters', 'order4', [4]],
    ['a payment’s number', 'F5', [5]],
    ['a refund’s number', 'F6R1', [6]],
    ['a pickup code', 'PICKUP99', [7]],
    ['what nobody has', 'order0', []],
    ['a part of a handle that is too short', 'order', []],
    ['what SQL might take for its own', "' or 1=1 --", []],
  ])('finds by %s', async (_, text, found) => {
    expect(shown(await list.byNumber(text, 10))).toEqual(found)
  })

  test('finds by the four digits of the phone, or those that stand in for it', async () => {
    const where = { cinemaId: orders[0]?.ref.cinemaId ?? CinemaId.parse('none'), day: '2026-07-28' }
    expect(shown(await list.byDigits('5678', where))).toEqual([7])
    expect(shown(await list.byDigits('4711', where))).toEqual([9, 8, 6, 5, 4, 3, 2, 1])
    expect(await list.byDigits('5678', { ...where, day: '2026-07-29' })).toEqual([])
    expect(await list.byDigits('5678', { ...where, cinemaId: 'elsewhere' })).toEqual([])
  })
})

function raise(): never {
  throw new Error('no order')
}
