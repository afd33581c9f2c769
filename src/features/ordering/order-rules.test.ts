import { describe, expect, test } from 'vitest'
import { OrderId, SeatId, ShowId } from '#contract/ids.ts'
import { Order, OrderStatus } from '#contract/order.ts'
import { holdsExactly, holdsSeats, mustNotBeInterrupted, pollEvery } from './order-rules.ts'

const show = ShowId.parse('681~1001')
const orderWith = (status: OrderStatus, more: Partial<Order> = {}): Order => ({
  ...Order.parse({
    id: OrderId.parse('abcdefghijklmnopqrstuv'),
    kind: 'ticket',
    status,
    show: {
      id: show,
      cinemaId: '681',
      cinemaName: '星河影城',
      hallName: '1号厅',
      filmCode: '001',
      filmName: '远山',
      language: '国语',
      dimension: '2D',
      startsAt: '2026-11-23T20:30:00+08:00',
      endsAt: '2026-11-23T22:30:00+08:00',
    },
    quote: {
      lines: ['a', 'b'].map(seatId => ({
        seatId,
        row: '5',
        column: seatId,
        sectionName: '',
        ticketFen: 4000,
        feeFen: 300,
      })),
      ticketsFen: 8000,
      feesFen: 600,
      totalFen: 8600,
      feeKind: 'ticket',
      hash: 'h',
    },
    refund: { kind: 'none' },
    holdExpiresAt: '2026-11-23T19:08:00+08:00',
    now: '2026-11-23T19:00:00+08:00',
  }),
  ...more,
})

const [a, b, c] = [SeatId.parse('a'), SeatId.parse('b'), SeatId.parse('c')]

describe('asking again', () => {
  test.each(['locking', 'paying', 'closing', 'issuing', 'refunding'] as const)('%s: every second', status => {
    expect(pollEvery(orderWith(status))).toBe(1_000)
  })
  test.each(['ticketed', 'refunded', 'failed', 'released'] as const)('%s: never again', status => {
    expect(pollEvery(orderWith(status))).toBe(false)
  })
  test('held: now and then, every second when the hold is about to end', () => {
    expect(pollEvery(orderWith('held'))).toBe(3_000)
    expect(pollEvery(orderWith('held', { now: '2026-11-23T19:07:55+08:00' }))).toBe(1_000)
    expect(pollEvery(orderWith('held', { now: '2026-11-23T19:08:02+08:00' }))).toBe(1_000)
  })

  test('released while its QR was out: a payment may still land and be refunded', () => {
    const payment = {
      status: 'closed',
      provider: 'sandbox',
      amountFen: 8600,
      expiresAt: '2026-11-23T19:08:00+08:00',
    } as const
    expect(pollEvery(orderWith('released', { payment }))).toBe(5_000)
  })
})

test('no state lets the kiosk walk away from money, and none that is over holds it up', () => {
  const kept = OrderStatus.options.filter(status => mustNotBeInterrupted(orderWith(status)))
  expect(kept).toEqual(['paying', 'closing', 'issuing', 'returning', 'refunding'])
  expect(OrderStatus.options.filter(status => holdsSeats(orderWith(status)))).toEqual([
    'locking',
    'held',
    'paying',
    'closing',
  ])
})

describe('continuing with a hold', () => {
  test.each([
    ['the same seats', 'held', show, [b, a], true],
    ['the same seats while the QR is out', 'paying', show, [a, b], true],
    ['fewer seats', 'held', show, [a], false],
    ['other seats', 'held', show, [a, c], false],
    ['another show', 'held', ShowId.parse('681~1002'), [a, b], false],
    ['a hold being given up', 'closing', show, [a, b], false],
    ['a hold that has ended', 'released', show, [a, b], false],
  ] as const)('%s', (_, status, showId, seatIds, expected) => {
    expect(holdsExactly(orderWith(status), showId, seatIds)).toBe(expected)
  })
})
