import { z } from 'zod'

/** Why a person should look at an order; automation goes on meanwhile. docs/runbook.md says what to do about each. */
export const AttentionReason = z.enum([
  'answer-mismatch', // the cloud spoke of other seats than ours
  'interface-closed', // *_CLOSE_ERROR (T8)
  'payment-mismatch', // another amount than asked came in
  'payment-unproven', // the provider does not say whether a payment is dead
  'refund-refused', // the provider will not refund
  'refund-abnormal', // the provider wants a person
  'refunded-elsewhere', // the provider says refunded, we know of no refund
  'reverse-wrong-kind', // REVERSE_ORDER_TYPE_UNMATCH
  'unsettled-refund', // refunded while the cloud had not said what became of the order
  'ticket-and-refund', // tickets exist although the money went back
  'undone-elsewhere', // the cloud refunded or reversed without us
  'return-unclear', // the cinema does not say whether it took the tickets back
  'overdue', // its time has come and nobody works on it
  'undecided', // paid for long, and neither tickets nor a refund decided
  'refund-slow', // the money is under way for long
  'ledgers-differ', // journal, provider and cloud do not say the same of it
])
export type AttentionReason = z.infer<typeof AttentionReason>
