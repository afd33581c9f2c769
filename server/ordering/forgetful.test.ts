import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OrderId } from '#contract/ids.ts'
import type { PaymentPart } from '#contract/order.ts'
import { createFieldCipher } from '../journal/field-cipher.ts'
import { dialects, openTestJournal, type TestJournal } from '../journal/test-support/test-journal.ts'
import { startPostgres, type TestPostgres } from '../test-support/postgres.ts'
import { type BoxOffice, minuteMs, openBoxOffice } from './test-support/box-office.ts'
import { aCard } from './test-support/record.ts'

/* What stands in the row itself, read by SQL and opened with the journal's key. */

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

const cipher = createFieldCipher(Buffer.alloc(32, 3))
const password = aCard.password ?? ''
const byCard: PaymentPart[] = [{ by: 'card' }]
const inParts: PaymentPart[] = [{ by: 'card', amountFen: 100 }, { by: 'qr' }]

describe.each(dialects)('in %s a card’s password', dialect => {
  let journal: TestJournal
  let office: BoxOffice
  beforeEach(async () => {
    journal = await openTestJournal(dialect === 'postgres' ? postgres : undefined)
    office = await openBoxOffice({
      between: () => journal.store,
      parts: {
        priceWithCard: async ({ quote }) => ({
          lines: [...quote.lines],
          card: { ...aCard, payableFen: quote.totalFen },
        }),
      },
    })
    // What the cloud would be told, with the password in it.
    const { freezeConfirm } = office.cloud
    office.cloud.freezeConfirm = confirm => {
      const [shared] = 'tickets' in confirm ? (confirm.tickets[0]?.payments ?? []) : []
      const card = confirm.card ?? (shared?.by === 'card' ? shared.card : undefined)
      return `${freezeConfirm(confirm).slice(0, -1)},"cardPassword":"${card?.password}"}`
    }
  })
  afterEach(async () => {
    await office.close()
    await journal.close()
  })

  /** The row's sealed columns in the clear. */
  async function rowOf(id: OrderId) {
    const row = await journal.db
      .selectFrom('orders')
      .select(['state', 'card_sealed', 'confirm_sealed', 'confirm_digest'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const open = (column: 'card' | 'confirm', sealed: string | null) =>
      sealed?.startsWith('v1.') ? cipher.open(sealed, `orders/${column}/${id}`) : (sealed ?? '')
    return {
      state: row.state,
      card: open('card', row.card_sealed),
      confirm: open('confirm', row.confirm_sealed),
      digest: row.confirm_digest,
    }
  }
  async function paying(parts: PaymentPart[]) {
    const held = await office.hold()
    const wish = { kind: 'member', number: aCard.number, password: '123456' } as const
    const order = await office.engine.presentCard(held.id, wish, 'a guest')
    await office.engine.pay(order.id, { quoteHash: order.quote.hash, refundRuleAgreed: true, parts })
    return order
  }

  test('is there until the confirm bears it, and the confirm until there are tickets', async () => {
    const { id } = await paying(inParts)
    expect((await rowOf(id)).card).toContain(password)
    office.cloud.fault = call => (call === 'confirm' ? { kind: 'before' } : undefined)
    office.payments.phonePays()
    await office.wait(3_000)
    const sent = await rowOf(id)
    expect(sent).toMatchObject({ state: 'CONFIRMING', digest: expect.stringMatching(/./) })
    expect(sent.card).not.toContain(password)
    expect(sent.confirm).toContain(password)

    office.cloud.fault = () => undefined
    await office.wait(2 * minuteMs)
    const { state, card, confirm, digest } = await rowOf(id)
    expect([state, confirm, digest]).toEqual(['TICKETED', 'erased', sent.digest])
    expect(card).toContain(aCard.number)
    expect(card).not.toContain(password)
    expect(await journal.store.byId(id)).toMatchObject({
      card: { number: aCard.number },
      confirm: { count: 2 },
    })
  })

  test.each([
    [
      'is refused',
      'REFUNDED',
      async () => {
        office.cloud.fault = call =>
          call === 'confirm' ? { kind: 'answer', code: 'CARD_PASSWORD_ERROR' } : undefined
        const { id } = await paying(byCard)
        await office.wait(3_000)
        return id
      },
    ],
    [
      'is given up',
      'RELEASED',
      async () => {
        const { id } = await paying(inParts)
        await office.engine.cancel(id)
        return id
      },
    ],
    [
      'is reversed after a crash',
      'REFUNDED',
      async () => {
        office.cloud.fault = call => (call === 'confirm' ? { kind: 'wait' } : undefined)
        const { id } = await paying(byCard)
        await office.wait(10 * minuteMs)
        await office.restart()
        await office.wait(10 * minuteMs)
        return id
      },
    ],
  ] as const)('is gone from an order that %s', async (_what, state, live) => {
    const row = await rowOf(await live())
    expect(row.state).toBe(state)
    expect(row.card).toContain(aCard.number)
    expect(row.card + row.confirm).not.toContain(password)
  })
})
