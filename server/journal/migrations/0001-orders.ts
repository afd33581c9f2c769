import { type Migration, sql } from 'kysely'
import { type Dialect, type Rule, runningNumber, trigger } from './dialect.ts'

/** Tables, and the rules of money that the database itself enforces. */
export const orders = (dialect: Dialect): Migration => ({
  async up(db) {
    const statements = [...tables(dialect), ...indexes, ...rules.flatMap(rule => trigger(dialect, rule))]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

const tables = (dialect: Dialect) => [
  `CREATE TABLE orders (
    id text PRIMARY KEY,
    intent_id text NOT NULL UNIQUE,
    intent_digest text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('ticket', 'mixed', 'goods')),
    created_at bigint NOT NULL,
    cinema_id text NOT NULL,
    schedule_id text NOT NULL,
    schedule_key text NOT NULL,
    seat_ids_json text NOT NULL,
    show_json text NOT NULL,
    quote_json text NOT NULL,
    quote_hash text NOT NULL,
    amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
    refund_rule_json text NOT NULL,
    starts_at bigint NOT NULL,
    sells_until bigint NOT NULL,
    ticket_token_sealed text NOT NULL,
    ticket_token_digest text NOT NULL UNIQUE,
    mobile_sealed text,
    mobile_digest text,
    pin_sealed text NOT NULL,
    state text NOT NULL,
    reason text,
    decision text NOT NULL CHECK (decision IN ('none', 'TICKET', 'REFUND')),
    decided_at bigint,
    pickup_code_sealed text,
    pickup_digest text,
    booking_no text,
    needs_human text,
    lock_request_id text NOT NULL UNIQUE,
    lock_kind text NOT NULL,
    lock_at bigint,
    lock_id text,
    lock_code text,
    release_tries integer NOT NULL,
    release_at bigint,
    confirm_sealed text,
    confirm_digest text,
    confirm_count integer NOT NULL,
    first_confirm_at bigint,
    last_confirm_at bigint,
    confirm_not_processed integer NOT NULL,
    confirm_negatives integer NOT NULL,
    confirm_code text,
    reverse_count integer NOT NULL,
    first_reverse_at bigint,
    last_reverse_at bigint,
    reverse_answer text,
    reverse_answered_at bigint,
    reverse_ever_done integer NOT NULL,
    cloud_order_id text,
    last_query_at bigint,
    upstream_status text,
    upstream_status_at bigint,
    not_found_count integer NOT NULL,
    not_found_since bigint,
    not_found_last bigint,
    tickets_sealed text,
    next_run_at bigint,
    lease_owner text,
    lease_until bigint,
    fence bigint NOT NULL,
    version bigint NOT NULL,
    event_seq bigint NOT NULL,
    event_hash text NOT NULL,
    CHECK (pickup_code_sealed IS NULL OR decision = 'TICKET'),
    CHECK (pickup_digest IS NULL OR decision = 'TICKET'),
    CHECK (decision <> 'TICKET' OR pickup_code_sealed IS NOT NULL),
    CHECK (state <> 'TICKETED' OR decision = 'TICKET'),
    CHECK (state NOT IN ('REFUNDING', 'REFUNDED') OR decision = 'REFUND'),
    CHECK (confirm_count = 0 OR confirm_sealed IS NOT NULL)
  )`,
  `CREATE TABLE payment (
    out_trade_no text PRIMARY KEY,
    order_id text NOT NULL REFERENCES orders (id),
    provider text NOT NULL,
    amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('creating', 'open', 'paid', 'closed')),
    declined integer NOT NULL,
    qr text,
    transaction_id text,
    paid_fen bigint,
    paid_at bigint,
    role text CHECK (role IN ('ACCEPTED', 'DUPLICATE', 'LATE', 'MISMATCH')),
    create_tries integer NOT NULL,
    create_at bigint,
    close_tries integer NOT NULL,
    close_at bigint,
    last_query_at bigint,
    CHECK (role IS NULL OR state = 'paid'),
    CHECK (role IS NULL OR role <> 'ACCEPTED' OR paid_fen = amount_fen)
  )`,
  `CREATE TABLE refund (
    out_refund_no text PRIMARY KEY,
    out_trade_no text NOT NULL REFERENCES payment (out_trade_no),
    order_id text NOT NULL REFERENCES orders (id),
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    created_at bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('PENDING', 'SENT', 'PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL')),
    tries integer NOT NULL,
    polls integer NOT NULL,
    last_at bigint
  )`,
  `CREATE TABLE attempt (
    id ${runningNumber[dialect]},
    order_id text NOT NULL REFERENCES orders (id),
    at bigint NOT NULL,
    phase text NOT NULL CHECK (phase IN ('sent', 'answered')),
    effect text NOT NULL,
    fence bigint NOT NULL,
    outcome text
  )`,
  `CREATE TABLE inbox (
    provider text NOT NULL,
    notify_id text NOT NULL,
    out_trade_no text NOT NULL,
    received_at bigint NOT NULL,
    PRIMARY KEY (provider, notify_id)
  )`,
  `CREATE TABLE event (
    order_id text NOT NULL REFERENCES orders (id),
    seq bigint NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    detail_json text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (order_id, seq)
  )`,
]

const indexes = [
  'CREATE INDEX orders_due ON orders (next_run_at) WHERE next_run_at IS NOT NULL',
  'CREATE INDEX orders_pickup ON orders (pickup_digest) WHERE pickup_digest IS NOT NULL',
  'CREATE INDEX orders_mobile ON orders (mobile_digest) WHERE mobile_digest IS NOT NULL',
  'CREATE INDEX orders_needs_human ON orders (needs_human) WHERE needs_human IS NOT NULL',
  'CREATE INDEX payment_order ON payment (order_id)',
  'CREATE INDEX refund_order ON refund (order_id)',
  'CREATE INDEX attempt_order ON attempt (order_id)',
  // One accepted payment an order; one refund that is open or done a payment, so that none pays back twice.
  "CREATE UNIQUE INDEX payment_one_accepted ON payment (order_id) WHERE role = 'ACCEPTED'",
  "CREATE UNIQUE INDEX refund_one_alive ON refund (out_trade_no) WHERE state <> 'CLOSED'",
]

const rules: readonly Rule[] = [
  {
    name: 'decision_is_one_way',
    before: 'UPDATE OF decision ON orders',
    refuseWhen: "OLD.decision <> 'none' AND NEW.decision <> OLD.decision",
    why: 'a decision is one-way',
  },
  {
    name: 'reversing_is_one_way',
    before: 'UPDATE OF first_reverse_at ON orders',
    refuseWhen:
      'OLD.first_reverse_at IS NOT NULL AND NEW.first_reverse_at IS DISTINCT FROM OLD.first_reverse_at',
    why: 'reversing is one-way',
  },
  {
    name: 'no_confirm_after_reversal_or_decision',
    before: 'UPDATE OF confirm_count ON orders',
    refuseWhen:
      "NEW.confirm_count > OLD.confirm_count AND (OLD.first_reverse_at IS NOT NULL OR OLD.decision <> 'none')",
    why: 'no confirm after a reversal or a decision',
  },
  {
    name: 'confirm_needs_money',
    before: 'UPDATE OF confirm_count ON orders',
    refuseWhen: `NEW.confirm_count > OLD.confirm_count
      AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.order_id = NEW.id AND p.role = 'ACCEPTED')`,
    why: 'no confirm before the money is there',
  },
  {
    name: 'confirm_bytes_never_change',
    before: 'UPDATE OF confirm_digest ON orders',
    refuseWhen: 'OLD.confirm_digest IS NOT NULL AND NEW.confirm_digest IS DISTINCT FROM OLD.confirm_digest',
    why: 'the bytes of a confirm never change',
  },
  {
    name: 'payment_stays_with_its_order',
    before: 'UPDATE ON payment',
    refuseWhen:
      'NEW.order_id <> OLD.order_id OR NEW.amount_fen <> OLD.amount_fen OR NEW.provider <> OLD.provider',
    why: 'a payment stays with its order and amount',
  },
  {
    name: 'refund_stays_with_its_payment',
    before: 'UPDATE ON refund',
    refuseWhen: 'NEW.out_trade_no <> OLD.out_trade_no OR NEW.amount_fen <> OLD.amount_fen',
    why: 'a refund stays with its payment and amount',
  },
  {
    name: 'role_is_one_way',
    before: 'UPDATE OF role ON payment',
    refuseWhen: 'OLD.role IS NOT NULL AND NEW.role IS DISTINCT FROM OLD.role',
    why: 'the role of a payment is one-way',
  },
  {
    name: 'refund_needs_a_reason',
    before: 'INSERT ON refund',
    refuseWhen: `NOT EXISTS (
      SELECT 1 FROM payment p JOIN orders o ON o.id = p.order_id
      WHERE p.out_trade_no = NEW.out_trade_no AND p.order_id = NEW.order_id AND p.role IS NOT NULL
        AND NEW.amount_fen = p.paid_fen AND (p.role <> 'ACCEPTED' OR o.decision = 'REFUND'))`,
    why: 'a refund of the accepted payment needs the decision, and is whole',
  },
  ...['attempt', 'inbox', 'event'].flatMap(table => [
    {
      name: `${table}_is_append_only`,
      before: `UPDATE ON ${table}`,
      refuseWhen: 'true',
      why: `${table} is append-only`,
    },
    {
      name: `${table}_is_kept`,
      before: `DELETE ON ${table}`,
      refuseWhen: 'true',
      why: `${table} is append-only`,
    },
  ]),
]
