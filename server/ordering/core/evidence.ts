import type { AttentionReason } from '#contract/attention.ts'
import type { GiveBackAnswer, ReverseAnswer, TicketEvidence } from '../../journal/record.ts'
import type { CloudOrderStatus } from '../../moviecloud/gateway-types.ts'
import type { PaymentFacts, RefundFacts } from '../../payment/provider.ts'

/** Something learnt from the cloud or a provider. Always accepted, whoever brings it and however late. */
export type Evidence =
  | { kind: 'lock'; answer: LockAnswer }
  | { kind: 'release'; released: boolean }
  | { kind: 'confirm'; answer: ConfirmAnswer }
  /** `askedAt`: when the question was sent, since an answer is never fresher than its question. */
  | { kind: 'order'; answer: OrderAnswer; askedAt: number }
  | { kind: 'reverse'; answer: Exclude<ReverseAnswer, 'outstanding'>; attention?: AttentionReason }
  | {
      kind: 'give back'
      answer: Exclude<GiveBackAnswer, 'none'>
      code?: string
      attention?: AttentionReason
    }
  | { kind: 'created'; outTradeNo: string; answer: CreateAnswer }
  | { kind: 'payment'; outTradeNo: string; facts: PaymentFacts | 'UNCLEAR' }
  /** `asked`: learnt by a query, not from the refund's own answer. */
  | { kind: 'refund'; outRefundNo: string; answer: RefundAnswer; asked: boolean }

export type LockAnswer =
  | { is: 'locked'; lockId: string }
  | { is: 'refused'; code: string }
  | { is: 'not-sent' }
  | { is: 'unknown'; code: string }

/** The classes of a confirm answer. `UNKNOWN` is looked up, never taken for a failure. */
export type ConfirmAnswer =
  | { is: 'SUCCESS'; cloudOrderId: string; tickets: TicketEvidence }
  | { is: 'NOT PROCESSED'; code: string }
  | { is: 'NEGATIVE'; code: string }
  /** `cloudOrderId`: told although the cinema is still at it. */
  | { is: 'UNKNOWN'; code: string; cloudOrderId?: string; attention?: AttentionReason }

export type OrderAnswer =
  | {
      is: 'found'
      cloudOrderId: string
      status: CloudOrderStatus
      /** Only with `ticket_success`, and only when the tickets are for exactly our seats. */
      tickets?: TicketEvidence
      attention?: AttentionReason
    }
  | { is: 'not-found' }
  | { is: 'unclear'; code: string; attention?: AttentionReason }

export type CreateAnswer = { is: 'open'; qr: string | undefined } | { is: 'refused' } | { is: 'unclear' }

export type RefundAnswer = RefundFacts | 'REFUSED' | 'NOT SENT' | 'UNCLEAR'
