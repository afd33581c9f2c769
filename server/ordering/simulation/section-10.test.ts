import { describe, expect, test } from 'vitest'
import { type BoxOffice, minuteMs, openBoxOffice } from '../test-support/box-office.ts'
import type { Fault, OrderCall } from '../test-support/cloud-in-process.ts'

/*
 * Section 10 of the specification, to the second: confirms at minutes 0 to 12, reversals at 13 to 16, then every half
 * hour until the film starts; and 5.3.2: confirms at least 15 s apart (we keep 60), questions at least 60 s after.
 */

/** A paid order under this weather, lived until well after the film began. */
async function live(fault: (call: OrderCall, office: BoxOffice) => Fault | undefined, startsIn: number) {
  const office = await openBoxOffice({ inMemory: true })
  office.cloud.fault = call => fault(call, office)
  return { office, at: await sellIn(office, startsIn) }
}

async function sellIn(office: BoxOffice, lives: number) {
  const order = await office.hold()
  await office.pay(order)
  office.payments.phonePays()
  await office.wait(lives * minuteMs)
  const t0 = office.cloud.calls.find(call => call.call === 'confirm')?.at ?? Number.NaN
  const secondsOf = (name: OrderCall) =>
    office.cloud.calls.filter(call => call.call === name).map(call => (call.at - t0) / 1_000)
  return { t0, secondsOf }
}

const seconds = (...minutes: number[]) => minutes.map(minute => minute * 60)
const zeroToTwelve = seconds(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)

describe('section 10', () => {
  test('an order that stays open: 13 confirms, then reversals until the film starts', async () => {
    const { office, at } = await live((call, { cloud }) => {
      if (call === 'confirm') return cloud.orders.size === 0 ? { kind: 'wait' } : { kind: 'before' }
      return call === 'reverse' ? { kind: 'answer', code: 'REVERSE_TICKET_FAILED' } : undefined
    }, 600)
    expect(at.secondsOf('confirm')).toEqual(zeroToTwelve)
    const film = (6 * 60 * minuteMs + Date.parse('2026-07-28T12:00:00+08:00') - at.t0) / 1_000
    const halfHours = Array.from({ length: 20 }, (_, turn) => (16 + 30 * (turn + 1)) * 60)
    const expected = [...seconds(13, 14, 15, 16), ...halfHours.filter(second => second < film)]
    expect(expected.length).toBeGreaterThan(10)
    expect(at.secondsOf('reverse')).toEqual(expected)
    await office.close()
  })

  test('NO_TIME_YET until minute 15 means later: the next reversal is the one of minute 15', async () => {
    const { office, at } = await live((call, { cloud, time }) => {
      const [order] = cloud.orders.values()
      if (call === 'confirm') return order === undefined ? { kind: 'wait' } : { kind: 'before' }
      const early = order !== undefined && time.now() < order.confirmedAt + 15 * minuteMs
      return call === 'reverse' && early ? { kind: 'answer', code: 'REVERSE_TICKET_NO_TIME_YET' } : undefined
    }, 600)
    expect(at.secondsOf('reverse')).toEqual(seconds(13, 14, 15))
    expect((await everyState(office)).join()).toBe('REFUNDED')
    await office.close()
  })

  test('an order that the cloud never heard of: 13 confirms, no reversal (T2)', async () => {
    const { office, at } = await live(call => (call === 'confirm' ? { kind: 'before' } : undefined), 600)
    expect(at.secondsOf('confirm')).toEqual(zeroToTwelve)
    expect(at.secondsOf('reverse')).toEqual([])
    expect((await everyState(office)).join()).toBe('REFUNDED')
    await office.close()
  })

  test.each([0, 7_000, 19_000])('5.3.2 holds when each question takes %i ms', async slowMs => {
    const { office, at } = await live((call, { cloud, time }) => {
      if (call === 'order') time.pass(slowMs)
      if (call === 'confirm') return cloud.orders.size === 0 ? { kind: 'wait' } : { kind: 'before' }
      return call === 'reverse' ? { kind: 'answer', code: 'REVERSE_TICKET_FAILED' } : undefined
    }, 90)
    const confirms = at.secondsOf('confirm')
    const gaps = confirms.slice(1).map((second, turn) => second - (confirms[turn] ?? 0))
    expect(confirms.length).toBeGreaterThan(8)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60)
    expect(Math.max(...confirms)).toBeLessThan(13 * 60)
    for (const question of at.secondsOf('order').filter(second => second < 13 * 60)) {
      const before = confirms.filter(second => second < question).at(-1) ?? Number.NaN
      expect(question - before).toBeGreaterThanOrEqual(60)
    }
    const [reversal = Number.NaN] = at.secondsOf('reverse')
    expect(reversal - Math.max(...confirms)).toBeGreaterThanOrEqual(60)
    await office.close()
  })
})

async function everyState(office: BoxOffice) {
  const records = await Promise.all(office.intents.map(intent => office.store.byIntent(intent)))
  return records.map(record => record?.state)
}
