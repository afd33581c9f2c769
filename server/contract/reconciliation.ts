import { z } from 'zod'
import { OrderId } from './ids.ts'
import { Fen } from './money.ts'
import { Words } from './staff-orders.ts'
import { Instant, LocalDate } from './time.ts'

/** What comparing the ledgers of a day can find. docs/runbook.md says what to do about each. */
export const FindingKind = z.enum([
  'paid-nothing', // money came in, and there are neither tickets nor a refund
  'ticket-and-refund', // good tickets, and the money went back
  'two-tickets', // more tickets than seats: never, by design
  'ticket-without-revenue', // good tickets that nobody has paid
  'overpaid', // good tickets, and more money kept than they cost
  'amount-differs', // the same thing, another amount
  'payment-without-order', // the provider has money that the journal does not know
  'refund-without-order', // the provider has paid back what we never asked for
  'payment-not-billed', // the journal has a payment that the provider's bill lacks
  'refund-not-billed', // the journal has a refund that the provider's bill lacks
])
export type FindingKind = z.infer<typeof FindingKind>

/** `unreadable`: a ledger could not be read, so that nobody can say; it is tried again by itself. */
export const Verdict = z.enum(['agrees', 'differs', 'unreadable'])
export type Verdict = z.infer<typeof Verdict>

export const ReconciliationSums = z.object({
  orders: z.int(),
  /** Orders that the cloud was asked about, and of those with good tickets. */
  asked: z.int(),
  ticketed: z.int(),
  payments: z.int(),
  paidFen: Fen,
  billedPayments: z.int(),
  billedFen: Fen,
  refunds: z.int(),
  refundedFen: Fen,
  billedRefunds: z.int(),
  billedBackFen: Fen,
})
export type ReconciliationSums = z.infer<typeof ReconciliationSums>

/** A ledger that could not be read whole, and why. */
export const Unread = z.object({
  ledger: z.enum(['bill', 'cloud', 'card']),
  which: z.string(),
  reason: z.string(),
})
export type Unread = z.infer<typeof Unread>

export const FindingView = z.object({
  kind: FindingKind,
  /** An order's six characters, or the provider's number where no order is known. */
  subject: z.string(),
  orderId: OrderId.optional(),
  expectedFen: Fen.optional(),
  foundFen: Fen.optional(),
  means: Words,
  remedy: Words,
})
export type FindingView = z.infer<typeof FindingView>

export const Reconciliation = z.object({
  day: LocalDate,
  /** Absent with its fields: the day was not compared yet. */
  done: z
    .object({
      at: Instant,
      verdict: Verdict,
      sums: ReconciliationSums,
      unread: z.array(Unread),
      findings: z.array(FindingView),
    })
    .optional(),
  now: Instant,
})
export type Reconciliation = z.infer<typeof Reconciliation>
