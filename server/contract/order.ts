import { z } from 'zod'
import { CardNotice } from './cards.ts'
import { RefundRule } from './catalog.ts'
import { CinemaId, IntentId, OrderId, SeatId, ShowId, TicketToken } from './ids.ts'
import { Fen } from './money.ts'
import { Instant } from './time.ts'

/** The most seats one request may name; a cinema's own limit can only be lower. */
export const seatsPerOrderMax = 20

/** A mainland mobile number, which the cloud demands for every ticket (specification 5.3.3). */
export const Mobile = z.string().regex(/^1[3-9]\d{9}$/)

/** Tickets, tickets with something from the counter, or that alone; the cloud knows them apart everywhere. */
export const OrderKind = z.enum(['ticket', 'mixed', 'goods'])
export type OrderKind = z.infer<typeof OrderKind>

export const QuoteLine = z.object({
  seatId: SeatId,
  row: z.string(),
  column: z.string(),
  sectionName: z.string(),
  areaName: z.string().optional(),
  ticketFen: Fen,
  /** The fee on this ticket; a fee per order stands on the first line and is 0 on the others. */
  feeFen: Fen,
  /** The price is a card's own; without the card it would be `fullFen`. */
  deal: z.enum(['member', 'benefit']).optional(),
  fullFen: Fen.optional(),
})
export type QuoteLine = z.infer<typeof QuoteLine>

export const QuoteGoods = z.object({
  goodsId: z.string(),
  name: z.string(),
  isPackage: z.boolean(),
  count: z.int().min(1),
  unitFen: Fen,
})
export type QuoteGoods = z.infer<typeof QuoteGoods>

/** What the guest owes, made by the server line by line. `hash` binds a payment to exactly these lines. */
export const Quote = z.object({
  /** None in an order of goods alone. */
  lines: z.array(QuoteLine),
  goods: z.array(QuoteGoods).default([]),
  ticketsFen: Fen,
  feesFen: Fen,
  goodsFen: Fen.default(0),
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

/** A card that pays: its last digits, and how much of the total it is charged when the tickets are issued. */
export const CardPayment = z.object({
  kind: z.enum(['member', 'benefit']),
  last4: z.string(),
  /** The most of the total that it can bear. */
  payableFen: Fen,
  /** Its share, once the guest has said how to pay. */
  amountFen: Fen,
  notice: CardNotice.optional(),
})
export type CardPayment = z.infer<typeof CardPayment>

/** What the guest takes to the cinema. */
export const Pickup = z.object({
  /** The cinema's own pickup number; of goods alone, the counter's. */
  code: z.string(),
  /** The counter's own number for goods bought with the tickets. */
  goodsCode: z.string().optional(),
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

/** Where goods alone are bought. */
export const OrderCinema = z.object({ cinemaId: CinemaId, cinemaName: z.string() })
export type OrderCinema = z.infer<typeof OrderCinema>

const orderFields = {
  id: OrderId,
  status: OrderStatus,
  reason: OrderReason.optional(),
  quote: Quote,
  refund: RefundRule,
  /** When the hold ends (our careful estimate; the cloud names no time). */
  holdExpiresAt: Instant,
  /** The payment that counts for the guest just now. */
  payment: Payment.optional(),
  /** Every payment of an order that is paid in parts, oldest first; absent where there is but one. */
  parts: z.array(Payment).optional(),
  card: CardPayment.optional(),
  /** Only when status is `ticketed`. */
  pickup: Pickup.optional(),
  /** "138****0000", when the guest gave a phone number. */
  phoneMasked: z.string().optional(),
  /** The server's clock, so that a countdown does not trust the kiosk's. */
  now: Instant,
}

/** An order of tickets, with something from the counter or without. */
export const Order = z.object({ ...orderFields, kind: z.enum(['ticket', 'mixed']), show: OrderShow })
export type Order = z.infer<typeof Order>

/** An order from the counter alone: no seats, no lock. */
export const GoodsOrder = z.object({ ...orderFields, kind: z.literal('goods'), cinema: OrderCinema })
export type GoodsOrder = z.infer<typeof GoodsOrder>

export const AnyOrder = z.discriminatedUnion('kind', [Order, GoodsOrder])
export type AnyOrder = z.infer<typeof AnyOrder>

export const HoldRequest = z.strictObject({
  intentId: IntentId,
  showId: ShowId,
  seatIds: z.array(SeatId).min(1).max(seatsPerOrderMax),
  /** The hold that this one takes the place of: it is released first (the guest changed seats). */
  replaces: OrderId.optional(),
})
export type HoldRequest = z.infer<typeof HoldRequest>

/** Cash is for a cashier to take; a card is the one that the order was priced with. */
export const PaymentPart = z.strictObject({
  by: z.enum(['qr', 'card', 'cash']),
  amountFen: Fen.optional(),
})
export type PaymentPart = z.infer<typeof PaymentPart>

export const PaymentRequest = z.strictObject({
  /** `Quote.hash` that the guest saw; another one on the server is answered with `quote-changed`. */
  quoteHash: z.string().min(1).max(128),
  /** The guest saw the refund rule of this cinema and agreed. */
  refundRuleAgreed: z.literal(true),
  /** Absent at a kiosk when the guest gives none: the order then bears the cinema's contact number. */
  mobile: Mobile.optional(),
  /**
   * In which parts the guest wants to pay; absent: all of it by QR, or by the card where the order has one. At most
   * one part leaves its amount open and takes the rest; a part of 0 is left out. Together they are the total.
   */
  parts: z.array(PaymentPart).min(1).max(3).optional(),
})
export type PaymentRequest = z.infer<typeof PaymentRequest>
