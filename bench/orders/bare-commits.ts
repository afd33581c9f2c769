import { sql } from 'kysely'
import type { Journal } from '../../server/journal/journal.ts'

/**
 * How many commits a second this very journal's database makes one after another with nothing around them: each
 * writes a whole order's row anew and adds one line of history, as a step of an order does.
 *
 * @param journal has at least one order
 */
export async function bareCommitsPerSecond({ db }: Journal, count: number): Promise<number> {
  await sql`CREATE TABLE bare_order AS SELECT * FROM orders LIMIT 1`.execute(db)
  await sql`CREATE TABLE bare_event AS SELECT * FROM event LIMIT 1`.execute(db)
  const began = performance.now()
  for (let nth = 0; nth < count; nth++)
    await db.transaction().execute(async tables => {
      await sql`UPDATE bare_order SET version = version + 1`.execute(tables)
      await sql`INSERT INTO bare_event SELECT * FROM event LIMIT 1`.execute(tables)
    })
  const took = (performance.now() - began) / 1000
  await sql`DROP TABLE bare_order`.execute(db)
  await sql`DROP TABLE bare_event`.execute(db)
  return count / took
}
