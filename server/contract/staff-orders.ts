import { z } from 'zod'
import { AttentionReason } from './attention.ts'
import { CinemaId, OrderId } from './ids.ts'
import { Fen } from './money.ts'
import { OrderCinema, OrderKind, OrderShow, QuoteGoods } from './order.ts'
import { StaffReason } from './staff.ts'
import { Instant, LocalDate } from './time.ts'

/** A sentence in both languages: a screen shows either without asking again. */
export const Words = z.object({ zh: z.string(), en: z.string() })
export type Words = z.infer<typeof Words>

export const StaffOrderFilter = z.enum(['doubt', 'open', 'refunding', 'all'])
export type StaffOrderFilter = z.infer<typeof StaffOrderFilter>

export const staffPageSize = 50

export const StaffOrdersQuery = z.object({
  filter: StaffOrderFilter.default('doubt'),
  /** Orders begun on this business day; with four digits in `find`, shows of it. */
  day: LocalDate.optional(),
  cinemaId: CinemaId.optional(),
  /**
   * An order's six characters, a payment's or refund's number, a pickup code; or, with cinema and day, the last four
   * digits of the guest's phone. Other filters do not count then.
   */
  find: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{4,64}$/)
    .optional(),
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .default('1')
    .transform(Number),
})

/** Why somebody should look, what it means, and what to do. */
export const Doubt = z.object({
  code: AttentionReason,
  since: Instant,
  means: Words,
  remedy: Words,
})
export type Doubt = z.infer<typeof Doubt>

/** An order on staff's list. */
export const StaffOrderLine = z.object({
  id: OrderId,
  /** How an order is called on screens, slips and in the log. */
  short: z.string(),
  createdAt: Instant,
  state: z.string(),
  says: Words,
  doubts: z.array(Doubt),
  kind: OrderKind,
  cinema: OrderCinema,
  /** Absent where only goods were bought. */
  show: OrderShow.optional(),
  goods: z.array(QuoteGoods),
  /** "5-7" for row 5 seat 7. */
  seats: z.array(z.string()),
  totalFen: Fen,
  paidFen: Fen,
  refundedFen: Fen,
  hasTickets: z.boolean(),
  phoneMasked: z.string().optional(),
})
export type StaffOrderLine = z.infer<typeof StaffOrderLine>

export const StaffOrders = z.object({
  orders: z.array(StaffOrderLine),
  page: z.int(),
  /** Whether there is a next page. */
  more: z.boolean(),
  now: Instant,
})
export type StaffOrders = z.infer<typeof StaffOrders>

export const StaffPayment = z.object({
  outTradeNo: z.string(),
  provider: z.string(),
  amountFen: Fen,
  says: Words,
  expiresAt: Instant,
  paidFen: Fen.optional(),
  paidAt: Instant.optional(),
  /** The provider's own number. */
  transactionId: z.string().optional(),
})
export type StaffPayment = z.infer<typeof StaffPayment>

export const StaffRefund = z.object({
  outRefundNo: z.string(),
  outTradeNo: z.string(),
  amountFen: Fen,
  says: Words,
  createdAt: Instant,
  lastAt: Instant.optional(),
})
export type StaffRefund = z.infer<typeof StaffRefund>

export const HistoryEntry = z.object({
  seq: z.int(),
  at: Instant,
  says: Words,
  /** Who did it, where a person did. */
  by: z.string().optional(),
  /** Why, in that person's words. */
  why: z.string().optional(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** One order as staff see it: everything but what only the guest may know. */
export const StaffOrder = StaffOrderLine.extend({
  payments: z.array(StaffPayment),
  refunds: z.array(StaffRefund),
  /** Flags that were looked at. */
  settled: z.array(Doubt.extend({ settledAt: Instant, by: z.string() })),
  /** What the guest shows at the counter; only while the tickets are good. */
  pickupCode: z.string().optional(),
  /** The cinema's own numbers, for talking to its staff and to the cloud's operator. */
  bookingNo: z.string().optional(),
  cloudOrderId: z.string().optional(),
  lockId: z.string().optional(),
  /** When the house looks at it again by itself. */
  nextLookAt: Instant.optional(),
  /** What may be done to it now. */
  may: z.object({ return: z.boolean(), returnBeyondRule: z.boolean() }),
  history: z.array(HistoryEntry),
  /** No line of the history was changed, removed or added behind our back. */
  historyIntact: z.boolean(),
  now: Instant,
})
export type StaffOrder = z.infer<typeof StaffOrder>

export const SettleRequest = z.strictObject({ note: StaffReason })

export const StaffReturnRequest = z.strictObject({
  why: StaffReason,
  /** A manager may ask the cinema although the guest's time to return is over. */
  beyondRule: z.boolean().default(false),
})
