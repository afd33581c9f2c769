import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OrderId } from '#contract/ids.ts'
import { done } from '../kernel/outcome.ts'
import type { CardCharge } from '../moviecloud/gateway-types.ts'
import {
  anOrder,
  confirming,
  minutes,
  paidByCard,
  t0,
  ticketEvidence,
} from '../ordering/test-support/record.ts'
import { judgeCard } from './judge-card.ts'
import type { CloudView, Ledgers } from './ledgers.ts'
import { readCards } from './read-cards.ts'
import { openThreeParties, tills } from './test-support/three-parties.ts'

const day = '2026-07-28'
const nextMorning = Date.parse('2026-07-29T10:00:00+08:00')

describe('what a member card paid, beside the order', () => {
  const total = 9600
  const tickets: CloudView = { is: 'tickets', seats: [' 5 5', ' 5 6'], ticketsFen: total }
  const none: CloudView = { is: 'none' }
  const { confirm } = confirming()
  const { pickupCode, bookingNo } = ticketEvidence
  const ticketed = paidByCard({
    confirm,
    nextRunAt: undefined,
    state: 'TICKETED',
    decision: { kind: 'TICKET', at: t0, pickupCode, bookingNo },
  })
  const refunded = paidByCard({
    confirm,
    nextRunAt: undefined,
    state: 'REFUNDED',
    decision: { kind: 'REFUND', at: t0 },
  })
  const cases: [string, typeof ticketed, CloudView | undefined, number | undefined, string[]][] = [
    ['tickets, and the whole share', ticketed, tickets, total, []],
    ['tickets, and nothing', ticketed, tickets, 0, ['ticket-without-revenue 0/9600']],
    ['tickets, and a fen too little', ticketed, tickets, total - 1, ['amount-differs 9599/9600']],
    ['tickets, and twice the share', ticketed, tickets, 2 * total, ['amount-differs 19200/9600']],
    ['no tickets, and the card has its money back', refunded, none, 0, []],
    ['no tickets, and the card has not', refunded, none, total, ['paid-nothing 9600/0']],
    [
      'no tickets yet, and the engine still at work',
      paidByCard({ confirm, createdAt: nextMorning - minutes(10) }),
      none,
      total,
      [],
    ],
    ['books that could not be read', ticketed, tickets, undefined, []],
    ['a cloud that could not be asked', ticketed, undefined, total, []],
    ['an order without a card', anOrder(), none, undefined, []],
  ]
  test.each(cases)('%s', (_, order, view, keptFen, found) => {
    const ledgers: Ledgers = {
      day,
      now: nextMorning,
      orders: [order],
      bills: new Map(),
      cloud: new Map(view === undefined ? [] : [[order.id, view]]),
      cards: new Map(keptFen === undefined ? [] : [[order.id, keptFen]]),
    }
    const said = judgeCard(order, ledgers).map(
      ({ kind, foundFen, expectedFen }) => `${kind} ${foundFen}/${expectedFen}`,
    )
    expect(said).toEqual(found)
  })
})

describe('the cloud’s books of a card', () => {
  let parties: Awaited<ReturnType<typeof openThreeParties>>
  beforeEach(async () => {
    parties = await openThreeParties(tills.sandbox)
  })
  afterEach(() => parties.close())
  /** As if our journal had another share, or the cloud had booked another amount. */
  const shareOf = (id: OrderId, fen: number) =>
    sql`UPDATE orders SET shares_json = ${JSON.stringify([{ by: 'card', amountFen: fen }])} WHERE id = ${id}`.execute(
      parties.journal.db,
    )

  test('agree: one order kept, one returned, both by the same card', async () => {
    const { engine, until, clock, compare } = parties
    await parties.sellByCard()
    const returned = await parties.sellByCard()
    await engine.giveBack(returned.id)
    await until(returned.id, 'RETURNED')
    clock.to(nextMorning)
    expect(await compare(day)).toMatchObject({
      verdict: 'agrees',
      unread: [],
      sums: { orders: 2, ticketed: 1 },
    })
  })

  test('tell a charge that is not the share', async () => {
    const { id, quote } = await parties.sellByCard()
    await shareOf(id, quote.totalFen + 1)
    parties.clock.to(nextMorning)
    const { verdict, findings } = await parties.compare(day)
    expect(verdict).toBe('differs')
    expect(findings).toContainEqual({
      kind: 'amount-differs',
      subject: `card of ${id.slice(0, 6)}`,
      orderId: id,
      expectedFen: quote.totalFen + 1,
      foundFen: quote.totalFen,
    })
  })

  test('say nothing of a card by times, which pays with no money', async () => {
    const { id, quote } = await parties.sellByCard()
    const order = await parties.reader.order(id)
    if (order?.decision.kind !== 'TICKET') throw new Error('no tickets')
    const { bookingNo } = order.decision
    const charged = async (charge: Partial<CardCharge>) => {
      const charges = [{ bookingNo, takenFen: 0, givenBackFen: 0, byTimes: false, ...charge }]
      const cardCharges = async () => done(charges)
      const read = await readCards({ cardCharges }, [order], {
        now: nextMorning,
        pace: async () => undefined,
      })
      return read.kept.get(id)
    }
    expect(await charged({ byTimes: true })).toBeUndefined()
    expect(await charged({})).toBe(0)
    const { totalFen } = quote
    expect(await charged({ takenFen: totalFen, givenBackFen: 100 })).toBe(totalFen - 100)
    // Without a booking's number it has to be the share, and of the time of the confirm.
    const alike = { bookingNo: '', takenFen: totalFen, at: order.createdAt }
    expect(await charged(alike)).toBe(totalFen)
    expect(await charged({ ...alike, at: order.createdAt - 3_600_000 })).toBe(0)
    expect(await charged({ ...alike, takenFen: totalFen + 1 })).toBe(0)
  })

  test('that cannot be read are named by the order, and never by the card', async () => {
    const { id } = await parties.sellByCard()
    parties.clock.to(nextMorning)
    await parties.fault({ kind: 'lose-request', api: 'card.getCardConsumeRecords', times: 3 })
    const result = await parties.compare(day)
    expect(result).toMatchObject({
      verdict: 'unreadable',
      unread: [{ ledger: 'card', which: id.slice(0, 6) }],
    })
    expect(JSON.stringify(result)).not.toContain('68116100001')
  })
})
