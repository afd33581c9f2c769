import type { OrderId } from '#contract/ids.ts'
import type { ReconciliationSums, Unread } from '#contract/reconciliation.ts'
import { calendarDayBounds, type LocalDate } from '#contract/time.ts'
import type { OrderRecord, ProviderName } from '../journal/record.ts'
import type { Clock } from '../kernel/clock.ts'
import type { MovieCloud } from '../moviecloud/gateway-types.ts'
import type { BillRow, PaymentProvider } from '../payment/provider.ts'
import { compare } from './compare.ts'
import type { CloudView, Ledgers, Reconciled } from './ledgers.ts'
import { readBill } from './read-bill.ts'
import { readCards } from './read-cards.ts'
import { readCloud } from './read-cloud.ts'
import type { JournalReader } from './read-journal.ts'

export interface ReconcileParts {
  journal: JournalReader
  cloud: Pick<MovieCloud, 'order' | 'goodsOrder' | 'cardCharges'>
  /** Those whose books are kept elsewhere, each once. */
  providers: readonly Pick<PaymentProvider, 'name' | 'bill'>[]
  clock: Clock
  /** Fulfils when the next order may be asked about: neither cloud nor journal is to notice that they are compared. */
  pace: () => Promise<void>
}

/**
 * Compares journal, providers' bills and cloud of one calendar day. What could not be read is named in the result, and
 * the rest is compared all the same.
 *
 * @throws Error when our own journal cannot be read, or `pace` gives up
 */
export async function reconcile(parts: ReconcileParts, day: LocalDate): Promise<Reconciled> {
  const { journal, cloud, clock, pace } = parts
  const { bills, unread } = await readBills(parts.providers, day)
  const rows = [...bills.values()].flat()
  const ids = new Set<OrderId>([
    ...(await journal.movedOn(day)),
    ...(await journal.ofTrades([...new Set(rows.map(row => row.outTradeNo))])),
  ])

  const orders: OrderRecord[] = []
  const views = new Map<OrderId, CloudView>()
  let asked = 0
  // The set grows while it is gone through: by orders that have one of the seats as well.
  for (const id of ids) {
    await pace()
    const order = await journal.order(id)
    if (order === undefined) continue
    orders.push(order)
    const view = await readCloud(cloud, order)
    if (view !== undefined) asked += 1
    if (view !== undefined && 'unreadable' in view)
      unread.push({ ledger: 'cloud', which: id.slice(0, 6), reason: view.unreadable })
    else views.set(id, view ?? { is: 'none' })
    if (order.state === 'TICKETED') for (const other of await journal.sharing(order)) ids.add(other)
  }

  const cards = await readCards(cloud, orders, { now: clock.now(), pace })
  unread.push(...cards.unread)
  const ledgers: Ledgers = { day, now: clock.now(), orders, bills, cloud: views, cards: cards.kept }
  const findings = compare(ledgers)
  const verdict = unread.length > 0 ? 'unreadable' : findings.length > 0 ? 'differs' : 'agrees'
  return { day, runAt: ledgers.now, verdict, sums: { ...sumsOf(ledgers), asked }, unread, findings }
}

async function readBills(
  providers: ReconcileParts['providers'],
  day: LocalDate,
): Promise<{ bills: Map<ProviderName, readonly BillRow[]>; unread: Unread[] }> {
  const bills = new Map<ProviderName, readonly BillRow[]>()
  const unread: Unread[] = []
  for (const provider of providers) {
    const bill = await readBill(provider, day)
    if ('unreadable' in bill) unread.push({ ledger: 'bill', which: provider.name, reason: bill.unreadable })
    else bills.set(provider.name, bill)
  }
  return { bills, unread }
}

function sumsOf({ day, orders, bills, cloud }: Ledgers): Omit<ReconciliationSums, 'asked'> {
  const { from, to } = calendarDayBounds(day)
  const today = (at: number | undefined) => at !== undefined && at >= from && at < to
  const rows = [...bills.values()].flat()
  const paid = orders.flatMap(({ payments }) =>
    payments.flatMap(({ state }) => (state.kind === 'paid' && today(state.paidAt) ? [state.paidFen] : [])),
  )
  const back = orders.flatMap(({ refunds }) =>
    refunds.flatMap(({ state, lastAt, amountFen }) =>
      state === 'SUCCESS' && today(lastAt) ? [amountFen] : [],
    ),
  )
  const billed = (kind: BillRow['kind']) => rows.filter(row => row.kind === kind).map(row => row.amountFen)
  return {
    orders: orders.length,
    ticketed: [...cloud.values()].filter(view => view.is === 'tickets').length,
    payments: paid.length,
    paidFen: sum(paid),
    billedPayments: billed('payment').length,
    billedFen: sum(billed('payment')),
    refunds: back.length,
    refundedFen: sum(back),
    billedRefunds: billed('refund').length,
    billedBackFen: sum(billed('refund')),
  }
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
