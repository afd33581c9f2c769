import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { priceLabel } from '#contract/money.ts'
import type { AnyOrder } from '#contract/order.ts'
import type { StaffOrder } from '#contract/staff-orders.ts'
import type { Mishap } from '../payment/sandbox/counter.ts'
import { ofSeats } from '../test-support/guest.ts'
import { createStaffMember } from '../test-support/staff-member.ts'
import { startHouse } from '../test-support/start-house.ts'

const hourMs = 3_600_000
const mobile = '13900001111'

let house: Awaited<ReturnType<typeof startHouse>>
let cashier: Awaited<ReturnType<typeof createStaffMember>>
let manager: typeof cashier
async function signIn(): Promise<void> {
  cashier = await createStaffMember(house.url, 'cashier')
  manager = await createStaffMember(house.url, 'manager')
}
beforeAll(async () => {
  house = await startHouse()
  await signIn()
})
afterAll(() => house.close())

/** A sale at a cinema that takes tickets back until an hour before the show. */
async function sell(options: { act?: 'pay' | Mishap } = {}): Promise<AnyOrder> {
  const { guest } = house
  const soonest = house.clock.now() + 2 * hourMs
  const { days } = await guest.get('getProgramme', { params: { cinemaId: '681' } })
  const programmes = await Promise.all(
    days.slice(0, 2).map(date => guest.get('getProgramme', { params: { cinemaId: '681' }, query: { date } })),
  )
  const show = programmes
    .flatMap(({ shows }) => shows)
    .find(({ sale, startsAt }) => sale === 'on-sale' && Date.parse(startsAt) > soonest)
  if (show === undefined) throw new Error('no show')
  const hall = await guest.get('getHall', { params: { showId: show.id } })
  const held = await guest.hold(hall.showId, await guest.freeSeats(hall, 1))
  if (!held.ok) throw new Error(held.error.code)
  const open = await guest.pay(held.value, { mobile })
  if (!open.ok) throw new Error(open.error.code)
  await guest.onThePhone(open.value, options.act ?? 'pay')
  return open.value
}
const ticketed = async (options: Parameters<typeof sell>[0] = {}) =>
  house.guest.watch(await sell(options), 'ticketed')
const at = ({ id }: AnyOrder) => ({ params: { orderId: id } })
const find = async (query: Record<string, string>) =>
  (await cashier.get('listStaffOrders', { query })).orders.map(({ id }) => id)
const detail = (order: AnyOrder) => cashier.get('getStaffOrder', at(order))
const said = ({ history }: StaffOrder) => history.map(({ says }) => says.en)

describe('one order', () => {
  test('is told whole: money, tickets, and a history in plain words of both languages', async () => {
    const order = await ticketed()
    const seen = await detail(order)
    expect(seen).toMatchObject({
      short: order.id.slice(0, 6),
      state: 'TICKETED',
      says: { zh: '已出票', en: 'Tickets issued' },
      totalFen: order.quote.totalFen,
      paidFen: order.quote.totalFen,
      refundedFen: 0,
      hasTickets: true,
      phoneMasked: '139****1111',
      pickupCode: order.pickup?.code,
      payments: [{ provider: 'sandbox', says: { en: 'Paid, and taken for this order' } }],
      may: { return: true, returnBeyondRule: true },
      historyIntact: true,
      doubts: [],
    })
    expect(said(seen)).toEqual(
      expect.arrayContaining([
        `Guest chose 1 seat, ${priceLabel(order.quote.totalFen)}`,
        'The cinema keeps the seats for us.',
        'The cinema has issued the tickets',
        'The cloud has issued tickets for exactly our seats, and nothing can undo them.',
      ]),
    )
    // Every line has words: none is shown as the engine writes it.
    expect(seen.history.filter(({ says }) => says.zh === says.en)).toEqual([])
    expect(JSON.stringify(seen)).not.toContain(mobile)
  })

  test('that nobody has is not found', async () => {
    expect(await cashier.ask('getStaffOrder', { params: { orderId: 'A'.repeat(22) } })).toMatchObject({
      status: 404,
      error: { code: 'order-not-found' },
    })
  })
})

describe('the list', () => {
  test('finds an order by all that a guest may have of it, and shows no pickup code', async () => {
    const order = await ticketed()
    const { payments, show } = await detail(order)
    if (show === undefined) throw new Error('no show')
    const day = show.startsAt.slice(0, 10)
    const code = order.pickup?.code ?? ''
    for (const text of [order.id.slice(0, 6), payments[0]?.outTradeNo ?? '', code])
      expect(await find({ find: text })).toEqual([order.id])
    expect(await find({ find: '1111', cinemaId: show.cinemaId, day })).toContain(order.id)
    expect(await find({ find: '2222', cinemaId: show.cinemaId, day })).toEqual([])
    expect(await find({ find: '1111' })).toEqual([])
    const list = await cashier.get('listStaffOrders', { query: { filter: 'all' } })
    expect(list.orders.map(({ id }) => id)).toContain(order.id)
    expect(JSON.stringify(list)).not.toContain(code)
  })

  test('has orders in doubt with what it means and what to do, until a person has settled them', async () => {
    const order = await house.guest.watch(await sell({ act: 'pay-short' }), 'refunded')
    expect(await find({})).toContain(order.id)
    const seen = await detail(order)
    expect(seen.doubts).toMatchObject([
      {
        code: 'payment-mismatch',
        means: { en: 'Another amount than asked came in; it goes back whole.' },
        remedy: { zh: expect.stringContaining('支付平台') },
      },
    ])

    const params = { orderId: order.id, reason: 'payment-mismatch' }
    const body = { note: '顾客 13912345678 输错金额，已退回' }
    expect(await cashier.ask('settleAttention', { params, body: { note: '' } })).toMatchObject({
      status: 400,
    })
    const settled = await cashier.get('settleAttention', { params, body })
    expect(settled).toMatchObject({ doubts: [], settled: [{ code: 'payment-mismatch', by: '1001' }] })
    expect(settled.history.at(-1)).toMatchObject({ by: '1001', why: '顾客 139****5678 输错金额，已退回' })
    expect(await find({})).not.toContain(order.id)
    expect(await cashier.ask('settleAttention', { params, body })).toMatchObject({ status: 404 })
    const unknown = { ...params, reason: 'dislike' }
    expect(await cashier.ask('settleAttention', { params: unknown, body })).toMatchObject({ status: 400 })
  })

  test('has an order that was paid long ago and is not decided, and says when it is', async () => {
    // The cloud takes every confirm and answers none of it.
    await house.control('faults', { kind: 'lose-request', api: 'order.confirmOrder', times: 1 })
    const order = await sell()
    expect(await find({ filter: 'open' })).toContain(order.id)
    await house.guest.watch(order, 'issuing')
    expect(await find({})).not.toContain(order.id)
    house.clock.forward(17 * 60_000)
    const { orders } = await cashier.get('listStaffOrders', { query: { filter: 'doubt' } })
    const line = orders.find(({ id }) => id === order.id)
    expect(line?.doubts.map(({ code }) => code)).toContain('undecided')
  })
})

describe('staff', () => {
  test('have cloud and provider asked at once, which brings the news that was lost', async () => {
    const order = await sell({ act: 'pay-silent' })
    const seen = await cashier.get('askAboutOrder', at(order))
    expect(seen.paidFen).toBe(order.quote.totalFen)
    expect(seen.history.find(({ says }) => says.en === 'Staff asked cloud and provider')?.by).toBe('1001')
    expect(said(seen).join()).toContain('The provider says: paid')
  })

  test('give tickets back for a guest: the cinema takes them, the money follows, who and why is kept', async () => {
    const order = await ticketed()
    const refused = await cashier.ask('returnForGuest', { ...at(order), body: {} })
    expect(refused).toMatchObject({ status: 400, error: { field: 'why' } })
    await cashier.get('returnForGuest', { ...at(order), body: { why: '顾客买错场次' } })
    await house.guest.watch(order, 'returned')
    const seen = await detail(order)
    expect(seen).toMatchObject({ state: 'RETURNED', refundedFen: order.quote.totalFen, hasTickets: false })
    expect(seen.pickupCode).toBeUndefined()
    expect(seen.refunds).toMatchObject([{ says: { en: 'Back with the guest' } }])
    expect(seen.history).toContainEqual(
      expect.objectContaining({
        by: '1001',
        why: '顾客买错场次',
        says: { zh: '员工为顾客退票', en: 'Staff give the tickets back for the guest' },
      }),
    )
  })

  test('beyond the guest’s rule are let only when they manage, and only as far as the cinema goes along', async () => {
    const order = ofSeats(await ticketed())
    house.clock.forward(Date.parse(order.show.startsAt) - hourMs / 2 - house.clock.now())
    await signIn()
    const ask = (who: typeof cashier, beyondRule: boolean) =>
      who.ask('returnForGuest', { ...at(order), body: { why: '空调故障', beyondRule } })
    expect((await detail(order)).may).toEqual({ return: false, returnBeyondRule: true })
    expect(await ask(cashier, false)).toMatchObject({ status: 409, error: { code: 'return-not-allowed' } })
    expect(await ask(cashier, true)).toMatchObject({ status: 403, error: { code: 'manager-needed' } })
    expect(await ask(manager, true)).toMatchObject({ ok: true })
    // The sandbox's cinema holds to its own time: the tickets stay good, and the money with the cinema.
    await house.guest.watch(order, 'ticketed')
    const seen = await detail(order)
    expect(seen.history).toContainEqual(expect.objectContaining({ by: '9001', why: '空调故障' }))
    expect(said(seen).join()).toContain('The cinema refused the return')
    expect(seen).toMatchObject({ refundedFen: 0, hasTickets: true })
  })

  test('give back nothing that has no tickets', async () => {
    const order = await sell({ act: 'pay-short' })
    const body = { why: '没有票' }
    expect(await manager.ask('returnForGuest', { ...at(order), body })).toMatchObject({ status: 409 })
  })
})

test('no phone number and no pickup code of all that stands in the log', async () => {
  const order = await ticketed()
  await cashier.get('listStaffOrders', { query: { find: order.pickup?.code ?? '' } })
  const log = house.log.join()
  for (const secret of [mobile, '13912345678', order.pickup?.code ?? '']) expect(log).not.toContain(secret)
})
