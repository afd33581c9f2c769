import { calendarDayBounds } from '#contract/time.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { BillRow } from '../payment/provider.ts'
import type { Finding, Ledgers } from './ledgers.ts'

/** Before it, an order that the engine is still at work on is nobody's difference: two hours, and some. */
const settledAfterMs = 3 * 3_600_000

/** One order's money beside its tickets. */
export function judgeOrder(order: OrderRecord, ledgers: Ledgers, rows: readonly BillRow[]): Finding[] {
  const view = ledgers.cloud.get(order.id)
  if (view === undefined) return []
  const { inFen, backFen } = moneyOf(order, ledgers, rows)
  const keptFen = inFen - backFen
  const costFen = collectedFen(order)
  const about = { subject: order.id, orderId: order.id }

  if (view.is === 'none') {
    const open = isRefunding(order) || isFresh(order, ledgers.now)
    return keptFen > 0 && !open ? [{ kind: 'paid-nothing', ...about, expectedFen: 0, foundFen: keptFen }] : []
  }
  const { ticketsFen, feesFen } = order.quote
  const expectedFen = ticketsFen + feesFen
  const cost: Finding[] =
    view.ticketsFen === expectedFen
      ? []
      : [{ kind: 'amount-differs', ...about, expectedFen, foundFen: view.ticketsFen }]
  return [...cost, ...judgeTickets(order, about, { inFen, keptFen, costFen })]
}

function judgeTickets(
  order: OrderRecord,
  about: Pick<Finding, 'subject' | 'orderId'>,
  { inFen, keptFen, costFen }: { inFen: number; keptFen: number; costFen: number },
): Finding[] {
  const amounts = { expectedFen: costFen, foundFen: Math.max(0, keptFen) }
  if (inFen === 0) return costFen === 0 ? [] : [{ kind: 'ticket-without-revenue', ...about, ...amounts }]
  const goesBack = order.decision.kind === 'REFUND' || order.giveBack.kind === 'done'
  if (goesBack || keptFen < Math.min(inFen, costFen))
    return [{ kind: 'ticket-and-refund', ...about, ...amounts }]
  if (keptFen < costFen) return [{ kind: 'amount-differs', ...about, ...amounts }]
  return keptFen > costFen && !isRefunding(order) ? [{ kind: 'overpaid', ...about, ...amounts }] : []
}

/** What providers and cashiers have to collect of the price; a card's share the cloud takes inside the confirm. */
function collectedFen({ shares, quote }: OrderRecord): number {
  const byCard = shares.filter(({ by }) => by === 'card').map(({ amountFen }) => amountFen)
  return quote.totalFen - sum(byCard)
}

/**
 * What came in and what went back. The provider's own row counts where the bill of the day has one; for another day the
 * journal's, whose bill was compared on its own day. A payment that today's bill should have and lacks never came in.
 */
function moneyOf(
  order: OrderRecord,
  { day, bills }: Ledgers,
  rows: readonly BillRow[],
): { inFen: number; backFen: number } {
  const { from, to } = calendarDayBounds(day)
  const trades = new Set(order.payments.map(payment => payment.outTradeNo))
  const ours = rows.filter(row => trades.has(row.outTradeNo))
  const billed = (kind: BillRow['kind'], no: (row: BillRow) => string | undefined) =>
    new Map(ours.filter(row => row.kind === kind).map(row => [no(row), row.amountFen]))
  const payments = billed('payment', row => row.outTradeNo)
  const refunds = billed('refund', row => row.outRefundNo ?? row.outTradeNo)
  for (const { outTradeNo, provider, state } of order.payments) {
    if (state.kind !== 'paid' || payments.has(outTradeNo)) continue
    const billedToday = bills.has(provider) && state.paidAt >= from && state.paidAt < to
    if (!billedToday) payments.set(outTradeNo, state.paidFen)
  }
  for (const { outRefundNo, state, amountFen } of order.refunds)
    if (state === 'SUCCESS' && !refunds.has(outRefundNo)) refunds.set(outRefundNo, amountFen)
  return { inFen: sum(payments.values()), backFen: sum(refunds.values()) }
}

const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0)

const isRefunding = ({ refunds }: OrderRecord) =>
  refunds.some(({ state }) => state !== 'SUCCESS' && state !== 'CLOSED')

/** The engine may still be at work on it. */
export function isFresh({ createdAt, payments, nextRunAt, decision }: OrderRecord, now: number): boolean {
  if (nextRunAt === undefined || decision.kind === 'TICKET') return false
  const paid = payments.flatMap(({ state }) => (state.kind === 'paid' ? [state.paidAt] : []))
  return now - Math.max(createdAt, ...paid) < settledAfterMs
}
