import type { OrderId } from '#contract/ids.ts'
import type { OrderList } from '../journal/order-list.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { OrderStore } from '../journal/store.ts'
import type { Clock } from '../kernel/clock.ts'
import { doubtAfter, type TimedDoubt, timedDoubts, timedDoubtsOf } from '../ordering/core/doubts.ts'
import { type StaffActs, theHouse } from '../ordering/staff-acts.ts'

const pageSize = 200

/**
 * Flags the orders that time has put in doubt (overdue, paid and undecided, a refund that takes long), and takes the
 * flag back from those that have gone on. A payment past its deadline and unproven the engine flags itself.
 */
export async function watchOrders(parts: {
  list: Pick<OrderList, 'page'>
  store: Pick<OrderStore, 'byId'>
  acts: Pick<StaffActs, 'flag' | 'unflag'>
  clock: Clock
  renew: () => Promise<void>
}): Promise<void> {
  const { list, store, acts, clock, renew } = parts
  const now = clock.now()
  const limits = {
    now,
    overdue: now - doubtAfter.overdueMs,
    undecided: now - doubtAfter.undecidedMs,
    refund: now - doubtAfter.refundMs,
  }
  const ids: OrderId[] = []
  for (let offset = 0; ; offset += pageSize) {
    const page = await list.page('doubt', { limits }, { limit: pageSize, offset })
    ids.push(...page)
    if (page.length < pageSize) break
  }
  for (const id of ids) {
    await renew()
    const order = await store.byId(id)
    if (order === undefined) continue
    for (const { reason, raise } of changes(order, now)) await (raise ? acts.flag : acts.unflag)(id, reason)
  }
}

interface Change {
  reason: TimedDoubt
  raise: boolean
}

/** Which flags are to be raised, and which are over. What a person has settled is not raised again while it lasts. */
function changes(order: OrderRecord, now: number): Change[] {
  const held = new Set(timedDoubtsOf(order, now).map(({ reason }) => reason))
  return timedDoubts.flatMap((reason): Change[] => {
    const flag = order.attention.find(one => one.reason === reason)
    const open = flag !== undefined && flag.settled === undefined
    const byPerson = flag?.settled !== undefined && flag.settled.by !== theHouse
    if (!held.has(reason)) return open ? [{ reason, raise: false }] : []
    return open || byPerson ? [] : [{ reason, raise: true }]
  })
}
