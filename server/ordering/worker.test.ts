import { describe, expect, test } from 'vitest'
import type { Outcome } from '../kernel/outcome.ts'
import type { Confirmed } from '../moviecloud/gateway-types.ts'
import { minuteMs, openBoxOffice } from './test-support/box-office.ts'

/** Lets everything that waits for nothing but a promise happen. */
const settle = () => new Promise(resolve => setImmediate(resolve))

async function paid(options: Parameters<typeof openBoxOffice>[0] = {}) {
  const office = await openBoxOffice({ inMemory: true, ...options })
  const held = await office.hold()
  await office.pay(held)
  office.payments.phonePays()
  office.time.goTo(office.time.now() + 2_000)
  return { office, id: held.id }
}

describe('a call without an answer', () => {
  test('is unknown after 50 seconds, and its answer still counts when it comes', async () => {
    const { office, id } = await paid()
    let answer: (late: Outcome<Confirmed>) => void = () => undefined
    const reallyConfirm = office.cloud.confirm
    let tickets: Outcome<Confirmed> | undefined
    office.cloud.confirm = async payload => {
      tickets = await reallyConfirm(payload)
      return new Promise(resolve => {
        answer = resolve
      })
    }
    const running = office.engine.runDue()
    await settle()
    expect((await office.record(id)).confirm).toMatchObject({ kind: 'sent', count: 1, lastCode: undefined })
    office.time.goTo(office.time.now() + 50_000)
    await running
    expect(await office.record(id)).toMatchObject({
      state: 'CONFIRMING',
      confirm: { lastCode: 'no answer in time' },
    })

    if (tickets === undefined) throw new Error('not confirmed')
    answer(tickets)
    await settle()
    await office.engine.runDue()
    expect((await office.record(id)).state).toBe('TICKETED')
    expect(office.cloud.calls.filter(call => call.call === 'confirm')).toHaveLength(1)
    await office.close()
  })

  test('that throws is as unknown as a reset', async () => {
    const { office, id } = await paid()
    const reallyConfirm = office.cloud.confirm
    office.cloud.confirm = async payload => {
      await reallyConfirm(payload)
      throw new TypeError('a bug in the client')
    }
    await office.engine.runDue()
    expect(await office.record(id)).toMatchObject({ state: 'CONFIRMING', confirm: { lastCode: 'TypeError' } })
    await office.wait(minuteMs)
    expect((await office.record(id)).state).toBe('TICKETED')
    await office.close()
  })
})

describe('once started', () => {
  test('the worker goes on by itself with what the process before left, until it is stopped', async () => {
    const { office, id } = await paid({ inMemory: false })
    await office.restart()
    await office.engine.start()
    await expect.poll(async () => (await office.record(id)).state).toBe('TICKETED')
    const second = await office.hold(['B-01'])
    await office.engine.stop()
    office.time.goTo(office.time.now() + 10 * minuteMs)
    await settle()
    expect((await office.record(second.id)).state).toBe('LOCKED')
    await office.close()
  })

  test('a callback wakes it', async () => {
    const { office, id } = await paid()
    await office.engine.start()
    const { payments } = await office.record(id)
    await office.engine.paymentNotified(office.payments.notification(payments[0]?.outTradeNo ?? ''), {})
    await expect.poll(async () => (await office.record(id)).state).toBe('TICKETED')
    await office.engine.stop()
    await office.close()
  })

  test('a journal that can’t be written raises the alarm, and nothing is sold', async () => {
    const alarms: unknown[] = []
    const full = Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })
    const office = await openBoxOffice({
      inMemory: true,
      between: store => ({ ...store, insert: () => Promise.reject(full) }),
      parts: { onFatal: error => alarms.push(error) },
    })
    await expect(office.hold()).rejects.toThrow('disk full')
    expect(alarms).toEqual([full])
    expect(office.cloud.calls).toEqual([])
    await office.close()
  })
})

test('an order that needs a person is told once in the log, by its reason alone', async () => {
  const lines: { event: string }[] = []
  const { office } = await paid({ parts: { log: line => lines.push(line) } })
  office.cloud.fault = call =>
    call === 'confirm' ? { kind: 'answer', code: 'TICKET_ORDER_CLOSE_ERROR' } : undefined
  await office.wait(3 * minuteMs)
  expect(lines.map(line => line.event)).toEqual(['an order needs a person: interface-closed'])
  await office.close()
})
