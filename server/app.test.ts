import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hall, SeatType } from '#contract/hall.ts'
import type { Order } from '#contract/order.ts'
import { ofSeats } from './test-support/guest.ts'
import { startHouse } from './test-support/start-house.ts'

let house: Awaited<ReturnType<typeof startHouse>>
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

async function held(seats = 2): Promise<Order> {
  const { hall } = await house.guest.findShow()
  const answer = await house.guest.hold(hall.showId, await house.guest.freeSeats(hall, seats))
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

async function paying(order: Order): Promise<Order> {
  const answer = await house.guest.pay(order)
  if (!answer.ok) throw new Error(answer.error.code)
  return ofSeats(answer.value)
}

describe('a sale', () => {
  it('goes from seats to a ticket that pickup finds by QR and by code', async () => {
    const { guest } = house
    const order = await held(2)
    expect(order).toMatchObject({ status: 'held', quote: { lines: [{}, {}] } })
    const open = await paying(order)
    expect(open).toMatchObject({
      status: 'paying',
      payment: { status: 'open', amountFen: order.quote.totalFen },
    })
    expect(await guest.onThePhone(open, 'pay')).toBe(303)
    const done = await guest.watch(order, 'ticketed')
    expect(done).toMatchObject({ phoneMasked: '139****1111', pickup: { pin: '1111' } })

    const pickup = done.pickup
    const byToken = await guest.get('findPickup', { body: { by: 'token', token: pickup?.token } })
    const byCode = await guest.get('findPickup', {
      body: { by: 'code', code: pickup?.code, pin: pickup?.pin },
    })
    expect(byCode).toEqual(byToken)
    expect(byToken).toMatchObject({ code: pickup?.code, printState: 'not-printed', show: order.show })
    expect(
      byToken.tickets.map(({ row, column, ticketFen, feeFen }) => ({ row, column, ticketFen, feeFen })),
    ).toEqual(
      order.quote.lines.map(({ row, column, ticketFen, feeFen }) => ({ row, column, ticketFen, feeFen })),
    )
  })

  it('still finds the ticket when the cloud is away, without its print state', async () => {
    const { guest } = house
    const open = await paying(await held(1))
    await guest.onThePhone(open, 'pay')
    const { pickup } = await guest.watch(open, 'ticketed')
    await house.control('faults', { kind: 'lose-request', api: 'order.getTicketInfo', times: 1 })
    const body = { by: 'token', token: pickup?.token }
    expect((await guest.get('findPickup', { body })).printState).toBe('unknown')
    expect((await guest.get('findPickup', { body })).printState).toBe('not-printed')
  })

  it('can be given back, and the money follows', async () => {
    const { guest } = house
    // A cinema that takes tickets back until an hour before the show.
    const later = Date.parse((await guest.get('getStatus')).now) + 6 * 3_600_000
    const { hall } = await guest.findShow(
      (_, show) => show.id.startsWith('681~') && Date.parse(show.startsAt) > later,
    )
    const order = await guest.hold(hall.showId, await guest.freeSeats(hall, 2))
    if (!order.ok) throw new Error(order.error.code)
    const open = await paying(order.value)
    await guest.onThePhone(open, 'pay')
    const { pickup } = await guest.watch(open, 'ticketed')
    const params = { orderId: open.id }
    expect((await guest.get('returnTickets', { params })).pickup).toBeUndefined()
    const done = await guest.watch(open, 'returned')
    expect(done.payment).toMatchObject({ status: 'refunded', amountFen: open.quote.totalFen })
    const body = { by: 'code', code: pickup?.code, pin: pickup?.pin }
    expect(await guest.ask('findPickup', { body })).toMatchObject({ error: { code: 'pickup-not-found' } })
    expect((await guest.get('returnTickets', { params })).status).toBe('returned')
  })

  it('cannot be given back before it has tickets', async () => {
    const order = await held(1)
    expect(await house.guest.ask('returnTickets', { params: { orderId: order.id } })).toMatchObject({
      status: 409,
      error: { code: 'return-not-allowed' },
    })
  })

  it('can be paid after it was declined', async () => {
    const { guest } = house
    const open = await paying(await held(1))
    await guest.onThePhone(open, 'decline')
    await expect
      .poll(async () => (await guest.get('getOrder', { params: { orderId: open.id } })).payment?.status)
      .toBe('declined')
    const again = await paying(open)
    expect(again.payment?.qr).toBe(open.payment?.qr)
    await guest.onThePhone(again, 'pay')
    expect((await guest.watch(again, 'ticketed')).quote).toEqual(open.quote)
  })

  it('needs no phone number at a kiosk: the ticket then has digits of its own', async () => {
    const { guest } = house
    const order = await held(1)
    const open = await guest.pay(order, { mobile: undefined })
    if (!open.ok) throw new Error(open.error.code)
    await guest.onThePhone(open.value, 'pay')
    const done = await guest.watch(order, 'ticketed')
    expect(done.phoneMasked).toBeUndefined()
    const { code, pin } = { code: '', pin: '', ...done.pickup }
    expect(pin).toMatch(/^\d{4}$/)
    expect(await guest.ask('findPickup', { body: { by: 'code', code, pin } })).toMatchObject({ ok: true })
  })

  it('begins once, however often the guest taps', async () => {
    const { hall } = await house.guest.findShow()
    const seatIds = await house.guest.freeSeats(hall, 2)
    const body = { intentId: randomUUID(), showId: hall.showId, seatIds }
    const taps = await Promise.all(Array.from({ length: 20 }, () => house.guest.ask('createHold', { body })))
    expect(new Set(taps.map(tap => (tap.ok ? tap.value.id : tap.error.code))).size).toBe(1)
    expect(taps[0]).toMatchObject({ ok: true })
    const other = await house.guest.ask('createHold', { body: { ...body, seatIds: seatIds.slice(0, 1) } })
    expect(other).toMatchObject({ status: 409, error: { code: 'intent-reused' } })
  })

  it('can be taken back step by step without losing its way', async () => {
    const { guest } = house
    const first = await held(1)
    const { hall } = await guest.findShow()
    const [seat] = (await guest.freeSeats(hall, 1)).slice(0, 1)
    const second = await guest.hold(first.show.id, [seat ?? ''], { replaces: first.id })
    expect(second).toMatchObject({ ok: true, value: { status: 'held' } })
    expect((await guest.get('getOrder', { params: { orderId: first.id } })).status).toBe('released')
    if (!second.ok) return
    const cancelled = await guest.get('cancelOrder', { params: { orderId: second.value.id } })
    expect(cancelled).toMatchObject({ status: 'released', reason: 'cancelled' })
  })

  it('names the seats that somebody else has bought meanwhile', async () => {
    const { hall } = await house.guest.findShow()
    const [gone = '', free = ''] = await house.guest.freeSeats(hall, 2)
    await house.control('sell', { scheduleId: hall.showId.split('~')[1], seatIds: [gone] })
    const answer = await house.guest.hold(hall.showId, [gone, free])
    expect(answer).toMatchObject({ status: 409, error: { code: 'seats-taken', seatIds: [gone] } })
  })
})

describe('the counter', () => {
  it('shows what each cinema sells, and says which are not ours', async () => {
    const { guest } = house
    const { cinemas } = await guest.get('listCinemas')
    const menus = await Promise.all(
      cinemas.map(({ id }) => guest.get('listGoods', { params: { cinemaId: id } })),
    )
    expect(menus.map(({ cinemaId }) => cinemaId)).toEqual(cinemas.map(({ id }) => id))
    // Not every cinema sells more than tickets through us.
    expect(new Set(menus.map(({ goods }) => goods.length > 0))).toEqual(new Set([true, false]))
    const nowhere = await guest.ask('listGoods', { params: { cinemaId: 'no-such' } })
    expect(nowhere).toMatchObject({ status: 404, error: { code: 'not-found', field: 'cinemaId' } })
  })
})

describe('what a payment has to bring', () => {
  it.each([
    ['another quote', { quoteHash: 'A'.repeat(43) }, 409, 'quote-changed'],
    ['a refund rule not agreed to', { refundRuleAgreed: false }, 400, 'invalid-request'],
    ['an amount of its own', { amountFen: 1 }, 400, 'invalid-request'],
    ['a phone number in full-width digits', { mobile: '１３９００００１１１１' }, 400, 'invalid-request'],
    ['a phone number with a line break', { mobile: '13900001111\n' }, 400, 'invalid-request'],
  ])('not %s', async (_, more, status, code) => {
    const order = await held(1)
    expect(await house.guest.pay(order, more)).toMatchObject({ status, error: { code } })
    expect((await house.guest.get('getOrder', { params: { orderId: order.id } })).payment).toBeUndefined()
  })

  it('an order of ours: an unknown one and one of another handle look the same', async () => {
    const order = await held(1)
    const wrong = `${order.id.slice(0, -2)}${order.id.endsWith('AA') ? 'BB' : 'AA'}`
    const answers = await Promise.all(
      [wrong, 'AAAAAAAAAAAAAAAAAAAAAA'].map(orderId => house.guest.ask('getOrder', { params: { orderId } })),
    )
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 404, error: { code: 'order-not-found' } })
    expect(JSON.stringify(answers[0])).toBe(JSON.stringify(answers[1]))
  })
})

describe('seats that cannot be held', () => {
  const indexOf = (hall: Hall, type: SeatType) => hall.seats.type.indexOf(type)
  const seat = (hall: Hall, index: number | undefined) => hall.seats.id[index ?? -1] ?? ''
  type Case = [string, (hall: Hall) => boolean, (hall: Hall) => string[], number, string]
  const anywhere = () => true

  it.each<Case>([
    [
      'half a couple seat',
      hall => indexOf(hall, 'L') >= 0,
      hall => [seat(hall, indexOf(hall, 'L'))],
      400,
      'couple-seat-split',
    ],
    [
      'a damaged seat',
      hall => hall.seats.damaged.length > 0,
      hall => [seat(hall, hall.seats.damaged[0])],
      400,
      'seat-not-for-sale',
    ],
    [
      'a seat held back',
      hall => indexOf(hall, 'H') >= 0,
      hall => [seat(hall, indexOf(hall, 'H'))],
      400,
      'seat-not-for-sale',
    ],
    ['a seat twice', anywhere, hall => [seat(hall, 0), seat(hall, 0)], 400, 'invalid-request'],
    ['seven seats', anywhere, hall => hall.seats.id.slice(0, 7), 400, 'too-many-seats'],
    ['a seat of another hall', anywhere, () => ['9999999999999999-Z-99'], 400, 'invalid-request'],
    ['a seat named __proto__', anywhere, () => ['__proto__'], 400, 'invalid-request'],
    [
      'a seat with SQL in its name',
      anywhere,
      () => ["' or 1=1; drop table orders --"],
      400,
      'invalid-request',
    ],
    ['a seat of lone surrogates and NUL', anywhere, () => ['\ud800\u0000'], 400, 'invalid-request'],
  ])('%s', async (_, suits, choose, status, code) => {
    const { hall } = await house.guest.findShow(suits)
    expect(await house.guest.hold(hall.showId, choose(hall))).toMatchObject({ status, error: { code } })
  })

  it('seats of a show whose sale has ended, or of no show at all', async () => {
    const cinemaId = (await house.guest.get('getStatus')).kioskCinemaId ?? ''
    const { shows } = await house.guest.get('getProgramme', {
      params: { cinemaId },
      query: { date: '2026-11-23' },
    })
    const ended = shows.find(show => show.sale === 'sales-ended')
    if (ended === undefined) throw new Error('at noon some show of the morning has ended its sale')
    const hall = await house.guest.get('getHall', { params: { showId: ended.id } })
    expect(await house.guest.hold(ended.id, hall.seats.id.slice(0, 1))).toMatchObject({
      status: 409,
      error: { code: 'sales-ended' },
    })
    for (const showId of ['681~nothing', 'nothing', `${cinemaId}~0`]) {
      expect(
        await house.guest.ask('createHold', { body: { intentId: randomUUID(), showId, seatIds: ['a'] } }),
      ).toMatchObject({
        status: 404,
        error: { code: 'show-not-found' },
      })
    }
  })
})

describe('the log', () => {
  it('has no phone number, no pickup code, no handle and no secret', async () => {
    const { guest } = house
    const open = await paying(await held(1))
    await guest.onThePhone(open, 'pay')
    const { pickup } = await guest.watch(open, 'ticketed')
    await guest.ask('findPickup', { body: { by: 'code', code: pickup?.code, pin: '0000' } })
    await house.control('faults', { kind: 'lose-request', api: 'seat.lockSeats', times: 1 })
    await held(1).catch(() => undefined)
    const log = house.log.join('')
    expect(log).toContain('/api/orders/:orderId/payments')
    for (const secret of [
      '13900001111',
      open.id,
      pickup?.code,
      pickup?.token,
      'sandbox-secret',
      'sign=',
      '127.0.0.1"',
    ]) {
      expect(log).not.toContain(secret)
    }
  })
})
