import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyOrder, PaymentPart } from '#contract/order.ts'
import { openLedger } from '../payment/sandbox/ledger.ts'
import { createStaffMember } from '../test-support/staff-member.ts'
import { at, cinemaId, goldCard, openSaleDesk, popcorn, silverCard } from './test-support/sale-desk.ts'

/* As ways-to-pay.test.ts, with sales that come to nothing: whatever was paid is back to the fen, in everybody's books. */

const minuteMs = 60_000
const aPartFen = 2001
const nothing = { inFen: 0, outFen: 0 }

let desk: Awaited<ReturnType<typeof openSaleDesk>>
beforeAll(async () => {
  desk = await openSaleDesk()
})
afterAll(() => desk.close())

const qrAndCash: PaymentPart[] = [{ by: 'qr' }, { by: 'cash', amountFen: aPartFen }]
const cardAndQr: PaymentPart[] = [{ by: 'card', amountFen: aPartFen }, { by: 'qr' }]
const statusOf = async (order: AnyOrder) => (await desk.guest.get('getOrder', at(order))).status
const payOut = (order: AnyOrder) => desk.cashier.get('payCashOut', at(order))
const poll = { interval: 200, timeout: 20_000 }

/** Looks again and again, an hour's time passing in seconds: refunds that were only accepted are asked about. */
const inTime = (order: AnyOrder) => () => {
  desk.house.clock.forward(minuteMs)
  return statusOf(order)
}

describe('a part that never comes', () => {
  test('brings the QR part back whole, and the order ends without tickets', async () => {
    const order = await desk.begin('mixed')
    const open = await desk.pay(order, qrAndCash)
    await desk.guest.onThePhone(open, 'pay')
    const qrFen = order.quote.totalFen - aPartFen
    await expect
      .poll(async () => (await desk.books(order)).journal.accepted, poll)
      .toEqual({ sandbox: qrFen })
    expect(await statusOf(order)).toBe('paying')

    desk.house.clock.forward(9 * minuteMs)
    await expect.poll(() => statusOf(order), poll).toBe('refunded')
    expect(await desk.books(order)).toMatchObject({
      journal: { state: 'REFUNDED', accepted: { sandbox: qrFen }, refundedFen: qrFen },
      cloud: undefined,
      provider: { inFen: qrFen, outFen: qrFen },
      drawer: nothing,
    })
    // The cash may not be taken any more.
    const late = await desk.cashier.ask('takeCash', { ...at(order), body: { receivedFen: aPartFen } })
    expect(late).toMatchObject({ status: 409, error: { code: 'cash-not-due' } })
  })

  test('brings the cash back over the counter, and only that ends the order', async () => {
    const order = await desk.begin('goods')
    await desk.pay(order, qrAndCash)
    await desk.takeCash(order, aPartFen)
    expect(await desk.cashier.ask('payCashOut', at(order))).toMatchObject({ error: { code: 'cash-not-due' } })

    desk.house.clock.forward(9 * minuteMs)
    await expect.poll(() => statusOf(order), poll).toBe('refunding')
    await expect.poll(async () => (await desk.cashier.ask('payCashOut', at(order))).ok, poll).toBe(true)
    await expect.poll(() => statusOf(order), poll).toBe('refunded')
    expect(await payOut(order)).toMatchObject({ paidOutFen: 0 })
    expect(await desk.books(order)).toMatchObject({
      journal: { state: 'REFUNDED', accepted: { cash: aPartFen }, refundedFen: aPartFen },
      cloud: undefined,
      provider: nothing,
      drawer: { inFen: aPartFen, outFen: aPartFen },
    })
  })
})

describe('a part that is paid twice', () => {
  test('by QR is kept once: the second QR counts, and what still comes by the first goes back', async () => {
    const order = await desk.begin('ticket')
    const first = await desk.pay(order, qrAndCash)
    // The provider gives the first QR up by itself; the guest is shown another.
    const provider = openLedger(join(desk.house.dataDir, 'sandbox-payments.sqlite'))
    const trade = provider.tradeByToken(first.payment?.qr?.split('/').at(-1) ?? '')
    if (trade === undefined) throw new Error('no trade')
    provider.updateTrade({ ...trade, state: 'CLOSED' })
    provider.close()
    const partsOf = async () =>
      (await desk.guest.get('getOrder', at(order))).parts?.map(({ status }) => status)
    await expect.poll(partsOf, poll).toContain('closed')
    const second = await desk.pay(order, qrAndCash)
    expect(second.payment?.qr).not.toBe(first.payment?.qr)

    await desk.guest.onThePhone(second, 'pay')
    expect(await desk.guest.onThePhone(first, 'pay-late')).toBe(303)
    await desk.takeCash(order, aPartFen)
    await desk.guest.watch(order, 'ticketed')
    const qrFen = order.quote.totalFen - aPartFen
    const twice = { inFen: 2 * qrFen, outFen: qrFen }
    await expect.poll(async () => (await desk.books(order)).provider, poll).toEqual(twice)
    expect(await desk.books(order)).toMatchObject({
      journal: { accepted: { sandbox: qrFen, cash: aPartFen }, refundedFen: qrFen },
      cloud: { status: 'ticket_success', fen: order.quote.totalFen },
      drawer: { inFen: aPartFen, outFen: 0 },
    })
  })

  test('in cash is taken once: whoever comes second is told so', async () => {
    const order = await desk.begin('goods')
    await desk.pay(order, [{ by: 'cash' }])
    const colleague = await createStaffMember(desk.house.url, 'manager')
    const { totalFen } = order.quote
    const takes = await Promise.all(
      [desk.cashier, colleague].map(who =>
        who.ask('takeCash', { ...at(order), body: { receivedFen: totalFen } }),
      ),
    )
    expect(takes.map(({ status }) => status).sort()).toEqual([200, 409])
    await desk.guest.watch(order, 'ticketed')
    expect((await desk.books(order)).drawer).toEqual({ inFen: totalFen, outFen: 0 })
  })
})

describe('a card that the cloud refuses inside the confirm', () => {
  test('for what others have spent of it meanwhile makes no tickets, and the QR part goes back', async () => {
    const partsFen: PaymentPart[] = [{ by: 'card', amountFen: 2000 }, { by: 'qr' }]
    const balanceFen = await desk.balanceOf(silverCard)
    const orders = []
    // 35.50 yuan pay 20 of either, and not of both.
    for (const kind of ['goods', 'mixed'] as const)
      orders.push(await desk.withCard(await desk.begin(kind), silverCard))
    const [quick, slow] = orders
    if (quick === undefined || slow === undefined) throw new Error('two orders')
    const opened = [await desk.pay(quick, partsFen), await desk.pay(slow, partsFen)]
    for (const [at, order] of [quick, slow].entries()) {
      await desk.guest.onThePhone(opened[at] ?? order, 'pay')
      await desk.guest.watch(order, 'ticketed', 'refunded')
    }
    const qrFen = slow.quote.totalFen - 2000
    expect(await desk.guest.get('getOrder', at(slow))).toMatchObject({
      status: 'refunded',
      reason: 'cinema-refused',
    })
    expect(await desk.books(slow)).toMatchObject({
      journal: { state: 'REFUNDED', accepted: { sandbox: qrFen }, refundedFen: qrFen },
      cloud: undefined,
      provider: { inFen: qrFen, outFen: qrFen },
    })
    expect((await desk.books(quick)).cloud).toMatchObject({ status: 'goods_success' })
    expect(balanceFen - (await desk.balanceOf(silverCard))).toBe(2000)
  })

  test.each([
    ['for its password', 'CARD_PASSWORD_ERROR', cardAndQr],
    ['for its state', 'CARD_NOT_USE_ERROR', undefined],
  ])('%s makes no tickets and takes nothing off it', async (_why, code, parts) => {
    const order = await desk.withCard(await desk.begin('ticket'), goldCard)
    const balanceFen = await desk.balanceOf(goldCard)
    const api = parts === undefined ? 'order.confirmOrder' : 'order.confirmOrderForMultiPay'
    await desk.house.control('faults', { kind: 'refuse', api, code, times: 1 })
    const open = await desk.pay(order, parts)
    if (parts !== undefined) await desk.guest.onThePhone(open, 'pay')
    await desk.guest.watch(order, 'refunded')
    const qrFen = parts === undefined ? 0 : order.quote.totalFen - aPartFen
    expect(await desk.books(order)).toMatchObject({
      journal: { state: 'REFUNDED', refundedFen: qrFen },
      cloud: undefined,
      provider: { inFen: qrFen, outFen: qrFen },
    })
    expect(await desk.balanceOf(goldCard)).toBe(balanceFen)
  })
})

describe('tickets that are given back', () => {
  test.each([
    ['QR and cash', undefined, qrAndCash],
    ['a member card and QR', goldCard, cardAndQr],
  ])('bring each part back where it came from: %s', async (_name, card, parts) => {
    const begun = await desk.begin('mixed')
    const balanceFen = await desk.balanceOf(goldCard)
    const order = card === undefined ? begun : await desk.withCard(begun, card)
    const open = await desk.pay(order, parts)
    await desk.guest.onThePhone(open, 'pay')
    if (card === undefined) await desk.takeCash(order, aPartFen)
    await desk.guest.watch(order, 'ticketed')

    await desk.guest.get('returnTickets', at(order))
    if (card === undefined)
      await expect.poll(async () => (await desk.cashier.ask('payCashOut', at(order))).ok, poll).toBe(true)
    await expect.poll(inTime(order), poll).toBe('returned')
    const qrFen = order.quote.totalFen - aPartFen
    const cashFen = card === undefined ? aPartFen : 0
    expect(await desk.books(order)).toMatchObject({
      journal: { state: 'RETURNED', refundedFen: qrFen + cashFen },
      cloud: { status: 'refund_success' },
      provider: { inFen: qrFen, outFen: qrFen },
      drawer: { inFen: cashFen, outFen: cashFen },
    })
    await expect.poll(() => desk.balanceOf(goldCard), poll).toBe(balanceFen)
  })
})

describe('what is refused', () => {
  test('is another basket or card while somebody can pay, and after', async () => {
    const order = await desk.begin('mixed')
    const open = await desk.pay(order)
    const changes = () =>
      Promise.all([
        desk.guest.ask('changeBasket', { ...at(order), body: { goods: [] } }),
        desk.guest.ask('presentCard', { ...at(order), body: goldCard }),
        desk.guest.ask('presentCard', { ...at(order), body: { kind: 'none' } }),
      ])
    const [basket, card] = await changes()
    for (const answer of [basket, card])
      expect(answer).toMatchObject({ status: 409, error: { code: 'payment-open' } })
    await desk.guest.onThePhone(open, 'pay')
    const sold = await desk.guest.watch(order, 'ticketed')
    for (const answer of (await changes()).slice(0, 2))
      expect(answer).toMatchObject({ status: 409, error: { code: 'order-already-paid' } })
    expect(sold.quote).toEqual(order.quote)
  })

  test.each([
    ['unknown', [{ goodsId: '9999', count: 1 }], 409, 'goods-not-available'],
    ['off sale', [{ goodsId: '1799', count: 1 }], 409, 'goods-not-available'],
    ['more than the cinema sells of one', [{ goodsId: '1728', count: 11 }], 400, 'too-many-goods'],
    ['a price of one’s own', [{ ...popcorn, unitFen: 1 }], 400, 'invalid-request'],
  ])('are goods: %s', async (_what, goods, status, code) => {
    const order = await desk.begin('mixed')
    const refusals = [
      await desk.guest.ask('changeBasket', { ...at(order), body: { goods } }),
      await desk.guest.ask('createGoodsOrder', { body: { intentId: randomUUID(), cinemaId, goods } }),
    ]
    for (const refusal of refusals) expect(refusal).toMatchObject({ status, error: { code } })
    expect((await desk.guest.get('getOrder', at(order))).quote).toEqual(order.quote)
    await desk.guest.get('cancelOrder', at(order))
  })

  test('is cash that is too little, is not asked for, or that a guest would take', async () => {
    const order = await desk.begin('goods')
    const take = (receivedFen: number) =>
      desk.cashier.ask('takeCash', { ...at(order), body: { receivedFen } })
    expect(await take(order.quote.totalFen)).toMatchObject({ status: 409, error: { code: 'cash-not-due' } })
    const body = { quoteHash: order.quote.hash, refundRuleAgreed: true, parts: [{ by: 'cash' }] }
    const alone = await desk.guest.ask('createPayment', { ...at(order), body })
    expect(alone).toMatchObject({ status: 400, error: { code: 'invalid-request', field: 'parts.0.by' } })

    await desk.pay(order, [{ by: 'cash' }])
    const short = await take(order.quote.totalFen - 1)
    expect(short).toMatchObject({ status: 400, error: { code: 'invalid-request', field: 'receivedFen' } })
    expect((await desk.books(order)).drawer).toEqual(nothing)
    expect(await take(order.quote.totalFen)).toMatchObject({ ok: true, value: { changeFen: 0 } })
    await desk.guest.watch(order, 'ticketed')
  })
})
