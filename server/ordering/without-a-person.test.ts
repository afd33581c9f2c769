import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnyOrder } from '#contract/order.ts'
import { SandboxOrder } from '#contract/sandbox-control.ts'
import { readEvents } from '../live/test-support/event-reader.ts'
import { openLedger } from '../payment/sandbox/ledger.ts'
import { ofSeats } from '../test-support/guest.ts'
import { at, openSaleDesk } from './test-support/sale-desk.ts'

/*
 * Nobody helps: the guest is gone, pays too late or pays again, and no member of staff does anything. All of it over
 * HTTP, and at the end the books of journal, cloud and provider say the same.
 */

const minuteMs = 60_000
const poll = { interval: 200, timeout: 20_000 }

let desk: Awaited<ReturnType<typeof openSaleDesk>>
beforeAll(async () => {
  desk = await openSaleDesk()
})
afterAll(() => desk.close())

const ledger = () => openLedger(join(desk.house.dataDir, 'sandbox-payments.sqlite'))
const tokenOf = (order: AnyOrder) => order.payment?.qr?.split('/').at(-1) ?? ''

/** All that the cloud has sold: what a cinema could tell a guest who has nothing in her hand. */
async function cloudOrders() {
  const answer = await fetch(`${desk.house.cloudUrl}/control/orders`)
  return z.object({ orders: z.array(SandboxOrder) }).parse(await answer.json()).orders
}

describe('a kiosk that is unplugged', () => {
  test('after its guest has scanned: nobody asks again, and pickup finds the ticket by code and number', async () => {
    const before = new Set((await cloudOrders()).map(({ orderId }) => orderId))
    const order = await desk.begin('ticket', 2)
    const screen = await readEvents(`${desk.house.url}/api/orders/${order.id}/stream`)
    await screen.next('order')
    const open = await desk.pay(order)
    screen.close()
    await screen.ended
    expect(await desk.guest.onThePhone(open, 'pay')).toBe(303)

    // No request about the order wakes the house: its books are read behind its back, the code is the cloud's word.
    await expect.poll(async () => (await desk.books(order)).journal.state, poll).toBe('TICKETED')
    const sold = (await cloudOrders()).filter(({ orderId }) => !before.has(orderId))
    expect(sold).toMatchObject([{ status: 'ticket_success' }])
    const code = sold[0]?.confirmationId ?? ''
    const found = await desk.guest.get('findPickup', { body: { by: 'code', code, pin: '1111' } })
    const seats = order.quote.lines.map(({ row, column }) => ({ row, column }))
    expect(found).toMatchObject({ code, tickets: seats, printState: 'not-printed' })
    const { totalFen } = order.quote
    expect(await desk.books(order)).toMatchObject({
      journal: { state: 'TICKETED', refundedFen: 0 },
      cloud: { status: 'ticket_success', fen: totalFen },
      provider: { inFen: totalFen, outFen: 0 },
    })
  })
})

describe('a payment after the deadline', () => {
  test.each([
    ['nobody else has its seats', false],
    ['somebody else has its seats by now', true],
  ])('goes back whole when %s', async (_what, taken) => {
    const order = await desk.begin('ticket', 2)
    const open = await desk.pay(order)
    desk.house.clock.forward(9 * minuteMs)
    expect(await desk.guest.watch(order, 'released')).toMatchObject({ reason: 'hold-expired' })
    const seats = ofSeats(order).quote.lines.map(({ seatId }) => seatId)
    if (taken) expect(await desk.guest.hold(desk.hall.showId, seats)).toMatchObject({ ok: true })
    expect(await desk.guest.onThePhone(open, 'pay-late')).toBe(303)
    expect(await desk.guest.watch(order, 'refunded')).toMatchObject({ reason: 'payment-late' })
    const { totalFen } = order.quote
    expect(await desk.books(order)).toMatchObject({
      journal: { state: 'REFUNDED', accepted: {}, refundedFen: totalFen },
      cloud: undefined,
      provider: { inFen: totalFen, outFen: totalFen },
    })
    const seen = await desk.cashier.get('getStaffOrder', at(order))
    expect(seen.history.filter(({ by }) => by !== undefined)).toEqual([])
    expect(seen.doubts).toEqual([])
  })
})

describe('a second payment of one order', () => {
  test('goes back whole; the first has bought the tickets, which stay good', async () => {
    const order = await desk.begin('ticket', 2)
    const first = await desk.pay(order)
    // The provider gives the first QR up by itself; the guest is shown another, and her phone still has the first.
    const provider = ledger()
    const trade = provider.tradeByToken(tokenOf(first))
    if (trade === undefined) throw new Error('no trade')
    provider.updateTrade({ ...trade, state: 'CLOSED' })
    provider.close()
    await desk.guest.watch(order, 'held')
    const second = await desk.pay(order)
    expect(tokenOf(second)).not.toBe(tokenOf(first))

    await desk.guest.onThePhone(second, 'pay')
    const { pickup } = await desk.guest.watch(order, 'ticketed')
    expect(await desk.guest.onThePhone(first, 'pay-late')).toBe(303)
    const { totalFen } = order.quote
    const till = async () => (await desk.books(order)).provider
    await expect.poll(till, poll).toEqual({ inFen: 2 * totalFen, outFen: totalFen })
    expect(await desk.books(order)).toMatchObject({
      journal: { state: 'TICKETED', accepted: { sandbox: totalFen }, refundedFen: totalFen },
      cloud: { status: 'ticket_success', fen: totalFen },
    })
    const body = { by: 'token', token: pickup?.token }
    expect(await desk.guest.get('findPickup', { body })).toMatchObject({ code: pickup?.code })
  })
})
