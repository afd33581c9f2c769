import { type Migration, sql } from 'kysely'
import type { Dialect } from './dialect.ts'

/**
 * What processes on one PostgreSQL share about the shows that are watched. It is worth nothing after a crash, so it is
 * not logged; a process that has its journal for itself keeps it in memory.
 */
export const live = (dialect: Dialect): Migration => ({
  async up(db) {
    if (dialect === 'sqlite') return
    for (const statement of tables) await sql.raw(statement).execute(db)
  },
})

const tables = [
  `CREATE UNLOGGED TABLE live_show (
    show_id text PRIMARY KEY,
    lead_owner text NOT NULL,
    lead_until bigint NOT NULL,
    epoch text,
    seq bigint,
    hall_version text,
    unavailable_json text,
    seen_at bigint
  )`,
  `CREATE UNLOGGED TABLE live_budget (
    cinema_id text PRIMARY KEY,
    paid_up_to bigint NOT NULL
  )`,
]
