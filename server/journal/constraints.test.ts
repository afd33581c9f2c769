import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import {
  aCard,
  accepted,
  anOrder,
  aPayment,
  aRefund,
  confirming,
  half,
  halves,
  held,
  paidByCard,
  paidState,
  reversing,
  t0,
} from '../ordering/test-support/record.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import type { OrderRecord } from './record.ts'
import {
  dialects,
  openTestJournal,
  refund,
  type TestJournal,
  ticket,
  wish,
} from './test-support/test-journal.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

let journal: TestJournal

const returned = confirming({}, { state: 'RETURNING', decision: ticket, giveBack: { kind: 'done', at: t0 } })
/** In two halves; each has its own payment. */
const inHalves = (payments: OrderRecord['payments'], change: Partial<OrderRecord> = {}) =>
  anOrder({ state: 'PAYING', lock: held, shares: halves, payments, ...change })
const tooMuch = [...halves, { by: 'card', amountFen: 1 }] as const
const open = { state: { kind: 'open', qr: 'qr', declined: false }, role: undefined } as const
const frozen = { ...confirming(), confirm: { kind: 'frozen', payload: 'frozen' } as const }

describe.each(dialects)('%s itself refuses', dialect => {
  beforeEach(async () => {
    journal = await openTestJournal(dialect === 'postgres' ? postgres : undefined)
  })
  afterEach(() => journal.close())

  const payment = (change = {}) => aPayment({ state: paidState, ...change })
  const cases: [what: string, before: OrderRecord[], act: () => Promise<unknown>, why: string | RegExp][] = [
    [
      'a second decision',
      [frozen, confirming({}, { state: 'REFUNDING', decision: refund })],
      () => journal.become(confirming({}, { state: 'TICKETED', decision: ticket })),
      'a decision is one-way',
    ],
    [
      'to forget a decision',
      [frozen, confirming({}, { state: 'REFUNDING', decision: refund })],
      () => journal.become(confirming()),
      'a decision is one-way',
    ],
    [
      'to forget a reversal',
      [frozen, confirming(), reversing()],
      () => journal.become(confirming({ count: 13 })),
      'reversing is one-way',
    ],
    [
      'a confirm after a reversal',
      [frozen, confirming(), reversing()],
      () => journal.become({ ...reversing(), confirm: confirming({ count: 14 }).confirm }),
      'no confirm after',
    ],
    [
      'a confirm after a decision',
      [frozen, confirming({}, { state: 'REFUNDING', decision: refund })],
      () => journal.become(confirming({ count: 2 }, { state: 'REFUNDING', decision: refund })),
      'no confirm after',
    ],
    [
      'a confirm before the money is there',
      [{ ...frozen, payments: [payment()] }],
      () => journal.become(confirming({}, { payments: [payment()] })),
      'no confirm before the money',
    ],
    [
      'a confirm while one part is missing',
      [{ ...frozen, ...inHalves([half('sandbox'), half('cash', open)]), confirm: frozen.confirm }],
      () =>
        journal.become(confirming({}, { shares: halves, payments: [half('sandbox'), half('cash', open)] })),
      'no confirm before the money',
    ],
    [
      'a confirm for parts that are less than the price',
      [{ ...frozen, shares: halves.slice(0, 1), payments: [half('sandbox')] }],
      () => journal.become(confirming({}, { shares: halves.slice(0, 1), payments: [half('sandbox')] })),
      'are its price',
    ],
    [
      'a confirm for parts that are more than the price',
      [
        {
          ...frozen,
          shares: tooMuch,
          card: aCard,
          payments: [half('sandbox'), half('cash')],
        },
      ],
      () =>
        journal.become(
          confirming({}, { shares: tooMuch, card: aCard, payments: [half('sandbox'), half('cash')] }),
        ),
      'are its price',
    ],
    [
      'a confirm with a card’s part and no card',
      [paidByCard({ confirm: frozen.confirm, card: undefined })],
      () => journal.become(paidByCard({ confirm: confirming().confirm, card: undefined })),
      'needs the card',
    ],
    [
      'a second accepted payment of one part',
      [inHalves([half('sandbox')])],
      () => journal.become(inHalves([half('sandbox'), half('sandbox', { outTradeNo: 'F2' })])),
      /unique/i,
    ],
    [
      'another price while a payment is open',
      [inHalves([half('sandbox', open)])],
      () => journal.become(inHalves([half('sandbox', open)], { quote: { ...anOrder().quote, totalFen: 1 } })),
      'the price does not change',
    ],
    [
      'another price for what is paid',
      [frozen],
      () => journal.become({ ...frozen, quote: { ...anOrder().quote, totalFen: 1 } }),
      'the price does not change',
    ],
    [
      'a part of less than nothing',
      [anOrder()],
      () => sql`UPDATE orders SET card_fen = -1`.execute(journal.db),
      /check/i,
    ],
    [
      'other bytes for a confirm',
      [frozen],
      () => journal.become({ ...frozen, confirm: { kind: 'frozen', payload: 'melted' } }),
      'never change',
    ],
    [
      'a second accepted payment',
      [frozen],
      () =>
        journal.become({ ...frozen, payments: [accepted, payment({ outTradeNo: 'F2', role: 'ACCEPTED' })] }),
      /unique/i,
    ],
    [
      'an accepted payment of another amount',
      [anOrder()],
      () =>
        journal.become(
          anOrder({ payments: [payment({ role: 'ACCEPTED', state: { ...paidState, paidFen: 1 } })] }),
        ),
      /check/i,
    ],
    [
      'another role for a payment',
      [frozen],
      () => journal.become({ ...frozen, payments: [{ ...accepted, role: 'LATE' }] }),
      'role of a payment is one-way',
    ],
    [
      'a refund without the decision',
      [frozen],
      () => journal.become({ ...frozen, refunds: [aRefund()] }),
      'needs the decision',
    ],
    [
      'a refund of sold tickets that were not taken back',
      [frozen, confirming({}, { state: 'TICKETED', decision: ticket })],
      () => journal.become(confirming({}, { state: 'TICKETED', decision: ticket, refunds: [aRefund()] })),
      'or its tickets back',
    ],
    [
      'to give back tickets that were never issued',
      [frozen],
      () => journal.become({ ...frozen, state: 'RETURNING', giveBack: { kind: 'done', at: t0 } }),
      'only issued tickets',
    ],
    [
      'to be ticketed without the tickets',
      [frozen, confirming({}, { state: 'TICKETED', decision: ticket }), returned],
      () => journal.become({ ...returned, state: 'TICKETED' }),
      'is not ticketed',
    ],
    [
      'to forget that tickets were taken back',
      [frozen, confirming({}, { state: 'TICKETED', decision: ticket }), returned],
      () => journal.become({ ...returned, giveBack: { kind: 'refused', at: t0, code: 'x' } }),
      'stay so',
    ],
    [
      'a refund of a part',
      [frozen],
      () =>
        journal.become({
          ...frozen,
          state: 'REFUNDING',
          decision: refund,
          refunds: [aRefund({ amountFen: 9599 })],
        }),
      'is whole',
    ],
    [
      'a second refund beside a living one',
      [{ ...frozen, state: 'REFUNDING', decision: refund, refunds: [aRefund()] }],
      () =>
        journal.become({
          ...frozen,
          state: 'REFUNDING',
          decision: refund,
          refunds: [aRefund(), aRefund({ outRefundNo: 'F1R2' })],
        }),
      /unique/i,
    ],
    [
      'another amount for a refund',
      [{ ...frozen, state: 'REFUNDING', decision: refund, refunds: [aRefund()] }],
      () => sql`UPDATE refund SET amount_fen = 1`.execute(journal.db),
      'stays with its payment',
    ],
    [
      'refunding without the decision',
      [frozen],
      () => journal.become({ ...frozen, state: 'REFUNDING' }),
      /check/i,
    ],
    [
      'tickets without the decision',
      [frozen],
      () => journal.become({ ...frozen, state: 'TICKETED' }),
      /check/i,
    ],
    [
      'a pickup code without the decision',
      [frozen],
      () => sql`UPDATE orders SET pickup_code_sealed = 'x'`.execute(journal.db),
      /check/i,
    ],
    [
      'to change history',
      [frozen],
      () => sql`UPDATE event SET kind = 'x'`.execute(journal.db),
      'append-only',
    ],
    ['to forget history', [frozen], () => sql`DELETE FROM event`.execute(journal.db), 'append-only'],
  ]
  test.each(cases)('%s', async (_what, before, act, why) => {
    await journal.store.insert(anOrder({ version: 0, fence: 0 }), wish)
    for (const order of before) await journal.become(order)
    const kept = await journal.store.byId(anOrder().id)
    await expect(act()).rejects.toThrow(why)
    // And nothing of it was written.
    expect(await journal.store.byId(anOrder().id)).toEqual(kept)
  })

  test('nothing of an order that is paid in two parts', async () => {
    const both = [half('sandbox'), half('cash')]
    await journal.keep({ ...inHalves(both), state: 'CONFIRMING', confirm: frozen.confirm })
    const sent = await journal.become(confirming({}, { shares: halves, payments: both }))
    expect(sent).toMatchObject({ state: 'CONFIRMING', payments: [{}, {}] })
  })

  test('nothing of an order that a card pays, nor a new price once every payment is closed', async () => {
    const closed = [aPayment({ state: { kind: 'closed' } })]
    await journal.keep(anOrder({ state: 'LOCKED', lock: held, payments: closed }))
    const cheaper = { ...anOrder().quote, totalFen: 9000 }
    const byCard = { payments: closed, quote: cheaper, shares: [{ by: 'card', amountFen: 9000 }] } as const
    await journal.become(paidByCard({ ...byCard, confirm: frozen.confirm }))
    const sent = await journal.become(paidByCard({ ...byCard, confirm: confirming().confirm }))
    expect(sent).toMatchObject({ quote: { totalFen: 9000 }, confirm: { kind: 'sent' } })
  })

  test('the same intent and the same payment number for two orders', async () => {
    await journal.keep(anOrder({ state: 'PAYING', lock: held, payments: [aPayment()] }))
    const other = anOrder({
      id: OrderId.parse('p'.repeat(22)),
      ticketToken: TicketToken.parse('u'.repeat(22)),
      lockRequestId: '2',
    })
    expect(await journal.store.insert(other, wish)).toBe('intent-exists')
    const another = { ...other, intentId: IntentId.parse('00000000-0000-4000-8000-000000000002') }
    expect(await journal.store.insert(another, wish)).toBe('inserted')
    await expect(journal.become({ ...another, payments: [aPayment()] })).rejects.toThrow(
      'stays with its order',
    )
    expect((await journal.store.byId(another.id))?.payments).toEqual([])
  })
})
