import type { AttentionReason } from '#contract/attention.ts'
import type { RefundRule } from '#contract/catalog.ts'
import type { IntentId, OrderId, TicketToken } from '#contract/ids.ts'
import type { Fen } from '#contract/money.ts'
import type { OrderReason, OrderShow, Quote, Payment as ViewPayment } from '#contract/order.ts'
import type { CloudOrderStatus, ShowRef } from '../moviecloud/gateway-types.ts'

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
  /** Our own number of the lock request, at most 20 characters (specification 5.1.3). */
  readonly lockRequestId: string
  readonly ticketToken: TicketToken
  readonly ref: ShowRef
  readonly show: OrderShow
  readonly quote: Quote
  readonly refundRule: RefundRule
  readonly startsAt: number
  readonly sellsUntil: number
  readonly guest: Guest

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
  | { readonly kind: 'TICKET'; readonly at: number; readonly pickupCode: string; readonly bookingNo: string }
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
  /** The exact bytes of every confirm of this order (T4). */
  | { readonly kind: 'frozen'; readonly payload: string }
  | {
      readonly kind: 'sent'
      readonly payload: string
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
