import type { OrderId } from '#contract/ids.ts'
import type { FindingKind, ReconciliationSums, Unread, Verdict } from '#contract/reconciliation.ts'
import type { LocalDate } from '#contract/time.ts'
import type { OrderRecord, ProviderName } from '../journal/record.ts'
import type { BillRow } from '../payment/provider.ts'

/** What the cloud says of an order's tickets. */
export type CloudView =
  /**
   * Good tickets, or goods: where the seats are ("section row column"), and what they cost by the cloud's own books,
   * which tell no price of goods.
   */
  { is: 'tickets'; seats: readonly string[]; ticketsFen: number } | { is: 'none' }

/** Three ledgers of one day, each kept by somebody else. What could not be read is absent, not empty. */
export interface Ledgers {
  day: LocalDate
  /** When they were read, epoch ms. */
  now: number
  /** Our journal: every order whose money or tickets moved on that day, or that the bills name. */
  orders: readonly OrderRecord[]
  /** The providers' books of the day. */
  bills: ReadonlyMap<ProviderName, readonly BillRow[]>
  cloud: ReadonlyMap<OrderId, CloudView>
  /** What member cards have paid for orders and not been given back, in fen, by the cloud's books of the cards. */
  cards: ReadonlyMap<OrderId, number>
}

export interface Finding {
  kind: FindingKind
  /** What tells it from others of its kind: an order's handle, a payment's or refund's number. */
  subject: string
  orderId?: OrderId
  expectedFen?: number
  foundFen?: number
}

/** What came of comparing a day. */
export interface Reconciled {
  day: LocalDate
  runAt: number
  verdict: Verdict
  sums: ReconciliationSums
  unread: readonly Unread[]
  findings: readonly Finding[]
}
