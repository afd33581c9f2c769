import { type Migration, sql } from 'kysely'

/** Finds the few orders whose worker may have died among all that are due. */
export const leases = (): Migration => ({
  async up(db) {
    await sql
      .raw('CREATE INDEX orders_leased ON orders (lease_until) WHERE lease_until IS NOT NULL')
      .execute(db)
  },
})
