import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OrderId } from '#contract/ids.ts'
import { type BoxOffice, minuteMs, noon, openBoxOffice } from './test-support/box-office.ts'

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
const payAndTicket = async () => {
  const held = await office.hold()
  await office.pay(held)
  office.payments.phonePays()
  await office.wait(3_000)
  return held
}

describe('a sale', () => {
  test('goes from seats to tickets without the browser doing anything after the QR', async () => {
    const held = await office.hold()
    expect(held.status).toBe('held')
    expect(held.holdExpiresAt).toBe('2026-07-28T12:08:00+08:00')

    const paying = await office.pay(held, '13912345678')
    expect(paying).toMatchObject({ status: 'paying', payment: { status: 'open', amountFen: 9600 } })
    expect(paying.payment?.qr).toMatch(/^qr:F/)
    expect(paying.phoneMasked).toBe('139****5678')
    expect(paying.pickup).toBeUndefined()

    office.payments.phonePays()
    await office.wait(3_000)
    const ticketed = await office.engine.find(held.id)
    expect(ticketed).toMatchObject({ status: 'ticketed', payment: { status: 'paid' } })
    expect(ticketed.pickup).toMatchObject({ pin: '5678' })
    expect(office.cloud.ticketed()).toHaveLength(1)
    expect(JSON.parse(office.cloud.ticketed()[0]?.payload ?? '')).toMatchObject({ mobile: '13912345678' })

    const { pickup } = ticketed
    if (pickup === undefined) throw new Error('no pickup')
    expect(await office.engine.findTicketed({ token: pickup.token })).toMatchObject({ id: held.id })
    expect(await office.engine.findTicketed({ code: pickup.code, pin: '5678' })).toMatchObject({
      id: held.id,
    })
    expect(await office.engine.findTicketed({ code: pickup.code, pin: '5679' })).toBeUndefined()
    expect(await office.store.verifyHistory(held.id)).toBe(true)
  })

  test('without a phone number bears the cinema’s contact number and a minted pin', async () => {
    const held = await payAndTicket()
    const { pickup, phoneMasked } = await office.engine.find(held.id)
    expect(phoneMasked).toBeUndefined()
    expect(pickup?.pin).toMatch(/^\d{4}$/)
    expect(JSON.parse(office.cloud.ticketed()[0]?.payload ?? '')).toMatchObject({ mobile: '13800138000' })
    expect(
      await office.engine.findTicketed({ code: pickup?.code ?? '', pin: pickup?.pin ?? '' }),
    ).toBeDefined()
  })

  test('needs a phone number where the cinema has no contact number', async () => {
    const strict = await openBoxOffice({ inMemory: true, parts: { contactMobile: () => undefined } })
    const held = await strict.hold()
    await expect(strict.pay(held)).rejects.toMatchObject({ code: 'invalid-request', field: 'mobile' })
    expect(await strict.pay(held, '13912345678')).toMatchObject({ status: 'paying' })
    await strict.close()
  })

  test('is told at once by the callback, once however often it comes', async () => {
    const held = await office.hold()
    await office.pay(held)
    office.payments.phonePays()
    const { payments } = await office.record(held.id)
    const message = office.payments.notification(payments[0]?.outTradeNo ?? '')
    expect(await office.engine.paymentNotified(message, {})).toBe('accepted')
    expect(await statusOf(held.id)).toBe('issuing')
    const { version } = await office.record(held.id)
    expect(await office.engine.paymentNotified(message, {})).toBe('accepted')
    expect(await office.record(held.id)).toMatchObject({ version })
    await office.engine.runDue()
    expect(await statusOf(held.id)).toBe('ticketed')
    expect(await office.engine.paymentNotified(Buffer.from('N9|x|forged'), {})).toBe('rejected')
    expect(await office.engine.paymentNotified(office.payments.notification('F0'), {})).toBe('accepted')
  })
})

describe('paying', () => {
  test('needs the price that the guest saw', async () => {
    const held = await office.hold()
    const asked = office.engine.pay(held.id, { quoteHash: 'another', refundRuleAgreed: true })
    expect(await problem(asked)).toBe('quote-changed')
    expect(office.payments.trades.size).toBe(0)
  })

  test('answers the same QR again, with the newest phone number', async () => {
    const held = await office.hold()
    const first = await office.pay(held, '13912345678')
    const second = await office.pay(held, '13800001111')
    expect(second.payment?.qr).toBe(first.payment?.qr)
    expect(second.phoneMasked).toBe('138****1111')
    expect(office.payments.trades.size).toBe(1)
  })

  test('after a decline goes on with the same QR', async () => {
    const held = await office.hold()
    const first = await office.pay(held)
    office.payments.phoneDeclines()
    await office.wait(2_000)
    expect(await office.engine.find(held.id)).toMatchObject({
      status: 'paying',
      reason: 'payment-declined',
      payment: { status: 'declined', qr: first.payment?.qr },
    })
    expect((await office.pay(held)).payment?.qr).toBe(first.payment?.qr)
    office.payments.phonePays()
    await office.wait(3_000)
    expect(await statusOf(held.id)).toBe('ticketed')
  })

  test('that can’t be opened is told, and works when the provider is back', async () => {
    const held = await office.hold()
    office.payments.fault = call => (call === 'create' ? { kind: 'not-sent' } : undefined)
    expect(await problem(office.pay(held))).toBe('payment-unavailable')
    office.payments.fault = () => undefined
    expect((await office.pay(held)).payment?.qr).toBeDefined()
    expect(office.payments.trades.size).toBe(1)
  })

  test('that the provider refuses leaves the hold, and a new payment may be begun', async () => {
    const held = await office.hold()
    office.payments.fault = call => (call === 'create' ? { kind: 'refused' } : undefined)
    expect(await problem(office.pay(held))).toBe('payment-unavailable')
    expect(await statusOf(held.id)).toBe('held')
    office.payments.fault = () => undefined
    expect((await office.pay(held)).payment?.status).toBe('open')
  })

  test('too late is over, and the payment is closed before the seats go', async () => {
    const held = await office.hold()
    await office.pay(held)
    office.payments.fault = call => (call === 'close' || call === 'query' ? { kind: 'before' } : undefined)
    await office.until(noon + 9 * minuteMs)
    expect(await statusOf(held.id)).toBe('closing')
    expect(await problem(office.pay(held))).toBe('payment-closing')
    expect(office.cloud.lockedSeats()).toHaveLength(2)
    office.payments.fault = () => undefined
    await office.wait(5 * minuteMs)
    expect(await office.engine.find(held.id)).toMatchObject({
      status: 'released',
      payment: { status: 'closed' },
    })
    expect(office.cloud.lockedSeats()).toEqual([])
  })

  test('with one fen yields no ticket, an alarm, and one fen back', async () => {
    const held = await office.hold()
    await office.pay(held)
    office.payments.phonePays(undefined, 1)
    await office.wait(3_000)
    expect(await office.engine.find(held.id)).toMatchObject({
      status: 'refunded',
      reason: 'payment-mismatch',
      payment: { status: 'refunded' },
    })
    expect((await office.record(held.id)).attention).toMatchObject([{ reason: 'payment-mismatch' }])
    expect(office.cloud.calls.map(call => call.call)).not.toContain('confirm')
    expect(office.payments.balanceFen()).toBe(0)
  })

  test('that the cinema refuses is refunded without a person', async () => {
    const held = await office.hold()
    await office.pay(held)
    office.cloud.fault = call =>
      call === 'confirm' ? { kind: 'answer', code: 'TICKET_PRICE_ERROR' } : undefined
    office.payments.refundState = 'PROCESSING'
    office.payments.phonePays()
    await office.wait(3_000)
    expect(await office.engine.find(held.id)).toMatchObject({
      status: 'refunding',
      reason: 'cinema-refused',
      payment: { status: 'refunding' },
    })
    const [refundNo = ''] = [...office.payments.refunds.keys()]
    office.payments.finishRefund(refundNo, 'SUCCESS')
    await office.wait(minuteMs)
    expect(await office.engine.find(held.id)).toMatchObject({
      status: 'refunded',
      payment: { status: 'refunded' },
    })
    expect(office.cloud.lockedSeats()).toEqual([])
  })

  test('tells a guest who waits that the cinema is slow', async () => {
    const held = await office.hold()
    await office.pay(held)
    office.cloud.fault = call => (call === 'confirm' ? { kind: 'wait' } : undefined)
    office.payments.phonePays()
    await office.wait(3_000)
    expect((await office.engine.find(held.id)).reason).toBeUndefined()
    await office.wait(minuteMs)
    expect(await office.engine.find(held.id)).toMatchObject({ status: 'issuing', reason: 'cinema-slow' })
    expect((await office.engine.find(held.id)).pickup).toBeUndefined()
  })
})

describe('giving up', () => {
  test('a hold releases the seats', async () => {
    const held = await office.hold()
    expect(await office.engine.cancel(held.id)).toMatchObject({ status: 'released', reason: 'cancelled' })
    expect(office.cloud.lockedSeats()).toEqual([])
    expect(await office.engine.cancel(held.id)).toMatchObject({ status: 'released' })
  })

  test('an open payment closes it first; its QR pays nothing any more', async () => {
    const held = await office.hold()
    await office.pay(held)
    expect(await office.engine.cancel(held.id)).toMatchObject({
      status: 'released',
      payment: { status: 'closed' },
    })
    expect(office.payments.phonePays()).toBe(false)
  })

  test('loses to a payment that was quicker: the tickets come', async () => {
    const held = await office.hold()
    await office.pay(held)
    office.payments.phonePays()
    expect(await problem(office.engine.cancel(held.id))).toBe('order-already-paid')
    expect(await statusOf(held.id)).toBe('ticketed')
    expect(await problem(office.engine.cancel(held.id))).toBe('order-already-paid')
    expect(await problem(office.pay(held))).toBe('order-already-paid')
  })

  test('an order that nobody knows', async () => {
    const unknown = OrderId.parse('x'.repeat(22))
    expect(await problem(office.engine.cancel(unknown))).toBe('order-not-found')
    expect(await problem(office.engine.find(unknown))).toBe('order-not-found')
  })
})
