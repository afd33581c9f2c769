import { calendarDayBounds } from '#contract/time.ts'
import type { OrderRecord, PaymentRecord, RefundRecord } from '../journal/record.ts'
import type { BillRow } from '../payment/provider.ts'
import { judgeCard } from './judge-card.ts'
import { judgeOrder } from './judge-order.ts'
import type { Finding, Ledgers } from './ledgers.ts'

/**
 * Where the ledgers of a day do not say the same. A function of what was read alone; a ledger that is absent is not
 * held against the others.
 */
export function compare(ledgers: Ledgers): Finding[] {
  const rows = [...ledgers.bills.values()].flat()
  return [
    ...ledgers.orders.flatMap(order => judgeOrder(order, ledgers, rows)),
    ...twoTickets(ledgers),
    ...billedWithoutUs(ledgers.orders, rows),
    ...amounts(ledgers.orders, rows),
    ...withoutBill(ledgers),
    ...ledgers.orders.flatMap(order => judgeCard(order, ledgers)),
  ]
}

/** The provider's rows that the journal has nothing of. */
function billedWithoutUs(orders: readonly OrderRecord[], rows: readonly BillRow[]): Finding[] {
  const trades = new Map(orders.flatMap(order => order.payments.map(one => [one.outTradeNo, order.id])))
  const refunds = new Set(orders.flatMap(order => order.refunds.map(one => one.outRefundNo)))
  return rows.flatMap((row): Finding[] => {
    const orderId = trades.get(row.outTradeNo)
    if (row.kind === 'payment')
      return orderId === undefined
        ? [{ kind: 'payment-without-order', subject: row.outTradeNo, foundFen: row.amountFen }]
        : []
    if (row.outRefundNo !== undefined && refunds.has(row.outRefundNo)) return []
    const subject = row.outRefundNo ?? row.outTradeNo
    const found = { kind: 'refund-without-order', subject, foundFen: row.amountFen } as const
    return [orderId === undefined ? found : { ...found, orderId }]
  })
}

/** Rows that both have, with different amounts. */
function amounts(orders: readonly OrderRecord[], rows: readonly BillRow[]): Finding[] {
  const differs = (order: OrderRecord, subject: string, expectedFen: number, foundFen: number) =>
    expectedFen === foundFen
      ? []
      : [{ kind: 'amount-differs', subject, orderId: order.id, expectedFen, foundFen } as const]
  return orders.flatMap(order => [
    ...order.payments.flatMap(({ outTradeNo, state }) =>
      rows.flatMap(row =>
        row.kind === 'payment' && row.outTradeNo === outTradeNo && state.kind === 'paid'
          ? differs(order, outTradeNo, state.paidFen, row.amountFen)
          : [],
      ),
    ),
    ...order.refunds.flatMap(({ outRefundNo, amountFen }) =>
      rows.flatMap(row =>
        row.kind === 'refund' && row.outRefundNo === outRefundNo
          ? differs(order, outRefundNo, amountFen, row.amountFen)
          : [],
      ),
    ),
  ])
}

/** The journal's rows of the day that the provider's bill of the day lacks. */
function withoutBill({ day, orders, bills, cloud }: Ledgers): Finding[] {
  const { from, to } = calendarDayBounds(day)
  const paidToday = ({ state }: PaymentRecord) =>
    state.kind === 'paid' && state.paidAt >= from && state.paidAt < to
  // When the money went back is the provider's affair: it is certain only for what began and ended today.
  const backToday = ({ state, createdAt, lastAt = createdAt }: RefundRecord) =>
    state === 'SUCCESS' && createdAt >= from && lastAt < to

  return orders.flatMap(order =>
    order.payments.flatMap((payment): Finding[] => {
      const bill = bills.get(payment.provider)
      if (bill === undefined) return []
      const has = (kind: BillRow['kind'], no: string) =>
        bill.some(row => row.kind === kind && (kind === 'payment' ? row.outTradeNo : row.outRefundNo) === no)
      const { outTradeNo, state } = payment
      // With good tickets it is told as tickets without revenue.
      const hasTickets = cloud.get(order.id)?.is === 'tickets'
      const lost = paidToday(payment) && !hasTickets && !has('payment', outTradeNo)
      const lostBack = order.refunds.filter(
        refund => refund.outTradeNo === outTradeNo && backToday(refund) && !has('refund', refund.outRefundNo),
      )
      return [
        ...(lost && state.kind === 'paid'
          ? [
              {
                kind: 'payment-not-billed',
                subject: outTradeNo,
                orderId: order.id,
                expectedFen: state.paidFen,
              } as const,
            ]
          : []),
        ...lostBack.map(
          ({ outRefundNo, amountFen }) =>
            ({
              kind: 'refund-not-billed',
              subject: outRefundNo,
              orderId: order.id,
              expectedFen: amountFen,
            }) as const,
        ),
      ]
    }),
  )
}

/** A seat of a show that was sold twice, or an order with more tickets than seats. */
function twoTickets({ orders, cloud }: Ledgers): Finding[] {
  const owners = new Map<string, OrderRecord>()
  return orders.flatMap((order): Finding[] => {
    const view = cloud.get(order.id)
    if (view?.is !== 'tickets') return []
    const { cinemaId } = order.ref
    const scheduleId = 'scheduleId' in order.ref ? order.ref.scheduleId : ''
    const seats = view.seats.map(seat => `${cinemaId} ${scheduleId} ${seat}`)
    const taken = seats.find(seat => owners.has(seat))
    const tooMany = seats.length > order.quote.lines.length
    for (const seat of seats) owners.set(seat, order)
    return taken === undefined && !tooMany
      ? []
      : [{ kind: 'two-tickets', subject: order.id, orderId: order.id }]
  })
}
