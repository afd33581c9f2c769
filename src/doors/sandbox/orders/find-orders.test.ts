import { expect, test } from 'vitest'
import type { SandboxOrder } from '#contract/sandbox-control.ts'
import { findOrders, totalFen } from './find-orders.ts'

const order = (orderId: string, more: Partial<SandboxOrder> = {}): SandboxOrder => ({
  orderId,
  kind: 'ticket',
  channelCode: 'FOYER',
  cinemaLinkId: '681',
  status: 'ticket_success',
  mobile: null,
  confirmedAt: 0,
  life: [],
  tickets: [],
  goods: [],
  ...more,
})
const ticket = { ticketNo: 'T900', seatId: 's', ticketFen: 4_500, feeFen: 200, printed: false }
const orders = [
  order('A1', { mobile: '13800138000', tickets: [ticket, ticket] }),
  order('B2', { confirmationId: '1234567890123456', scheduleId: '77' }),
  order('C3', {
    kind: 'goods',
    goods: [
      { name: 'Popcorn', count: 2, saleFen: 1_800 },
      { name: 'Cola', count: 1, saleFen: 950 },
    ],
  }),
]

test.each([
  ['', ['C3', 'B2', 'A1']],
  ['b2', ['B2']],
  ['1234 5678 9012 3456', ['B2']],
  ['138001', ['A1']],
  ['t900', ['A1']],
  ['77', ['B2']],
  ['nothing', []],
])('looking for %j', (find, found) => {
  expect(findOrders(orders, find).map(({ orderId }) => orderId)).toEqual(found)
})

test('an order’s total counts each ticket with its fee, and each goods line as often as it was bought', () => {
  expect(orders.map(totalFen)).toEqual([9_400, 0, 4_550])
})
