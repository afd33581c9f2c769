import { describe, expect, it } from 'vitest'
import type { OrderRecord } from '../journal/record.ts'
import { type Move, tellMoves } from './tell-moves.ts'
import { createMemoryStore } from './test-support/memory-store.ts'
import { accepted, anOrder, aPayment, held, paidState } from './test-support/record.ts'

const log = { events: [] }
const inserted = { at: 0, kind: 'guest: hold seats', detail: {} }

/** What is told when an order goes from one record to another, by a decision and by evidence. */
async function told(
  from: Partial<OrderRecord>,
  change: Partial<OrderRecord>,
): Promise<(string | undefined)[]> {
  const moves: (Move & { by: string })[] = []
  for (const by of ['commit', 'learn'] as const) {
    const store = tellMoves(createMemoryStore(), move => moves.push({ ...move, by }))
    const order = anOrder(from)
    await store.insert(order, inserted)
    const before = await store.byId(order.id)
    if (before === undefined) throw new Error('the order was not inserted')
    if (by === 'commit') await store.commit(before, { ...before, ...change }, log)
    else await store.learn(order.id, one => ({ ...one, ...change }), log)
  }
  return moves.map(({ seatsOf }) => seatsOf?.showId ?? 'no seats')
}

const twice = (what: string) => [what, what]
const showId = '681~18206'
const reversed = {
  kind: 'sent',
  firstAt: 0,
  lastAt: 0,
  count: 1,
  answer: 'done',
  answeredAt: 0,
  everDone: true,
} as const

describe('an order that moves is told', () => {
  it.each<[string, Partial<OrderRecord>, Partial<OrderRecord>, string[]]>([
    ['when its seats are locked', { state: 'LOCKING' }, { state: 'LOCKED', lock: held }, twice(showId)],
    [
      'when its seats are given back',
      { lock: held },
      { state: 'RELEASED', lock: { kind: 'released', lockId: 'L1', at: 0 } },
      twice(showId),
    ],
    [
      'when the cinema has the tickets back',
      { lock: held },
      { giveBack: { kind: 'done', at: 0 } },
      twice(showId),
    ],
    ['when a reversal is through', { lock: held }, { state: 'REFUNDING', reverse: reversed }, twice(showId)],
    ['when it is paid', { lock: held }, { state: 'PAID', payments: [accepted] }, twice('no seats')],
    [
      'when only its payment moves',
      { lock: held },
      { payments: [aPayment({ state: paidState })] },
      twice('no seats'),
    ],
    [
      'when its lock is on its way',
      {},
      { state: 'LOCKING', lock: { kind: 'sent', at: 0 } },
      twice('no seats'),
    ],
    ['but not when somebody works on it', {}, { lease: { owner: 'me', until: 9 }, nextRunAt: 5 }, []],
  ])('%s', async (_, from, change, expected) => {
    expect(await told(from, change)).toEqual(expected)
  })

  it('when a provider says so, the first time', async () => {
    const moves: Move[] = []
    const store = tellMoves(createMemoryStore(), move => moves.push(move))
    const order = anOrder({ state: 'PAYING', lock: held, payments: [aPayment()] })
    await store.insert(order, inserted)
    const message = { provider: 'sandbox', notifyId: 'N1', outTradeNo: 'F1', receivedAt: 0 }
    const pay = (one: OrderRecord) => ({ ...one, payments: [aPayment({ state: paidState })] })
    await store.learnOnce(message, pay, log)
    await store.learnOnce(message, pay, log)
    expect(moves).toEqual([{ orderId: order.id }])
  })

  it('but not when the write came too late', async () => {
    const moves: Move[] = []
    const store = tellMoves(createMemoryStore(), move => moves.push(move))
    const order = anOrder()
    await store.insert(order, inserted)
    const old = { ...order, version: 0 }
    expect(await store.commit(old, { ...old, state: 'LOCKED', lock: held }, log)).toBeUndefined()
    expect(moves).toEqual([])
  })
})
