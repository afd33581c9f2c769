import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aCard,
  anOrder,
  aPayment,
  confirming,
  half,
  halves,
  held,
  paidByCard,
  paidState,
  reversing,
  t0,
  ticketEvidence,
} from '../ordering/test-support/record.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import type { OrderRecord } from './record.ts'
import { dialects, noLog, openTestJournal, type TestJournal, ticket } from './test-support/test-journal.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

let journal: TestJournal

const frozen = { ...confirming(), confirm: { kind: 'frozen', payload: 'frozen' } as const }
const whole: [string, OrderRecord][] = [
  ['a draft', anOrder()],
  ['a lock sent', anOrder({ state: 'LOCKING', lock: { kind: 'sent', at: t0 } })],
  [
    'a lock refused',
    anOrder({ state: 'FAILED', reason: 'seats-taken', lock: { kind: 'refused', code: 'X' } }),
  ],
  ['a lock not sent', anOrder({ state: 'FAILED', lock: { kind: 'not-sent' } })],
  [
    'a hold with a phone number',
    anOrder({
      state: 'LOCKED',
      lock: { ...held, releaseTries: 2, releaseAt: t0 },
      guest: { mobile: '13912345678', mintedPin: '4711' },
    }),
  ],
  [
    'a payment open',
    anOrder({
      state: 'PAYING',
      lock: held,
      payments: [aPayment({ closeTries: 1, closeAt: t0, lastAskedAt: t0 })],
    }),
  ],
  [
    'two payments',
    anOrder({
      state: 'PAYING',
      lock: held,
      payments: [
        aPayment({ outTradeNo: 'F0', state: { kind: 'closed' } }),
        aPayment({ state: { kind: 'creating' } }),
      ],
    }),
  ],
  [
    'a released hold',
    anOrder({ state: 'RELEASED', reason: 'cancelled', lock: { kind: 'released', lockId: 'L1', at: t0 } }),
  ],
  ['a confirm frozen', frozen],
  [
    'goods alone',
    anOrder({
      kind: 'goods',
      ref: { cinemaId: anOrder().ref.cinemaId },
      show: { cinemaId: anOrder().ref.cinemaId, cinemaName: '星光影城' },
    }),
  ],
  [
    'two parts, one of them paid',
    anOrder({
      kind: 'mixed',
      state: 'PAYING',
      lock: held,
      shares: halves,
      payments: [half('cash'), half('sandbox', { role: undefined, state: { kind: 'creating' } })],
    }),
  ],
  ['a card that pays', paidByCard({ state: 'PAID', card: { ...aCard, notice: 'discount-on-some' } })],
  [
    'goods with the tickets',
    confirming({}, { kind: 'mixed', state: 'TICKETED', decision: { ...ticket, goodsCode: '4711' } }),
  ],
  ...(
    [
      {
        kind: 'asked',
        at: t0,
        count: 2,
        lastAt: t0 + 1,
        notProcessed: 1,
        answer: 'unclear',
        answeredAt: t0 + 2,
        code: 'timeout',
      },
      { kind: 'refused', at: t0, code: 'TICKET_HAS_PRINT' },
      { kind: 'done', at: t0 },
    ] as const
  ).map((giveBack): [string, OrderRecord] => [
    `tickets given back: ${giveBack.kind}`,
    confirming({}, { state: 'RETURNING', decision: ticket, giveBack }),
  ]),
  [
    'a reversal with all that was learnt',
    reversing(
      { answer: 'incorrect', answeredAt: t0, everDone: true },
      {
        upstream: {
          cloudOrderId: 'C1',
          lastAskedAt: t0,
          status: { is: 'ticket_success', askedAt: t0 },
          notFound: { count: 2, firstAt: t0, lastAt: t0 + 1 },
          tickets: ticketEvidence,
        },
        attention: [
          { reason: 'answer-mismatch', at: t0, settled: { at: t0, by: 'li' } },
          { reason: 'interface-closed', at: t0 },
        ],
        lease: { owner: 'me', until: t0 + 1 },
      },
    ),
  ],
]

describe.each(dialects)('in %s', dialect => {
  beforeEach(async () => {
    journal = await openTestJournal(dialect === 'postgres' ? postgres : undefined)
  })
  afterEach(() => journal.close())

  describe('an order', () => {
    test.each(whole)('comes back as it was kept: %s', async (_what, order) => {
      // A sent confirm needs its money on the disk before it.
      const written = await journal.keep(order.confirm.kind === 'sent' ? frozen : order)
      const last = order.confirm.kind === 'sent' ? await journal.become(order) : written
      expect(await journal.store.byId(order.id)).toEqual({ ...order, version: last.version, fence: 0 })
    })

    test('is found by its intent, token and pickup code', async () => {
      await journal.keep(frozen)
      await journal.become(confirming({}, { guest: { mobile: '13912345678', mintedPin: '4711' } }))
      await journal.become(
        confirming(
          {},
          { guest: { mobile: '13912345678', mintedPin: '4711' }, state: 'TICKETED', decision: ticket },
        ),
      )
      const { id, intentId, ticketToken } = anOrder()
      const all = [
        await journal.store.byIntent(intentId),
        await journal.store.byTicketToken(ticketToken),
        await journal.store.byPickup('PICKUP99', '5678'),
      ]
      expect(all.map(order => order?.id)).toEqual([id, id, id])
      expect(await journal.store.byPickup('PICKUP99', '4711')).toBeUndefined()
      expect(await journal.store.byPickup('PICKUP9', '95678')).toBeUndefined()
    })

    test('is found by the card that it was priced with, as long as its tickets are out or may be', async () => {
      const show = { scheduleId: '', scheduleKey: '', ...anOrder().ref }
      const found = async (number: string, at = show) =>
        (await journal.store.byCard(number, at)).map(({ state }) => state)
      await journal.keep(paidByCard({ state: 'LOCKED' }))
      expect(await found(aCard.number)).toEqual([])
      await journal.become(paidByCard({ state: 'PAID' }))
      expect(await found(aCard.number)).toEqual(['PAID'])
      expect(await found('6810000002')).toEqual([])
      expect(await found(aCard.number, { ...show, scheduleId: 'another' })).toEqual([])
      await journal.become(paidByCard({ state: 'REFUNDED', decision: { kind: 'REFUND', at: t0 } }))
      expect(await found(aCard.number)).toEqual([])
    })

    test('is still there after a restart, its lease forgotten when told so', async () => {
      await journal.keep(anOrder({ lease: { owner: 'dead', until: t0 + 75_000 } }))
      await journal.reopen()
      expect(await journal.store.due(t0, 10)).toEqual([])
      await journal.store.dropLeases()
      expect(await journal.store.due(t0, 10)).toEqual([anOrder().id])
    })

    test('keeps nothing personal in the clear', async () => {
      const guest = { mobile: '13912345678', mintedPin: '4711' }
      await journal.keep({
        ...frozen,
        guest,
        confirm: { kind: 'frozen', payload: '{"mobile":"13912345678"}' },
      })
      await journal.become(
        confirming({ payload: '{"mobile":"13912345678"}' }, { guest, state: 'TICKETED', decision: ticket }),
      )
      const bytes = await journal.everything()
      expect(bytes).toContain('TICKETED')
      for (const secret of ['13912345678', 'PICKUP99', anOrder().ticketToken])
        expect(bytes).not.toContain(secret)
    })
  })

  describe('a decision', () => {
    test('is written only by who has read the newest version', async () => {
      const first = await journal.keep(anOrder())
      const second = await journal.store.commit(first, { ...first, reason: 'cancelled' }, noLog)
      expect(second).toMatchObject({ reason: 'cancelled', version: first.version + 1 })
      expect(await journal.store.commit(first, { ...first, reason: 'hold-expired' }, noLog)).toBeUndefined()
      expect(await journal.store.byId(first.id)).toMatchObject({ reason: 'cancelled' })
    })

    test('is written only under the newest fence; evidence is written all the same', async () => {
      await journal.keep(anOrder())
      const old = await journal.store.claim(anOrder().id, { owner: 'slow', now: t0, until: t0 + 1 })
      const taken = await journal.store.claim(anOrder().id, { owner: 'quick', now: t0 + 1, until: t0 + 100 })
      if (old === undefined || taken === undefined) throw new Error('not claimed')
      expect(taken.fence).toBe(old.fence + 1)
      expect(await journal.store.commit({ ...taken, fence: old.fence }, taken, noLog)).toBeUndefined()
      const learnt = await journal.store.learn(old.id, order => ({ ...order, lock: held }), noLog)
      expect(learnt).toMatchObject({ lock: held, lease: { owner: 'quick' } })
    })

    test('waits for the lease of another', async () => {
      await journal.keep(anOrder())
      await journal.store.claim(anOrder().id, { owner: 'one', now: t0, until: t0 + 75_000 })
      expect(
        await journal.store.claim(anOrder().id, { owner: 'two', now: t0 + 74_999, until: t0 }),
      ).toBeUndefined()
      expect(await journal.store.nextDueAt(t0 + 74_999)).toBeUndefined()
      expect(await journal.store.nextDueAt(t0 + 75_000)).toBe(t0)
      expect(
        await journal.store.claim(anOrder().id, { owner: 'two', now: t0 + 75_000, until: t0 }),
      ).toBeDefined()
    })
  })

  describe('evidence', () => {
    test('of one message counts once', async () => {
      await journal.keep(anOrder({ state: 'PAYING', lock: held, payments: [aPayment()] }))
      const message = { provider: 'sandbox', notifyId: 'N1', outTradeNo: 'F1', receivedAt: t0 }
      const note = (order: OrderRecord): OrderRecord => ({
        ...order,
        payments: [aPayment({ state: paidState })],
      })
      expect(await journal.store.learnOnce(message, note, noLog)).toMatchObject({
        payments: [{ state: { kind: 'paid' } }],
      })
      expect(await journal.store.learnOnce(message, note, noLog)).toBe('seen')
      expect(
        await journal.store.learnOnce({ ...message, notifyId: 'N2', outTradeNo: 'F?' }, note, noLog),
      ).toBe('no-order')
    })
  })

  describe('the history', () => {
    test('is told in order', async () => {
      await journal.keep(frozen)
      expect(await journal.store.history(anOrder().id)).toMatchObject([
        { seq: 1, kind: 'guest: hold seats', detail: { seats: 2 } },
        { seq: 2, kind: 'step' },
      ])
    })

    test.each([
      ['a changed line', "UPDATE event SET detail_json = '{}' WHERE seq = 1"],
      ['a missing line', 'DELETE FROM event WHERE seq = 1'],
      ['a missing end', 'DELETE FROM event WHERE seq = 3'],
      [
        'an added line',
        'INSERT INTO event SELECT order_id, 4, at, kind, detail_json, hash FROM event WHERE seq = 3',
      ],
    ])('shows %s, even made by somebody who owns the database', async (_what, statement) => {
      await journal.keep(anOrder())
      await journal.become(anOrder())
      expect(await journal.store.verifyHistory(anOrder().id)).toBe(true)
      for (const trigger of ['event_is_append_only', 'event_is_kept'])
        await journal.dropTrigger(trigger, 'event')
      await sql.raw(statement).execute(journal.db)
      expect(await journal.store.verifyHistory(anOrder().id)).toBe(false)
    })
  })
})
