import { z } from 'zod'
import { RefundRule } from './catalog.ts'
import { CinemaId, IntentId, OrderId, SeatId, ShowId, TicketToken } from './ids.ts'
import { Fen } from './money.ts'
import { Instant } from './time.ts'

/** The most seats one request may name; a cinema's own limit can only be lower. */
export const seatsPerOrderMax = 20

/** A mainland mobile number, which the cloud demands for every ticket (specification 5.3.3). */
export const Mobile = z.string().regex(/^1[3-9]\d{9}$/)

export const QuoteLine = z.object({
  seatId: SeatId,
  row: z.string(),
  column: z.string(),
  sectionName: z.string(),
  areaName: z.string().optional(),
  ticketFen: Fen,
  /** The fee on this ticket; a fee per order stands on the first line and is 0 on the others. */
  feeFen: Fen,
})
export type QuoteLine = z.infer<typeof QuoteLine>

/** What the guest owes, made by the server line by line. `hash` binds a payment to exactly these lines. */
export const Quote = z.object({
  lines: z.array(QuoteLine).min(1),
  ticketsFen: Fen,
  feesFen: Fen,
  totalFen: Fen,
  feeKind: z.enum(['ticket', 'order']),
  hash: z.string(),
})
export type Quote = z.infer<typeof Quote>

/** What a screen has to say about an order. The engine's own states are finer and stay on the server. */
export const OrderStatus = z.enum([
  'locking', // the seats are being locked
  'held', // the seats are ours until holdExpiresAt
  'paying', // a payment is open
  'closing', // the payment is being closed; it may still turn out paid
  'issuing', // paid; tickets are being issued
  'ticketed', // tickets are out: pickup is set
  'returning', // the guest has given the tickets back; the cinema takes them, then the money follows
  'returned', // tickets given back, money back
  'refunding', // no tickets could be had, or the money came too late; it goes back whole
  'refunded',
  'released', // given up or expired, nothing was paid
  'failed', // the seats could not be locked, nothing was paid
])
export type OrderStatus = z.infer<typeof OrderStatus>

/** Why an order ended or is taking long, in the words of errors.ts's spirit: a code that a screen can explain. */
export const OrderReason = z.enum([
  'seats-taken',
  'hold-expired',
  'cancelled',
  'payment-declined',
  'payment-late',
  'payment-mismatch',
  'cinema-refused',
  'cinema-slow',
  'sales-ended',
  'cloud-unavailable',
  'return-refused', // the cinema did not take the tickets back: they are good
])
export type OrderReason = z.infer<typeof OrderReason>

export const PaymentStatus = z.enum([
  'creating',
  'open',
  'declined',
  'paid',
  'closed',
  'refunding',
  'refunded',
])
export type PaymentStatus = z.infer<typeof PaymentStatus>

export const Payment = z.object({
  status: PaymentStatus,
  provider: z.enum(['sandbox', 'alipay', 'wechat', 'cash']),
  amountFen: Fen,
  /** What to draw as a QR for the guest's phone; absent until the provider has answered. */
  qr: z.string().optional(),
  expiresAt: Instant,
})
export type Payment = z.infer<typeof Payment>

/** What the guest takes to the cinema. */
export const Pickup = z.object({
  /** The cinema's own pickup number. */
  code: z.string(),
  /** The four digits asked for beside the code: the phone's last four, or minted when no phone was given. */
  pin: z.string(),
  /** Content of the ticket's QR. */
  token: TicketToken,
})
export type Pickup = z.infer<typeof Pickup>

export const OrderShow = z.object({
  id: ShowId,
  cinemaId: CinemaId,
  cinemaName: z.string(),
  hallName: z.string(),
  filmCode: z.string(),
  filmName: z.string(),
  language: z.string(),
  dimension: z.string(),
  startsAt: Instant,
  endsAt: Instant,
})
export type OrderShow = z.infer<typeof OrderShow>

export const Order = z.object({
  id: OrderId,
  status: OrderStatus,
  reason: OrderReason.optional(),
  show: OrderShow,
  quote: Quote,
  refund: RefundRule,
  /** When the hold ends (our careful estimate; the cloud names no time). */
  holdExpiresAt: Instant,
  payment: Payment.optional(),
  /** Only when status is `ticketed`. */
  pickup: Pickup.optional(),
  /** "138****0000", when the guest gave a phone number. */
  phoneMasked: z.string().optional(),
  /** The server's clock, so that a countdown does not trust the kiosk's. */
  now: Instant,
})
export type Order = z.infer<typeof Order>

export const HoldRequest = z.strictObject({
  intentId: IntentId,
  showId: ShowId,
  seatIds: z.array(SeatId).min(1).max(seatsPerOrderMax),
  /** The hold that this one takes the place of: it is released first (the guest changed seats). */
  replaces: OrderId.optional(),
})
export type HoldRequest = z.infer<typeof HoldRequest>

export const PaymentRequest = z.strictObject({
  /** `Quote.hash` that the guest saw; another one on the server is answered with `quote-changed`. */
  quoteHash: z.string().min(1).max(128),
  /** The guest saw the refund rule of this cinema and agreed. */
  refundRuleAgreed: z.literal(true),
  /** Absent at a kiosk when the guest gives none: the order then bears the cinema's contact number. */
  mobile: Mobile.optional(),
})
export type PaymentRequest = z.infer<typeof PaymentRequest>
