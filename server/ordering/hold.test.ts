import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OrderId } from '#contract/ids.ts'
import { lastSaleBeforeEndMs } from '../catalog/programme.ts'
import { type BoxOffice, mintIntent, minuteMs, noon, openBoxOffice } from './test-support/box-office.ts'
import { seat } from './test-support/offer.ts'

let office: BoxOffice
beforeEach(async () => {
  office = await openBoxOffice()
})
afterEach(() => office.close())

const problem = (act: Promise<unknown>) =>
  act.then(
    () => 'no problem',
    error => error.code ?? error,
  )
const statusOf = async (id: OrderId) => (await office.engine.find(id)).status
describe('a hold', () => {
  test('that nobody pays is released after eight minutes', async () => {
    const held = await office.hold()
    await office.until(noon + 8 * minuteMs - 1)
    expect(await statusOf(held.id)).toBe('held')
    await office.until(noon + 8 * minuteMs)
    expect(await office.engine.find(held.id)).toMatchObject({ status: 'released', reason: 'hold-expired' })
    expect(office.cloud.lockedSeats()).toEqual([])
    expect(await problem(office.pay(held))).toBe('hold-expired')
  })

  test('is one hold however often the same wish is sent, at once or later', async () => {
    const intent = mintIntent(() => Buffer.alloc(16, 9))
    const many = await Promise.all(Array.from({ length: 50 }, () => office.hold(['A-05'], intent)))
    expect(new Set(many.map(order => order.id)).size).toBe(1)
    expect(office.cloud.calls.filter(call => call.call === 'lockSeats')).toHaveLength(1)
    await office.restart()
    expect((await office.hold(['A-05'], intent)).id).toBe(many[0]?.id)
    expect(await problem(office.hold(['A-07'], intent))).toBe('intent-reused')
  })

  test.each([
    ['LOCK_SEAT_ERROR', 'seats-taken'],
    ['SCHEDULE_HAS_CHANGED', 'show-changed'],
    ['SCHEDULE_NOT_OPEN', 'show-not-on-sale'],
    ['ORDER_TICKET_TIME_END', 'sales-ended'],
    ['OVER_MAX_TICKET', 'too-many-seats'],
    ['API_PERMISSION_ERROR', 'selling-paused'],
    ['CINEMA_CONNECTION_ERROR', 'cinema-unavailable'],
    ['30003', 'cinema-unavailable'],
  ])('refused with %s is told as %s, also when asked again', async (code, told) => {
    const intent = mintIntent(() => Buffer.alloc(16, 9))
    office.cloud.fault = () => ({ kind: 'answer', code })
    expect(await problem(office.hold(['A-05'], intent))).toBe(told)
    expect(await problem(office.hold(['A-05'], intent))).toBe(told)
    expect(office.cloud.calls).toHaveLength(1)
  })

  test('refused for its seats says which', async () => {
    const text = { zh: '没有了', en: 'Gone' }
    const house = await openBoxOffice({
      inMemory: true,
      parts: { takenSeats: async () => ({ seatIds: [seat('A-06')], text }) },
    })
    await house.hold(['A-06'])
    await expect(house.hold(['A-05', 'A-06'])).rejects.toMatchObject({
      code: 'seats-taken',
      seatIds: ['A-06'],
      rule: 'taken-meanwhile',
      text,
    })
    await house.close()
  })

  test('whose answer is lost is not sold, and gone when the lock must have run out (T9)', async () => {
    office.cloud.fault = () => ({ kind: 'after' })
    const intent = mintIntent(() => Buffer.alloc(16, 9))
    expect(await problem(office.hold(['A-05'], intent))).toBe('cinema-unavailable')
    office.cloud.fault = () => undefined
    expect(await problem(office.hold(['A-05']))).toBe('seats-taken')
    expect(await office.store.byIntent(intent)).toMatchObject({ state: 'LOCK_UNKNOWN' })
    await office.wait(16 * minuteMs)
    expect(await office.store.byIntent(intent)).toMatchObject({ state: 'FAILED' })
    expect((await office.hold(['A-05'])).status).toBe('held')
  })

  test('is not begun when the show stops selling before anybody could pay', async () => {
    const late = await openBoxOffice({ inMemory: true, sellsUntil: noon + 2 * minuteMs })
    expect(await problem(late.hold())).toBe('sales-ended')
    expect(late.cloud.calls).toEqual([])
    await late.close()
  })

  test('is begun as long as the programme offers the show, and not a second longer', async () => {
    const until = (ms: number) => openBoxOffice({ inMemory: true, sellsUntil: noon + ms })
    const last = await until(lastSaleBeforeEndMs)
    expect((await last.hold()).status).toBe('held')
    const late = await until(lastSaleBeforeEndMs - 1)
    expect(await problem(late.hold())).toBe('sales-ended')
    await last.close()
    await late.close()
  })

  test('ends two minutes before the show stops selling', async () => {
    const late = await openBoxOffice({ inMemory: true, sellsUntil: noon + 5 * minuteMs })
    expect((await late.hold()).holdExpiresAt).toBe('2026-07-28T12:03:00+08:00')
    await late.close()
  })
})

describe('changing seats', () => {
  test('releases the old ones first, its payment closed, so that they may be taken again', async () => {
    const old = await office.hold(['A-05', 'A-06'])
    await office.pay(old)
    const next = await office.hold(['A-06', 'A-07'], undefined, old.id)
    expect(next.status).toBe('held')
    expect(await statusOf(old.id)).toBe('released')
    expect(office.payments.phonePays()).toBe(false)
  })

  test('is refused when the old order turns out paid, which then gets its tickets', async () => {
    const old = await office.hold(['A-05', 'A-06'])
    await office.pay(old)
    office.payments.phonePays()
    expect(await problem(office.hold(['A-07'], undefined, old.id))).toBe('order-already-paid')
    expect(await statusOf(old.id)).toBe('ticketed')
    expect(office.cloud.calls.filter(call => call.call === 'lockSeats')).toHaveLength(1)
  })

  test('waits while nobody knows whether the old payment is dead', async () => {
    const old = await office.hold(['A-05', 'A-06'])
    await office.pay(old)
    office.payments.fault = () => ({ kind: 'before' })
    expect(await problem(office.hold(['A-07'], undefined, old.id))).toBe('payment-closing')
    office.payments.fault = () => undefined
    await office.wait(10_000)
    expect(await office.hold(['A-07'], undefined, old.id)).toMatchObject({ status: 'held' })
  })
})
