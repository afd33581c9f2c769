import { describe, expect, test } from 'vitest'
import { IntentId, type OrderId } from '#contract/ids.ts'
import { type BoxOffice, minuteMs, openBoxOffice } from './test-support/box-office.ts'
import { Died, dyingStore } from './test-support/dying-store.ts'

const intentId = IntentId.parse('00000000-0000-4000-8000-00000000cafe')

/** What happens to the sale beside the crash. */
interface Story {
  name: string
  begin?: (office: BoxOffice) => void
  /** After the payment. */
  paid?: (office: BoxOffice) => void
  ends: 'TICKETED' | 'REFUNDED'
  /** Long stories are lived in memory; the journal file has lived the short ones. */
  inMemory?: true
}

const stories: Story[] = [
  { name: 'a plain sale', ends: 'TICKETED' },
  {
    name: 'a confirm whose answer is lost',
    begin: office => {
      let confirms = 0
      office.cloud.fault = call => (call === 'confirm' && ++confirms === 1 ? { kind: 'after' } : undefined)
    },
    ends: 'TICKETED',
    inMemory: true,
  },
  {
    name: 'a confirm that the cinema refuses',
    begin: office => {
      office.cloud.fault = call =>
        call === 'confirm' ? { kind: 'answer', code: 'TICKET_PRICE_ERROR' } : undefined
    },
    ends: 'REFUNDED',
    inMemory: true,
  },
  {
    name: 'a cinema that never says, until it is reversed',
    begin: office => {
      office.cloud.fault = call => (call === 'confirm' ? { kind: 'wait' } : undefined)
    },
    ends: 'REFUNDED',
    inMemory: true,
  },
  {
    name: 'a refund whose answer is lost',
    begin: office => {
      let refunds = 0
      office.cloud.fault = call =>
        call === 'confirm' ? { kind: 'answer', code: 'TICKET_PRICE_ERROR' } : undefined
      office.payments.fault = call => (call === 'refund' && ++refunds === 1 ? { kind: 'after' } : undefined)
    },
    ends: 'REFUNDED',
    inMemory: true,
  },
]

/** Lives through one sale, dying at the `at`-th write; counts the writes when `at` is out of reach. */
async function live(story: Story, at: number, when: 'dies before' | 'dies after') {
  let writes = 0
  let died: string | undefined
  const office = await openBoxOffice({
    inMemory: story.inMemory === true,
    between: store =>
      dyingStore(store, kind => {
        writes += 1
        if (writes !== at) return 'lives'
        died = kind
        return when
      }),
  })
  const again = async <R>(act: () => Promise<R>): Promise<R> => {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Died)) throw error
      await office.restart()
      return act()
    }
  }
  try {
    story.begin?.(office)
    let id: OrderId | undefined
    try {
      const held = await again(() => office.hold(['A-05', 'A-06'], intentId))
      id = held.id
      await again(() => office.pay(held, '13912345678'))
    } catch (error) {
      // T9: the lock's answer died with the process, so the guest was told to choose again.
      if (!(error instanceof Error && error.message === 'cinema-unavailable')) throw error
    }
    office.payments.phonePays()
    for (let turn = 0; turn < 3; turn++) await again(() => office.wait(40 * minuteMs))
    const order = await office.store.byIntent(intentId)
    if (order === undefined) throw new Error('the wish itself is lost')
    return { office, order, id, writes, died }
  } catch (error) {
    await office.close()
    throw new Error(`write ${at} (${died}), ${when}`, { cause: error })
  }
}

/** The invariants of money and tickets after one life. */
async function check(story: Story, life: Awaited<ReturnType<typeof live>>, where: string) {
  const { office, order } = life
  const { calls, ticketed } = office.cloud
  // A lock whose answer died can't be looked up (T9): the guest was told, and nothing was paid.
  const ends = order.lock.kind === 'unknown' ? 'FAILED' : story.ends
  expect.soft(order.state, where).toBe(ends)
  expect.soft(ticketed().length, where).toBe(ends === 'TICKETED' ? 1 : 0)
  expect.soft(office.payments.balanceFen(), where).toBe(ends === 'TICKETED' ? 9600 : 0)
  const confirms = calls.filter(one => one.call === 'confirm')
  expect.soft(new Set(confirms.map(one => one.payload)).size, where).toBeLessThanOrEqual(1)
  const gaps = confirms.slice(1).map((one, index) => one.at - (confirms[index]?.at ?? 0))
  expect.soft(Math.min(minuteMs, ...gaps), where).toBe(minuteMs)
  expect.soft(await office.store.verifyHistory(order.id), where).toBe(true)
}

describe.each(stories)('$name', { timeout: 180_000 }, story => {
  test.each(['dies before', 'dies after'] as const)('%s each of its writes, and goes on', async when => {
    const whole = await live(story, Number.POSITIVE_INFINITY, when)
    await check(story, whole, 'without a crash')
    await whole.office.close()
    expect(whole.writes).toBeGreaterThan(15)
    for (let at = 1; at <= whole.writes; at++) {
      const life = await live(story, at, when)
      await check(story, life, `write ${at} of ${whole.writes}: ${when} ${life.died}`)
      await life.office.close()
    }
  })
})

describe('the crashes that everybody asks about', () => {
  const dieAt = (office: () => BoxOffice | undefined, kind: string, when: 'dies before' | 'dies after') => {
    let done = false
    return {
      between: (store: BoxOffice['store']) =>
        dyingStore(store, write => {
          if (done || write !== kind || office() === undefined) return 'lives'
          done = true
          return when
        }),
    }
  }

  test.each([
    ['before the payment is opened', 'commit create payment', 'dies before'],
    ['after the QR was made, before it was saved', 'learn create payment', 'dies before'],
    ['after the callback was merged, before it was answered', 'learn callback', 'dies after'],
    ['after the payment, before the confirm is intended', 'commit confirm', 'dies before'],
    ['confirm intended, not sent', 'commit confirm', 'dies after'],
    ['confirm answered, the answer not saved', 'learn confirm', 'dies before'],
    ['tickets learnt, not yet decided', 'learn confirm', 'dies after'],
    ['tickets decided, the screen not told', 'commit tickets are out', 'dies after'],
  ] as const)('%s', async (_what, kind, when) => {
    let current: BoxOffice | undefined
    const office = await openBoxOffice(dieAt(() => current, kind, when))
    current = office
    const again = async <R>(act: () => Promise<R>): Promise<R | undefined> => {
      try {
        return await act()
      } catch (error) {
        if (!(error instanceof Died)) throw error
        await office.restart()
        return undefined
      }
    }
    const held = await office.hold(['A-05', 'A-06'], intentId)
    const paying = (await again(() => office.pay(held))) ?? (await office.pay(held))
    expect(paying.payment?.qr).toBeDefined()
    office.payments.phonePays()
    const { payments } = await office.record(held.id)
    const message = office.payments.notification(payments[0]?.outTradeNo ?? '')
    await again(() => office.engine.paymentNotified(message, {}))
    await again(() => office.wait(3 * minuteMs))
    await office.wait(minuteMs)
    expect(await office.engine.find(held.id)).toMatchObject({ status: 'ticketed' })
    expect(office.payments.balanceFen()).toBe(9600)
    await office.close()
  })
})
