import type { AttentionReason } from '#contract/attention.ts'
import type { CardNotice } from '#contract/cards.ts'
import type { RefundRule } from '#contract/catalog.ts'
import type { IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import type { Fen } from '#contract/money.ts'
import type {
  OrderCinema,
  OrderKind,
  OrderReason,
  OrderShow,
  Quote,
  Payment as ViewPayment,
} from '#contract/order.ts'
import type { CloudOrderStatus, PayingCard, ShowRef } from '../moviecloud/gateway-types.ts'

/**
 * One order as the journal keeps it: what was asked, what was sent, what was learnt, what was decided. Records
 * are immutable; the store compares the old with the new by reference. All instants are epoch ms.
 */
export interface OrderRecord {
  readonly id: OrderId
  readonly intentId: IntentId
  /** Digest of what was asked under the intent, so that the same id with another body is noticed. */
  readonly intentDigest: string
  readonly createdAt: number
  readonly kind: OrderKind
  /**
   * Our own number at the cloud, at most 20 characters: of the lock request (specification 5.1.3), or of an order of
   * goods alone (6.2.3).
   */
  readonly lockRequestId: string
  readonly ticketToken: TicketToken
  /** The show at the cloud; goods alone belong to none. */
  readonly ref: ShowRef | CinemaRef
  /** The show as a guest knows it; of goods alone only the cinema. */
  readonly show: OrderShow | OrderCinema
  readonly quote: Quote
  readonly refundRule: RefundRule
  /** The film's start; for goods alone, when they ought to be handed out by. */
  readonly startsAt: number
  readonly sellsUntil: number
  readonly guest: Guest
  /** How the guest pays, part by part; together the quote's total, and fixed with the first payment. */
  readonly shares: readonly Share[]
  /** The card that pays a share, or all. */
  readonly card: OrderCard | undefined

  readonly state: OrderState
  readonly reason: OrderReason | undefined
  readonly lock: Lock
  readonly payments: readonly PaymentRecord[]
  readonly refunds: readonly RefundRecord[]
  readonly confirm: Confirm
  readonly reverse: Reverse
  readonly upstream: Upstream
  readonly decision: Decision
  readonly giveBack: GiveBack
  /** Things a person should look at; automation goes on meanwhile. */
  readonly attention: readonly Attention[]

  /** When the worker looks at the order again; undefined: only when something is learnt. */
  readonly nextRunAt: number | undefined
  readonly lease: Lease | undefined
  /** Grows with every claim, so that a worker that slept through its lease decides nothing. */
  readonly fence: number
  /** Grows with every write. */
  readonly version: number
}

/** What the cloud wants to know of an order without a show. */
export type CinemaRef = Pick<ShowRef, 'cinemaId'>

/** The card that an order was priced with; its password, as the cloud takes it, is erased once the confirm bears it. */
export interface OrderCard extends PayingCard {
  /** The most of the total that it can bear; a benefit card bears none, it only makes cheaper. */
  readonly payableFen: Fen
  readonly notice?: CardNotice
}

/** A part of the price: collected by a provider before the confirm, or taken from a card by the cloud inside it. */
export interface Share {
  readonly by: ProviderName | 'card'
  readonly amountFen: Fen
}

export const orderStates = [
  'DRAFT', // written down, the lock not yet sent
  'LOCKING', // the lock was sent
  'LOCK_UNKNOWN', // nobody knows whether the seats are ours (T9)
  'LOCKED', // the seats are ours, nothing is being paid
  'PAYING', // a payment is being opened or is open
  'CLOSING', // the payment is being closed; it may turn out paid
  'PAID', // the whole amount is there, in time
  'CONFIRMING', // the confirm is frozen and perhaps sent
  'REVERSING', // a reversal was or is about to be sent
  'TICKETED', // final: tickets
  'RETURNING', // the guest gives the tickets back: the cinema takes them, then the money goes back
  'RETURNED', // final: tickets and money are back where they came from
  'REFUNDING', // decided: the money goes back
  'REFUNDED', // final: the money is back
  'RELEASED', // final: nothing was paid
  'FAILED', // final: never locked, nothing was paid
] as const
export type OrderState = (typeof orderStates)[number]

/** One way: none to TICKET, or none to REFUND. The database refuses anything else. */
export type Decision =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'TICKET'
      readonly at: number
      readonly pickupCode: string
      readonly bookingNo: string
      /** Of goods beside tickets. */
      readonly goodsCode?: string
    }
  | { readonly kind: 'REFUND'; readonly at: number }

export interface Guest {
  readonly mobile: string | undefined
  /** Four digits for a guest who gives no phone number. */
  readonly mintedPin: string
}

export type Lock =
  | { readonly kind: 'unsent' }
  | { readonly kind: 'sent'; readonly at: number }
  | { readonly kind: 'unknown'; readonly at: number }
  | { readonly kind: 'refused'; readonly code: string }
  /** It certainly never reached the cloud. */
  | { readonly kind: 'not-sent' }
  | {
      readonly kind: 'held'
      readonly lockId: string
      /** When the lock was sent: the earliest moment from which the cloud may count. */
      readonly at: number
      readonly releaseTries: number
      readonly releaseAt: number | undefined
    }
  | { readonly kind: 'released'; readonly lockId: string; readonly at: number }

export type Confirm =
  | { readonly kind: 'none' }
  /** The exact bytes of every confirm of this order (T4); erased once none can be sent any more. */
  | { readonly kind: 'frozen'; readonly payload: string | undefined }
  | {
      readonly kind: 'sent'
      readonly payload: string | undefined
      readonly firstAt: number
      readonly lastAt: number
      readonly count: number
      /** Answers that prove the attempt was not processed. */
      readonly notProcessed: number
      readonly negatives: number
      readonly lastCode: string | undefined
    }

export const reverseAnswers = ['outstanding', 'done', 'incorrect', 'too-early', 'failed', 'unclear'] as const
export type ReverseAnswer = (typeof reverseAnswers)[number]

/** `sent` is one way: from then on no confirm is ever sent. */
export type Reverse =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sent'
      readonly firstAt: number
      readonly lastAt: number
      readonly count: number
      /** What the last reversal answered; `incorrect` is REVERSE_TICKET_STATUS_INCORRECT. */
      readonly answer: ReverseAnswer
      readonly answeredAt: number | undefined
      /** Some reversal, whichever, was answered with success. */
      readonly everDone: boolean
    }

/** What the cloud has told of the order it made from our confirm. */
export interface Upstream {
  readonly cloudOrderId: string | undefined
  readonly lastAskedAt: number | undefined
  readonly status: { readonly is: CloudOrderStatus; readonly askedAt: number } | undefined
  /** An unbroken run of ORDER_NOT_FOUND. */
  readonly notFound: { readonly count: number; readonly firstAt: number; readonly lastAt: number } | undefined
  /** Evidence of tickets for exactly our seats; readable by a guest only once decided. */
  readonly tickets: TicketEvidence | undefined
}

export interface TicketEvidence {
  readonly pickupCode: string
  readonly bookingNo: string
  readonly ticketNos: readonly string[]
  readonly goodsCode?: string
}

export const giveBackAnswers = ['none', 'done', 'refused', 'not-processed', 'unclear'] as const
export type GiveBackAnswer = (typeof giveBackAnswers)[number]

/** What became of the wish to give issued tickets back (5.11). A wish that was refused may be had again. */
export type GiveBack =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'asked'
      readonly at: number
      /** How often it was sent to the cinema. */
      readonly count: number
      readonly lastAt: number | undefined
      /** Answers that prove the attempt was not processed. */
      readonly notProcessed: number
      /** To the last attempt. */
      readonly answer: GiveBackAnswer
      readonly answeredAt: number | undefined
      readonly code: string | undefined
    }
  | { readonly kind: 'refused'; readonly at: number; readonly code: string }
  /** Proven: the cinema has the tickets back. */
  | { readonly kind: 'done'; readonly at: number }

export type ProviderName = ViewPayment['provider']

export const paymentRoles = ['ACCEPTED', 'DUPLICATE', 'LATE', 'MISMATCH'] as const
export type PaymentRole = (typeof paymentRoles)[number]

export interface PaymentRecord {
  /** Ours, unique for ever. */
  readonly outTradeNo: string
  readonly provider: ProviderName
  readonly amountFen: Fen
  readonly createdAt: number
  /** Deadline, also given to the provider as its own. */
  readonly expiresAt: number
  readonly state: PaymentState
  /** What became of money that came in; undefined until it is sorted. */
  readonly role: PaymentRole | undefined
  readonly createTries: number
  readonly createAt: number | undefined
  readonly closeTries: number
  readonly closeAt: number | undefined
  readonly lastAskedAt: number | undefined
}

export type PaymentState =
  | { readonly kind: 'creating' }
  | { readonly kind: 'open'; readonly qr: string | undefined; readonly declined: boolean }
  | { readonly kind: 'paid'; readonly paidFen: Fen; readonly paidAt: number; readonly transactionId: string }
  /** The provider has proven that it can no longer be paid. */
  | { readonly kind: 'closed' }

export const refundStates = ['PENDING', 'SENT', 'PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL'] as const
export type RefundState = (typeof refundStates)[number]

export interface RefundRecord {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly amountFen: Fen
  readonly createdAt: number
  /** PENDING: to be sent; SENT: the answer is not known; the rest is the provider's own word. */
  readonly state: RefundState
  readonly tries: number
  readonly polls: number
  readonly lastAt: number | undefined
}

export interface Attention {
  readonly reason: AttentionReason
  readonly at: number
  /** A person has looked, or the house has seen that it is over; absent while it is open. */
  readonly settled?: { readonly at: number; readonly by: string }
}

export interface Lease {
  readonly owner: string
  readonly until: number
}
