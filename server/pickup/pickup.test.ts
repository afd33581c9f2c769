import { describe, expect, it } from 'vitest'
import { OrderId, TicketToken } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { PickupTicket } from '#contract/pickup.ts'
import { Problem } from '#contract/problem.ts'
import { sampleCinema, samplePlan, sampleSeat, sampleShow } from '../catalog/test-support/sample.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import type { CloudTicket } from '../moviecloud/gateway-types.ts'
import { quoteFor } from '../pricing/make-offer.ts'
import { buildHall } from '../seating/build-hall.ts'
import { createPickup } from './pickup.ts'

const token = TicketToken.parse('TTTTTTTTTTTTTTTTTTTTTT')
const hall = buildHall({
  cinema: sampleCinema(),
  show: sampleShow(),
  plan: samplePlan([sampleSeat('A-1'), sampleSeat('A-2')]),
  areas: [],
  maxSeats: 6,
})
const order: Order = {
  id: OrderId.parse('OOOOOOOOOOOOOOOOOOOOOO'),
  kind: 'ticket',
  status: 'ticketed',
  show: {
    id: hall.showId,
    cinemaId: hall.cinemaId,
    cinemaName: '星河影城',
    hallName: '14号厅',
    filmCode: '1',
    filmName: '火星救援',
    language: '英语',
    dimension: '3D',
    startsAt: '2026-11-23T19:30:00+08:00',
    endsAt: '2026-11-23T22:00:00+08:00',
  },
  quote: quoteFor(hall, [0, 1]),
  refund: { kind: 'none' },
  holdExpiresAt: '2026-11-23T19:00:00+08:00',
  pickup: { code: 'AB12CD34', pin: '0000', token },
  now: '2026-11-23T18:00:00+08:00',
}

/** A pickup desk over one ticketed order; the test turns the clock and says what the cloud answers. */
function desk(printed: boolean[] = [false, false]) {
  const tickets = printed.map((isPrinted, index) => ({
    ticketNo: `T${index}`,
    row: 'A',
    column: String(index + 1),
    sectionName: '普通区',
    ticketFen: 9000,
    feeFen: 300,
    printed: isPrinted,
    refunded: false,
  }))
  const state = {
    nowMs: 0,
    answer: done({ printId: 'P', pickupCode: 'AB12CD34', bookingNo: 'B', tickets }) as Outcome<CloudTicket>,
    lookUps: 0,
  }
  const pickup = createPickup({
    clock: { now: () => state.nowMs },
    cloud: { ticket: async () => state.answer },
    ordering: {
      async findTicketed(by) {
        state.lookUps += 1
        const found = 'token' in by ? by.token === token : by.code === 'AB12CD34' && by.pin === '0000'
        return found ? order : undefined
      },
    },
  })
  const byCode = (code: string, pin: string, client = 'kiosk') =>
    pickup.find({ by: 'code', code, pin }, client).catch((error: unknown) => {
      if (error instanceof Problem) return error
      throw error
    })
  return { state, pickup, byCode }
}

describe('a ticket', () => {
  it.each([
    ['not-printed', [false, false]],
    ['partly-printed', [true, false]],
    ['printed', [true, true]],
  ])('is found by its QR and by code and pin: %s', async (printState, printed) => {
    const { pickup, byCode } = desk(printed)
    const ticket = PickupTicket.parse(await pickup.find({ by: 'token', token }, 'kiosk'))
    expect(ticket).toMatchObject({ code: 'AB12CD34', token, printState, show: { filmName: '火星救援' } })
    expect(ticket.tickets.map(({ ticketNo }) => ticketNo)).toEqual(['T0', 'T1'])
    expect(await byCode('AB12CD34', '0000')).toEqual(ticket)
  })

  it('is shown from our own journal when the cinema cannot be asked', async () => {
    const { state, pickup } = desk()
    state.answer = { kind: 'unknown', reason: 'timeout' }
    const ticket = PickupTicket.parse(await pickup.find({ by: 'token', token }, 'kiosk'))
    expect(ticket.printState).toBe('unknown')
    expect(ticket.tickets.map(({ row, column, ticketFen }) => [row, column, ticketFen])).toEqual([
      ['A', '1', 9000],
      ['A', '2', 9000],
    ])
  })
})

describe('guessing', () => {
  it('learns nothing from a wrong code that it would not learn from a wrong pin', async () => {
    const { byCode } = desk()
    expect(await byCode('ZZZZ', '0000')).toEqual(await byCode('AB12CD34', '1111'))
    expect(await byCode('ZZZZ', '0000')).toMatchObject({ code: 'pickup-not-found' })
  })

  it('all pins of one code ends after five, from however many addresses', async () => {
    const { state, byCode } = desk()
    const guesses = Array.from({ length: 50 }, (_, index) =>
      byCode('ab12cd34', String(1000 + index), `ip-${index}`),
    )
    const codes = (await Promise.all(guesses)).map(answer =>
      answer instanceof Problem ? answer.code : 'found',
    )
    expect(codes.filter(code => code === 'pickup-not-found')).toHaveLength(5)
    expect(codes.filter(code => code === 'too-many-attempts')).toHaveLength(45)
    expect(state.lookUps).toBe(5)
    expect(await byCode('AB12CD34', '0000', 'the guest')).toMatchObject({ retryAfterSeconds: 180 })
    state.nowMs = 180_000
    expect(await byCode('AB12CD34', '0000', 'the guest')).toMatchObject({ code: 'AB12CD34' })
  })

  it('many codes from one address ends after ten', async () => {
    const { state, byCode } = desk()
    const guesses = Array.from({ length: 20 }, (_, index) => byCode(`CODE${index}`, '0000'))
    const codes = (await Promise.all(guesses)).map(answer =>
      answer instanceof Problem ? answer.code : 'found',
    )
    expect(codes.filter(code => code === 'too-many-attempts')).toHaveLength(10)
    expect(state.lookUps).toBe(10)
  })

  it('from very many addresses ends after three hundred', async () => {
    const { state, byCode } = desk()
    await Promise.all(
      Array.from({ length: 400 }, (_, index) => byCode(`CODE${index}`, '0000', `ip-${index}`)),
    )
    expect(state.lookUps).toBe(300)
  })

  it('is not what a kiosk does that finds ticket after ticket', async () => {
    const { byCode } = desk()
    for (let guest = 0; guest < 50; guest++)
      expect(await byCode('AB12CD34', '0000')).not.toBeInstanceOf(Problem)
  })
})
