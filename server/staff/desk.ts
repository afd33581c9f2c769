import type { z } from 'zod'
import type { AttentionReason } from '#contract/attention.ts'
import type { OrderId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import type { Staff } from '#contract/staff.ts'
import {
  type StaffOrder,
  type StaffOrders,
  type StaffOrdersQuery,
  staffPageSize,
} from '#contract/staff-orders.ts'
import { businessDay, toInstant } from '#contract/time.ts'
import type { OrderList } from '../journal/order-list.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { OrderStore } from '../journal/store.ts'
import type { Clock } from '../kernel/clock.ts'
import { doubtAfter } from '../ordering/core/doubts.ts'
import type { StaffActs } from '../ordering/staff-acts.ts'
import { viewLine, viewStaffOrder } from './view-order.ts'

/** What staff may see of orders and do to them. Who asks was let in by the endpoint's guard. */
export interface StaffDesk {
  list(query: z.output<typeof StaffOrdersQuery>): Promise<StaffOrders>
  /** @throws Problem order-not-found, here and below */
  find(id: OrderId): Promise<StaffOrder>
  ask(id: OrderId, staff: Staff): Promise<StaffOrder>
  settle(id: OrderId, reason: AttentionReason, staff: Staff, note: string): Promise<StaffOrder>
  /** @throws Problem return-not-allowed, manager-needed */
  giveBack(id: OrderId, staff: Staff, request: { why: string; beyondRule: boolean }): Promise<StaffOrder>
}

export function createStaffDesk(parts: {
  list: OrderList
  store: Pick<OrderStore, 'byId' | 'history' | 'verifyHistory'>
  acts: StaffActs
  clock: Clock
}): StaffDesk {
  const { list, store, acts, clock } = parts

  const view = async (order: OrderRecord): Promise<StaffOrder> => {
    const [lines, intact] = await Promise.all([store.history(order.id), store.verifyHistory(order.id)])
    return viewStaffOrder(order, { lines, intact }, clock.now())
  }

  const found = async ({ find, cinemaId, day }: z.output<typeof StaffOrdersQuery>): Promise<OrderId[]> => {
    if (find === undefined) return []
    const byNumber = await list.byNumber(find, staffPageSize)
    if (!/^\d{4}$/.test(find) || cinemaId === undefined) return byNumber
    const where = { cinemaId, day: day ?? businessDay(clock.now()) }
    const byDigits = await list.byDigits(find, where)
    return [...new Set([...byNumber, ...byDigits])].slice(0, staffPageSize)
  }

  return {
    async list(query) {
      const { filter, day, cinemaId, page } = query
      const now = clock.now()
      const limits = {
        now,
        overdue: now - doubtAfter.overdueMs,
        undecided: now - doubtAfter.undecidedMs,
        refund: now - doubtAfter.refundMs,
      }
      const ids =
        query.find === undefined
          ? await list.page(
              filter,
              { limits, ...(day !== undefined && { day }), ...(cinemaId !== undefined && { cinemaId }) },
              { limit: staffPageSize + 1, offset: (page - 1) * staffPageSize },
            )
          : await found(query)
      const orders = await Promise.all(ids.slice(0, staffPageSize).map(id => store.byId(id)))
      return {
        orders: orders.flatMap(order => (order === undefined ? [] : [viewLine(order, now)])),
        page,
        more: ids.length > staffPageSize,
        now: toInstant(now),
      }
    },

    async find(id) {
      const order = await store.byId(id)
      if (order === undefined) throw new Problem('order-not-found')
      return view(order)
    },

    ask: async (id, staff) => view(await acts.ask(id, staff.id)),
    settle: async (id, reason, staff, note) =>
      view(await acts.settle(id, reason, { staffId: staff.id, why: note })),

    async giveBack(id, staff, { why, beyondRule }) {
      if (beyondRule && staff.role !== 'manager') throw new Problem('manager-needed')
      const allowed = beyondRule ? 'beyond the rule' : 'by the rule'
      return view(await acts.giveBack(id, { staffId: staff.id, why }, allowed))
    },
  }
}
