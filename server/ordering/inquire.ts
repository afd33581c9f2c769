import type { OrderId } from '#contract/ids.ts'
import { questions } from './core/questions.ts'
import { inTime, learn, leaseMs, type WorkerParts } from './worker.ts'

/**
 * Asks cloud and provider about an order now, whatever its timers say. Questions change nothing on the other side;
 * the answers are evidence like any other. Leaves an order alone that another worker is at work on.
 */
export async function inquire(parts: WorkerParts, id: OrderId): Promise<void> {
  const { store, clock, owner } = parts
  const now = clock.now()
  let order = await store.claim(id, { owner, now, until: now + leaseMs })
  if (order === undefined) return
  const { fence } = order
  for (const question of questions(order, now)) {
    order = await learn(parts, id, question, await inTime(parts, order, question, clock.now()))
  }
  // Whoever has taken the order over meanwhile keeps it.
  while (order !== undefined && order.fence === fence) {
    if ((await store.commit(order, { ...order, lease: undefined }, { events: [] })) !== undefined) return
    order = await store.byId(id)
  }
}
