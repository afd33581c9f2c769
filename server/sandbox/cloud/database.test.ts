import { expect, test } from 'vitest'
import { z } from 'zod'
import { beginAnew, openDatabase } from './database.ts'

test.each([
  ['sold', 'UPDATE taken_seat SET locked_until = NULL WHERE lock_order_id = ?'],
  ['given back', 'DELETE FROM taken_seat WHERE lock_order_id = ?'],
])('the seats of a lock are %s without looking at everybody’s', (_, statement) => {
  const db = openDatabase(':memory:')
  beginAnew(db, 1, '2026-11-23')
  const plan = z
    .array(z.object({ detail: z.string() }))
    .parse(db.prepare(`EXPLAIN QUERY PLAN ${statement}`).all('1'))
  expect(plan.map(({ detail }) => detail).join()).toContain('USING INDEX taken_for_lock')
  db.close()
})
