import { type Migration, sql } from 'kysely'

/** Who is signed in, what staff look for and have settled, and what reconciliation found. */
export const staff = (): Migration => ({
  async up(db) {
    for (const statement of [...columns, ...tables, ...indexes]) await sql.raw(statement).execute(db)
  },
})

const columns = [
  // `needs_human` names what is open; what a person has settled stands here.
  'ALTER TABLE orders ADD COLUMN settled_attention text',
  // Staff search by the code alone; guests need the digits beside it.
  'ALTER TABLE orders ADD COLUMN pickup_code_digest text',
]

const tables = [
  `CREATE TABLE staff_session (
    token_digest text PRIMARY KEY,
    staff_id text NOT NULL,
    credential_digest text NOT NULL,
    created_at bigint NOT NULL,
    last_seen_at bigint NOT NULL
  )`,
  `CREATE TABLE job (
    name text PRIMARY KEY,
    lease_owner text,
    lease_until bigint,
    last_run_at bigint,
    done_through text
  )`,
  `CREATE TABLE reconciliation (
    day text PRIMARY KEY,
    run_at bigint NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('agrees', 'differs', 'unreadable')),
    summary_json text NOT NULL
  )`,
  `CREATE TABLE finding (
    day text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    order_id text REFERENCES orders (id),
    detail_json text NOT NULL,
    found_at bigint NOT NULL,
    PRIMARY KEY (day, kind, subject)
  )`,
]

const indexes = [
  // Six characters stand in logs and on screens for the whole handle.
  'CREATE INDEX orders_short ON orders (substr(id, 1, 6))',
  'CREATE INDEX orders_created ON orders (created_at)',
  'CREATE INDEX orders_show ON orders (cinema_id, starts_at)',
  'CREATE INDEX orders_pickup_code ON orders (pickup_code_digest) WHERE pickup_code_digest IS NOT NULL',
  'CREATE INDEX payment_paid ON payment (paid_at) WHERE paid_at IS NOT NULL',
  'CREATE INDEX refund_made ON refund (created_at)',
  "CREATE INDEX refund_open ON refund (created_at) WHERE state NOT IN ('SUCCESS', 'CLOSED')",
]
