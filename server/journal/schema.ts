import type { Generated } from 'kysely'
import type { CashTables } from '../payment/cash/cash-tables.ts'

/**
 * The journal's tables. Instants are epoch ms, money is fen, `*_sealed` is AES-256-GCM, `*_digest` a keyed hash.
 * Plain column types only, so that the same schema serves PostgreSQL.
 */
export interface JournalTables extends CashTables {
  orders: OrderRow
  payment: PaymentRow
  refund: RefundRow
  attempt: AttemptRow
  inbox: InboxRow
  event: EventRow
  staff_session: StaffSessionRow
  job: JobRow
  reconciliation: ReconciliationRow
  finding: FindingRow
  live_show: LiveShowRow
  live_budget: LiveBudgetRow
}

export interface OrderRow {
  id: string
  intent_id: string
  intent_digest: string
  kind: string
  created_at: number
  cinema_id: string
  schedule_id: string
  schedule_key: string
  seat_ids_json: string
  show_json: string
  quote_json: string
  quote_hash: string
  amount_fen: number
  refund_rule_json: string
  starts_at: number
  sells_until: number

  ticket_token_sealed: string
  ticket_token_digest: string
  mobile_sealed: string | null
  mobile_digest: string | null
  pin_sealed: string

  state: string
  reason: string | null
  decision: string
  decided_at: number | null
  pickup_code_sealed: string | null
  pickup_digest: string | null
  pickup_code_digest: string | null
  booking_no: string | null
  needs_human: string | null
  settled_attention: string | null

  lock_request_id: string
  lock_kind: string
  lock_at: number | null
  lock_id: string | null
  lock_code: string | null
  release_tries: number
  release_at: number | null

  confirm_sealed: string | null
  confirm_digest: string | null
  confirm_count: number
  first_confirm_at: number | null
  last_confirm_at: number | null
  confirm_not_processed: number
  confirm_negatives: number
  confirm_code: string | null

  reverse_count: number
  first_reverse_at: number | null
  last_reverse_at: number | null
  reverse_answer: string | null
  reverse_answered_at: number | null
  reverse_ever_done: number

  cloud_order_id: string | null
  last_query_at: number | null
  upstream_status: string | null
  upstream_status_at: number | null
  not_found_count: number
  not_found_since: number | null
  not_found_last: number | null
  tickets_sealed: string | null

  return_kind: string
  return_at: number | null
  return_count: number
  return_last_at: number | null
  return_not_processed: number
  return_answer: string | null
  return_answered_at: number | null
  return_code: string | null

  /** How the order is paid: `[{by, amountFen}]`. */
  shares_json: string
  /** What has to be settled before a confirm, and what the cloud takes from a card inside it. */
  due_fen: number
  card_fen: number
  card_sealed: string | null
  card_digest: string | null
  goods_code_sealed: string | null

  next_run_at: number | null
  lease_owner: string | null
  lease_until: number | null
  fence: number
  version: number
  event_seq: number
  event_hash: string
}

export interface PaymentRow {
  out_trade_no: string
  order_id: string
  provider: string
  amount_fen: number
  created_at: number
  expires_at: number
  state: string
  declined: number
  qr: string | null
  transaction_id: string | null
  paid_fen: number | null
  paid_at: number | null
  role: string | null
  create_tries: number
  create_at: number | null
  close_tries: number
  close_at: number | null
  last_query_at: number | null
}

export interface RefundRow {
  out_refund_no: string
  out_trade_no: string
  order_id: string
  amount_fen: number
  created_at: number
  state: string
  tries: number
  polls: number
  last_at: number | null
}

/** Every send and every answer, append-only. */
export interface AttemptRow {
  id: Generated<number>
  order_id: string
  at: number
  phase: string
  effect: string
  fence: number
  outcome: string | null
}

/** Every message of a provider, once. */
export interface InboxRow {
  provider: string
  notify_id: string
  out_trade_no: string
  received_at: number
}

/** What happened, in order; each line's hash covers the one before. */
export interface EventRow {
  order_id: string
  seq: number
  at: number
  kind: string
  detail_json: string
  hash: string
}

export interface StaffSessionRow {
  token_digest: string
  staff_id: string
  /** Of the PIN's hash at sign-in: a new PIN ends what was begun with the old one. */
  credential_digest: string
  created_at: number
  last_seen_at: number
}

/** Work that is done once, however many processes share the journal. */
export interface JobRow {
  name: string
  lease_owner: string | null
  lease_until: number | null
  last_run_at: number | null
  /** The last day of a daily job that is done. */
  done_through: string | null
}

/** What came of comparing the ledgers of a day, the last time. */
export interface ReconciliationRow {
  day: string
  run_at: number
  verdict: string
  summary_json: string
}

export interface FindingRow {
  day: string
  kind: string
  /** What tells it from others of its kind: an order, a payment's or a refund's number. */
  subject: string
  order_id: string | null
  detail_json: string
  found_at: number
}

/** A show that is watched, and who asks the cloud about it; in PostgreSQL alone. */
export interface LiveShowRow {
  show_id: string
  lead_owner: string
  lead_until: number
  /** The last sight of it; null before the first. */
  epoch: string | null
  seq: number | null
  hall_version: string | null
  unavailable_json: string | null
  seen_at: number | null
}

/** Up to when a cinema's budget of calls is spent; in PostgreSQL alone. */
export interface LiveBudgetRow {
  cinema_id: string
  paid_up_to: number
}
