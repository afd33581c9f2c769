import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BoxOffice, minuteMs, noon, openBoxOffice } from './test-support/box-office.ts'

let office: BoxOffice
beforeEach(async () => {
  office = await openBoxOffice()
})
afterEach(() => office.close())

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
    const held = await office.hold()
    await office.pay(held)
    office.payments.phonePays()
    await office.wait(3_000)
    const { pickup, phoneMasked } = await office.engine.find(held.id)
    expect(phoneMasked).toBeUndefined()
    expect(pickup?.pin).toMatch(/^\d{4}$/)
    expect(JSON.parse(office.cloud.ticketed()[0]?.payload ?? '')).toMatchObject({ mobile: '13800138000' })
    expect(
      await office.engine.findTicketed({ code: pickup?.code ?? '', pin: pickup?.pin ?? '' }),
    ).toBeDefined()
  })

  test('is told at once by the callback, once however often it comes', async () => {
    const held = await office.hold()
    await office.pay(held)
    office.payments.phonePays()
    const { payments } = await office.record(held.id)
    const message = office.payments.notification(payments[0]?.outTradeNo ?? '')
    expect(await office.engine.paymentNotified(message, {})).toBe('accepted')
    expect(await office.engine.find(held.id)).toMatchObject({ status: 'issuing' })
    const { version } = await office.record(held.id)
    expect(await office.engine.paymentNotified(message, {})).toBe('accepted')
    expect(await office.record(held.id)).toMatchObject({ version })
    await office.engine.runDue()
    expect(await office.engine.find(held.id)).toMatchObject({ status: 'ticketed' })
    expect(await office.engine.paymentNotified(Buffer.from('N9|x|forged'), {})).toBe('rejected')
  })
})

describe('a hold', () => {
  test('that nobody pays is released after eight minutes', async () => {
    const held = await office.hold()
    await office.until(noon + 8 * minuteMs - 1)
    expect(await office.engine.find(held.id)).toMatchObject({ status: 'held' })
    await office.until(noon + 8 * minuteMs)
    expect(await office.engine.find(held.id)).toMatchObject({ status: 'released', reason: 'hold-expired' })
    expect(office.cloud.lockedSeats()).toEqual([])
  })
})
