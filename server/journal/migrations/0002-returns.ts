import { type Migration, sql } from 'kysely'
import { type Dialect, dropTrigger, type Rule, trigger } from './dialect.ts'

/** Tickets that guests give back: the cinema takes them, then the money goes back. */
export const returns = (dialect: Dialect): Migration => ({
  async up(db) {
    const statements = [
      ...columns.map(column => `ALTER TABLE orders ADD COLUMN ${column}`),
      ...dropTrigger(dialect, { name: 'refund_needs_a_reason', on: 'refund' }),
      ...rules.flatMap(rule => trigger(dialect, rule)),
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

const columns = [
  "return_kind text NOT NULL DEFAULT 'none' CHECK (return_kind IN ('none', 'asked', 'refused', 'done'))",
  'return_at bigint',
  'return_count integer NOT NULL DEFAULT 0',
  'return_last_at bigint',
  'return_not_processed integer NOT NULL DEFAULT 0',
  'return_answer text',
  'return_answered_at bigint',
  'return_code text',
]

const rules: readonly Rule[] = [
  {
    name: 'refund_needs_a_reason',
    before: 'INSERT ON refund',
    refuseWhen: `NOT EXISTS (
      SELECT 1 FROM payment p JOIN orders o ON o.id = p.order_id
      WHERE p.out_trade_no = NEW.out_trade_no AND p.order_id = NEW.order_id AND p.role IS NOT NULL
        AND NEW.amount_fen = p.paid_fen
        AND (p.role <> 'ACCEPTED' OR o.decision = 'REFUND' OR o.return_kind = 'done'))`,
    why: 'a refund of the accepted payment needs the decision, or its tickets back, and is whole',
  },
  {
    name: 'return_needs_tickets',
    before: 'UPDATE OF return_kind ON orders',
    refuseWhen: "NEW.return_kind <> 'none' AND NEW.decision <> 'TICKET'",
    why: 'only issued tickets can be given back',
  },
  {
    name: 'return_is_one_way',
    before: 'UPDATE OF return_kind ON orders',
    refuseWhen: "OLD.return_kind = 'done' AND NEW.return_kind <> 'done'",
    why: 'tickets that were taken back stay so',
  },
  {
    name: 'returned_is_not_ticketed',
    before: 'UPDATE OF state ON orders',
    refuseWhen: "NEW.return_kind = 'done' AND NEW.state NOT IN ('RETURNING', 'RETURNED')",
    why: 'an order without its tickets is not ticketed',
  },
]
