import { describe, expect, test } from 'vitest'
import { compare, type DifferenceKind } from './compare.ts'
import type { CloudOrder, JournalOrder, Ledgers } from './ledgers.ts'

/** Three ledgers that agree: an order with tickets, one paid back, one returned, one that was never paid. */
function agreed() {
  const ticketed = {
    id: 'ticketed',
    state: 'TICKETED',
    lockId: 'L1',
    doubts: [] as string[],
    payments: [{ outTradeNo: 'F1', state: 'paid', paidFen: 9_600 }],
    refunds: [] as JournalOrder['refunds'],
  }
  const refunded = {
    id: 'refunded',
    state: 'REFUNDED',
    lockId: 'L2',
    doubts: [] as string[],
    payments: [{ outTradeNo: 'F2', state: 'paid', paidFen: 4_800 }],
    refunds: [{ outRefundNo: 'F2R1', outTradeNo: 'F2', amountFen: 4_800, state: 'SUCCESS' }],
  }
  const returned = {
    id: 'returned',
    state: 'RETURNED',
    lockId: 'L3',
    doubts: [] as string[],
    payments: [{ outTradeNo: 'F3', state: 'paid', paidFen: 4_800 }],
    refunds: [{ outRefundNo: 'F3R1', outTradeNo: 'F3', amountFen: 4_800, state: 'SUCCESS' }],
  }
  const failed = {
    id: 'failed',
    state: 'FAILED',
    lockId: null,
    doubts: [] as string[],
    payments: [{ outTradeNo: 'F4', state: 'closed', paidFen: 0 }],
    refunds: [] as JournalOrder['refunds'],
  }
  const cloudTicketed: CloudOrder = {
    orderId: 'C1',
    lockId: 'L1',
    scheduleId: '7',
    status: 'ticket_success',
    seats: [
      { seatId: 'A-05', fen: 4_800 },
      { seatId: 'A-06', fen: 4_800 },
    ],
  }
  const cloudReversed: CloudOrder = {
    orderId: 'C2',
    lockId: 'L2',
    scheduleId: '7',
    status: 'reverse_success',
    seats: [{ seatId: 'A-07', fen: 4_800 }],
  }
  const paid = (outTradeNo: string, paidFen: number) => ({ outTradeNo, state: 'paid', paidFen })
  const back = (outTradeNo: string, amountFen: number) => ({
    outRefundNo: `${outTradeNo}R1`,
    outTradeNo,
    amountFen,
    state: 'SUCCESS' as 'SUCCESS' | 'PROCESSING',
  })
  return {
    journal: [ticketed, refunded, returned, failed],
    cloud: [
      cloudTicketed,
      cloudReversed,
      { ...cloudReversed, orderId: 'C3', lockId: 'L3', status: 'refund_success' },
    ],
    provider: {
      trades: [
        paid('F1', 9_600),
        paid('F2', 4_800),
        paid('F3', 4_800),
        { outTradeNo: 'F4', state: 'closed', paidFen: 0 },
      ],
      refunds: [back('F2', 4_800), back('F3', 4_800)],
    },
    visits: [{ orderId: 'ticketed', hasTickets: true }],
    ticketed,
    refunded,
    failed,
    cloudTicketed,
    cloudReversed,
    paid,
    back,
  }
}
type Agreed = ReturnType<typeof agreed>

test('ledgers that agree have no difference', () => {
  expect(compare(agreed())).toEqual([])
})

describe('one ledger is altered, and the difference has its name', () => {
  test.each<
    [what: string, alter: (ledgers: Agreed) => Partial<Ledgers>, kinds: DifferenceKind[], who?: string]
  >([
    [
      'the cloud has reversed a ticket that was paid',
      ({ cloud }) => ({ cloud: cloud.map(one => ({ ...one, status: 'reverse_success' })) }),
      ['paid and nothing', 'ticket shown and void', 'journal differs from cloud'],
      'ticketed',
    ],
    [
      'the cloud has a ticket for money that went back',
      ({ cloud, cloudReversed }) => ({
        cloud: [...cloud.slice(0, 1), { ...cloudReversed, status: 'ticket_success' }],
      }),
      ['ticket and refund', 'journal differs from cloud'],
      'refunded',
    ],
    [
      'the cloud has two orders of one lock',
      ({ cloud, cloudTicketed }) => ({
        cloud: [...cloud, { ...cloudTicketed, orderId: 'C9', seats: [{ seatId: 'B-01', fen: 4_800 }] }],
      }),
      ['two tickets', 'amount differs'],
      'ticketed',
    ],
    [
      'the cloud has sold a seat twice',
      ({ cloud, cloudTicketed, failed, journal, provider, paid }) => ({
        journal: [
          ...journal.filter(order => order !== failed),
          {
            ...failed,
            state: 'TICKETED',
            lockId: 'L4',
            payments: [{ outTradeNo: 'F4', state: 'paid', paidFen: 4_800 }],
          },
        ],
        cloud: [
          ...cloud,
          { ...cloudTicketed, orderId: 'C4', lockId: 'L4', seats: [{ seatId: 'A-05', fen: 4_800 }] },
        ],
        provider: { ...provider, trades: [...provider.trades.slice(0, 3), paid('F4', 4_800)] },
      }),
      ['two tickets'],
    ],
    [
      'a ticket costs a fen more at the cloud',
      ({ cloud, cloudTicketed }) => ({
        cloud: [{ ...cloudTicketed, seats: [{ seatId: 'A-05', fen: 9_601 }] }, ...cloud.slice(1)],
      }),
      ['amount differs'],
      'ticketed',
    ],
    [
      'the provider never got the money',
      ({ provider }) => ({
        provider: { ...provider, trades: provider.trades.filter(one => one.outTradeNo !== 'F1') },
      }),
      ['ticket without revenue', 'journal differs from provider'],
      'ticketed',
    ],
    [
      'the cloud has a ticket that nobody ordered',
      ({ cloud, cloudReversed }) => ({
        cloud: [...cloud, { ...cloudReversed, orderId: 'C9', lockId: 'L9', status: 'ticket_success' }],
      }),
      ['ticket without revenue'],
    ],
    [
      'the provider has paid back a fen less',
      ({ provider, back }) => ({
        provider: { ...provider, refunds: [back('F2', 4_799), ...provider.refunds.slice(1)] },
      }),
      ['paid and nothing', 'journal differs from provider'],
      'refunded',
    ],
    [
      'the provider has paid back twice',
      ({ provider, back }) => ({
        provider: {
          ...provider,
          refunds: [...provider.refunds, { ...back('F2', 4_800), outRefundNo: 'F2R2' }],
        },
      }),
      ['amount differs', 'refund without order'],
    ],
    [
      'the provider has not paid back yet',
      ({ provider, back }) => ({
        provider: {
          ...provider,
          refunds: [{ ...back('F2', 4_800), state: 'PROCESSING' as const }, ...provider.refunds.slice(1)],
        },
      }),
      ['paid and nothing', 'journal differs from provider'],
      'refunded',
    ],
    [
      'the provider took money that nobody asked for',
      ({ provider, paid }) => ({
        provider: { ...provider, trades: [...provider.trades, paid('F9', 1)] },
      }),
      ['payment without order'],
    ],
    [
      'the journal has forgotten an order',
      ({ journal, ticketed }) => ({ journal: journal.filter(order => order !== ticketed) }),
      ['ticket without revenue', 'payment without order'],
    ],
    [
      'the journal says that the money is back and the provider has kept it',
      ({ provider }) => ({ provider: { ...provider, refunds: provider.refunds.slice(1) } }),
      ['paid and nothing', 'journal differs from provider'],
      'refunded',
    ],
    [
      'an order is still under way',
      ({ journal, failed }) => ({
        journal: [...journal.slice(0, 3), { ...failed, state: 'CLOSING' }],
      }),
      ['never settled'],
      'failed',
    ],
    [
      'a payment could still be paid',
      ({ journal, failed }) => ({
        journal: [
          ...journal.slice(0, 3),
          { ...failed, payments: [{ outTradeNo: 'F4', state: 'open', paidFen: 0 }] },
        ],
      }),
      ['never settled'],
      'failed',
    ],
  ])('%s', (_what, alter, kinds, who) => {
    const ledgers = agreed()
    const found = compare({ ...ledgers, ...alter(ledgers) })
    expect(found.map(one => one.kind).sort()).toEqual([...kinds].sort())
    if (who !== undefined) expect(new Set(found.map(one => one.orderId))).toEqual(new Set([who]))
  })
})
