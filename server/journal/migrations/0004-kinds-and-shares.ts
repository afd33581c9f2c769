import { type Migration, sql } from 'kysely'
import { type Dialect, dropTrigger, type Rule, trigger } from './dialect.ts'

/** Orders of goods, cards that pay inside the confirm, and orders that are paid in parts. */
export const kindsAndShares = (dialect: Dialect): Migration => ({
  async up(db) {
    const statements = [
      ...columns.map(column => `ALTER TABLE orders ADD COLUMN ${column}`),
      ...drawer,
      // What was sold before was due as a whole, to the provider that has been paid or, as long as none has, to the
      // one that was asked last: a guest may be paying at this very moment.
      `UPDATE orders SET due_fen = amount_fen, shares_json = COALESCE((
        SELECT '[{"by":"' || p.provider || '","amountFen":' || p.amount_fen || '}]' FROM payment p
        WHERE p.order_id = orders.id
        ORDER BY CASE WHEN p.role = 'ACCEPTED' THEN 0 ELSE 1 END, p.created_at DESC, p.out_trade_no DESC LIMIT 1
      ), '[]')`,
      'CREATE INDEX orders_card ON orders (card_digest, schedule_id) WHERE card_digest IS NOT NULL',
      'DROP INDEX payment_one_accepted',
      "CREATE UNIQUE INDEX payment_one_accepted_a_share ON payment (order_id, provider) WHERE role = 'ACCEPTED'",
      ...dropTrigger(dialect, { name: 'confirm_needs_money', on: 'orders' }),
      ...rules.flatMap(rule => trigger(dialect, rule)),
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

const columns = [
  "shares_json text NOT NULL DEFAULT '[]'",
  'due_fen bigint NOT NULL DEFAULT 0 CHECK (due_fen >= 0)',
  'card_fen bigint NOT NULL DEFAULT 0 CHECK (card_fen >= 0)',
  'card_sealed text',
  'card_digest text',
  'goods_code_sealed text',
]

/** The cash drawer's books: cash has no provider that could be asked. */
const drawer = [
  `CREATE TABLE cash_payment (
    out_trade_no text PRIMARY KEY,
    amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
    expires_at bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'taken', 'closed')),
    taken_at bigint,
    taken_by text,
    CHECK ((state = 'taken') = (taken_at IS NOT NULL AND taken_by IS NOT NULL))
  )`,
  `CREATE TABLE cash_refund (
    out_refund_no text PRIMARY KEY,
    out_trade_no text NOT NULL REFERENCES cash_payment (out_trade_no),
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    asked_at bigint NOT NULL,
    paid_at bigint,
    paid_by text,
    CHECK ((paid_at IS NULL) = (paid_by IS NULL))
  )`,
]

const rules: readonly Rule[] = [
  {
    name: 'cash_is_taken_once',
    before: 'UPDATE ON cash_payment',
    refuseWhen: "OLD.state <> 'open' OR NEW.amount_fen <> OLD.amount_fen",
    why: 'cash is taken or refused once',
  },
  {
    name: 'cash_is_paid_out_once',
    before: 'UPDATE ON cash_refund',
    refuseWhen: 'OLD.paid_at IS NOT NULL OR NEW.amount_fen <> OLD.amount_fen',
    why: 'cash is paid out once',
  },
  {
    name: 'confirm_needs_money',
    before: 'UPDATE OF confirm_count ON orders',
    refuseWhen: `NEW.confirm_count > OLD.confirm_count AND NEW.due_fen > (
      SELECT COALESCE(SUM(p.paid_fen), 0) FROM payment p WHERE p.order_id = NEW.id AND p.role = 'ACCEPTED')`,
    why: 'no confirm before the money is there',
  },
  {
    name: 'shares_are_the_price',
    before: 'UPDATE OF confirm_count ON orders',
    refuseWhen: 'NEW.confirm_count > OLD.confirm_count AND NEW.due_fen + NEW.card_fen <> NEW.amount_fen',
    why: 'the shares of an order are its price',
  },
  {
    name: 'a_card_share_needs_its_card',
    before: 'UPDATE OF confirm_count ON orders',
    refuseWhen: 'NEW.confirm_count > OLD.confirm_count AND NEW.card_fen > 0 AND NEW.card_sealed IS NULL',
    why: 'a share by card needs the card',
  },
  {
    name: 'price_is_fixed_once_paid',
    before: 'UPDATE OF amount_fen ON orders',
    refuseWhen: `NEW.amount_fen <> OLD.amount_fen
      AND EXISTS (SELECT 1 FROM payment p WHERE p.order_id = NEW.id AND p.state <> 'closed')`,
    why: 'the price does not change while somebody can pay it',
  },
]
