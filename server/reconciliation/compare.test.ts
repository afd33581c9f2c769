import { describe, expect, test } from 'vitest'
import { OrderId } from '#contract/ids.ts'
import type { OrderRecord } from '../journal/record.ts'
import {
  accepted,
  anOrder,
  aPayment,
  aRefund,
  confirming,
  minutes,
  t0,
  ticketEvidence,
} from '../ordering/test-support/record.ts'
import type { BillRow } from '../payment/provider.ts'
import { compare } from './compare.ts'
import type { CloudView, Ledgers } from './ledgers.ts'

const day = '2026-07-28'
const total = 9600
const at = t0
const tickets: CloudView = { is: 'tickets', seats: [' 5 5', ' 5 6'], ticketsFen: total }
const none: CloudView = { is: 'none' }
const paid = (outTradeNo = 'F1', amountFen = total): BillRow => ({
  kind: 'payment',
  outTradeNo,
  outRefundNo: undefined,
  amountFen,
  at,
})
const back = (outRefundNo: string | undefined = 'F1R1', amountFen = total, outTradeNo = 'F1'): BillRow => ({
  kind: 'refund',
  outTradeNo,
  outRefundNo,
  amountFen,
  at,
})

const { pickupCode, bookingNo } = ticketEvidence
const rest = { nextRunAt: undefined } as const
const ticketed = confirming(
  {},
  { ...rest, state: 'TICKETED', decision: { kind: 'TICKET', at: t0, pickupCode, bookingNo } },
)
const success = aRefund({ state: 'SUCCESS', lastAt: t0 + minutes(1) })
const refunded = confirming(
  {},
  { ...rest, state: 'REFUNDED', decision: { kind: 'REFUND', at: t0 }, refunds: [success] },
)
const refunding = { ...refunded, state: 'REFUNDING', refunds: [aRefund({ state: 'PROCESSING' })] } as const
const unpaid = anOrder({ ...rest, state: 'RELEASED', payments: [aPayment({ state: { kind: 'closed' } })] })
const yesterday = (order: OrderRecord): OrderRecord => ({
  ...order,
  payments: order.payments.map(payment =>
    payment.state.kind === 'paid'
      ? { ...payment, state: { ...payment.state, paidAt: t0 - minutes(24 * 60) } }
      : payment,
  ),
})

interface Case {
  orders?: readonly OrderRecord[]
  /** undefined: the bill could not be read. */
  bill?: readonly BillRow[] | undefined
  cloud?: CloudView | undefined
  now?: number
  found: string[]
}

const cases: [string, Case][] = [
  ['tickets, paid', { orders: [ticketed], bill: [paid()], cloud: tickets, found: [] }],
  ['tickets, paid the day before', { orders: [yesterday(ticketed)], bill: [], cloud: tickets, found: [] }],
  ['no tickets, paid back', { orders: [refunded], bill: [paid(), back()], cloud: none, found: [] }],
  ['no tickets, being paid back', { orders: [refunding], bill: [paid()], cloud: none, found: [] }],
  ['nothing paid, nothing sold', { orders: [unpaid], bill: [], cloud: none, found: [] }],
  [
    'tickets being issued',
    { orders: [confirming()], bill: [paid()], cloud: none, now: t0 + minutes(10), found: [] },
  ],
  [
    'tickets being issued for three hours',
    {
      orders: [confirming()],
      bill: [paid()],
      cloud: none,
      now: t0 + minutes(181),
      found: ['paid-nothing 9600/0'],
    },
  ],
  [
    'an order that says tickets where the cinema has none',
    { orders: [ticketed], bill: [paid()], cloud: none, found: ['paid-nothing 9600/0'] },
  ],
  [
    'money that the journal took for closed',
    { orders: [unpaid], bill: [paid()], cloud: none, found: ['paid-nothing 9600/0'] },
  ],
  [
    'a refund that went back only in part',
    {
      orders: [{ ...refunded, refunds: [{ ...success, amountFen: 9000 }] }],
      bill: [paid(), back('F1R1', 9000)],
      cloud: none,
      found: ['paid-nothing 600/0'],
    },
  ],
  [
    'tickets, and the journal paid back',
    { orders: [refunded], bill: [paid(), back()], cloud: tickets, found: ['ticket-and-refund 0/9600'] },
  ],
  [
    'tickets, and the money is about to go back',
    { orders: [refunding], bill: [paid()], cloud: tickets, found: ['ticket-and-refund 9600/9600'] },
  ],
  [
    'tickets, and a returned order',
    {
      orders: [{ ...ticketed, state: 'RETURNED', giveBack: { kind: 'done', at: t0 }, refunds: [success] }],
      bill: [paid(), back()],
      cloud: tickets,
      found: ['ticket-and-refund 0/9600'],
    },
  ],
  [
    'tickets, paid back by hand without a number',
    {
      orders: [ticketed],
      bill: [paid(), { ...back(), outRefundNo: undefined }],
      cloud: tickets,
      found: ['refund-without-order 9600/', 'ticket-and-refund 0/9600'],
    },
  ],
  [
    'tickets without any payment',
    {
      orders: [{ ...ticketed, payments: [] }],
      bill: [],
      cloud: tickets,
      found: ['ticket-without-revenue 0/9600'],
    },
  ],
  [
    'tickets whose payment the bill lacks',
    { orders: [ticketed], bill: [], cloud: tickets, found: ['ticket-without-revenue 0/9600'] },
  ],
  [
    'tickets that cost nothing',
    {
      orders: [
        { ...ticketed, payments: [], quote: { ...ticketed.quote, ticketsFen: 0, feesFen: 0, totalFen: 0 } },
      ],
      bill: [],
      cloud: { ...tickets, ticketsFen: 0 },
      found: [],
    },
  ],
  [
    'tickets, paid twice',
    {
      orders: [
        { ...ticketed, payments: [aPayment({ outTradeNo: 'F0', state: { kind: 'closed' } }), accepted] },
      ],
      bill: [paid(), paid('F0')],
      cloud: tickets,
      found: ['overpaid 19200/9600'],
    },
  ],
  [
    'tickets, paid twice and one of them going back',
    {
      orders: [
        {
          ...ticketed,
          payments: [accepted, { ...accepted, outTradeNo: 'F2', role: 'DUPLICATE' }],
          refunds: [aRefund({ outTradeNo: 'F2', outRefundNo: 'F2R1', state: 'SENT' })],
        },
      ],
      bill: [paid(), paid('F2')],
      cloud: tickets,
      found: [],
    },
  ],
  [
    'another amount in the bill than in the journal',
    {
      orders: [ticketed],
      bill: [paid('F1', 9500)],
      cloud: tickets,
      found: ['amount-differs 9500/9600', 'amount-differs 9500/9600'],
    },
  ],
  [
    'another refund in the bill than in the journal',
    {
      orders: [refunded],
      bill: [paid(), back('F1R1', 9500)],
      cloud: none,
      found: ['amount-differs 9500/9600', 'paid-nothing 100/0'],
    },
  ],
  [
    'another price at the cinema',
    {
      orders: [ticketed],
      bill: [paid()],
      cloud: { ...tickets, ticketsFen: 9000 },
      found: ['amount-differs 9000/9600'],
    },
  ],
  [
    'more tickets than seats',
    {
      orders: [ticketed],
      bill: [paid()],
      cloud: { ...tickets, seats: [' 5 5', ' 5 6', ' 5 7'] },
      found: ['two-tickets /'],
    },
  ],
  ['a payment of nobody', { bill: [paid('X1', 100)], found: ['payment-without-order 100/'] }],
  ['a refund of nobody', { bill: [back('X1R1', 100, 'X1')], found: ['refund-without-order 100/'] }],
  [
    'a payment that the bill lacks, without tickets',
    { orders: [refunded], bill: [back()], cloud: none, found: ['payment-not-billed /9600'] },
  ],
  [
    'a refund that the bill lacks',
    { orders: [refunded], bill: [paid()], cloud: none, found: ['refund-not-billed /9600'] },
  ],
  [
    'a refund that ended on another day',
    {
      orders: [{ ...refunded, refunds: [{ ...success, lastAt: t0 + minutes(24 * 60) }] }],
      bill: [paid()],
      cloud: none,
      found: [],
    },
  ],
  ['no bill that could be read', { orders: [ticketed], bill: undefined, cloud: tickets, found: [] }],
  [
    'no bill, and tickets beside a refund',
    { orders: [refunded], bill: undefined, cloud: tickets, found: ['ticket-and-refund 0/9600'] },
  ],
  ['no answer of the cloud', { orders: [ticketed], bill: [paid()], cloud: undefined, found: [] }],
]

function ledgersOf({ orders = [], cloud, now = t0 + minutes(24 * 60), ...rest }: Case): Ledgers {
  return {
    day,
    now,
    orders,
    bills: new Map(rest.bill === undefined ? [] : [['sandbox', rest.bill]]),
    cards: new Map(),
    cloud: new Map(cloud === undefined ? [] : orders.map(order => [order.id, cloud])),
  }
}

describe('comparing', () => {
  test.each(cases)('%s', (_, one) => {
    const findings = compare(ledgersOf(one))
    const said = findings.map(
      ({ kind, foundFen, expectedFen }) => `${kind} ${foundFen ?? ''}/${expectedFen ?? ''}`,
    )
    expect(said.sort()).toEqual(one.found)
  })

  test('tells one seat with two tickets, but not one place in two sections or shows', () => {
    const other = { ...ticketed, id: OrderId.parse('p'.repeat(22)), payments: [] }
    const found = (order: OrderRecord, seats: string[]) => {
      const cloud = new Map([
        [ticketed.id, tickets],
        [order.id, { ...tickets, seats }],
      ])
      return compare({ day, now: t0, orders: [ticketed, order], bills: new Map(), cloud, cards: new Map() })
        .filter(({ kind }) => kind === 'two-tickets')
        .map(({ orderId }) => orderId)
    }
    expect(found(other, [' 5 6', ' 5 7'])).toEqual([other.id])
    expect(found(other, ['VIP 5 5', 'VIP 5 6'])).toEqual([])
    expect(found({ ...other, ref: { ...other.ref, scheduleId: 'other' } }, [' 5 5'])).toEqual([])
  })
})
