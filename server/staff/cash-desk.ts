import type { CashPaidOut, CashReceipt } from '#contract/cash.ts'
import type { OrderId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import type { Staff } from '#contract/staff.ts'
import type { OrderStore } from '../journal/store.ts'
import type { OrderEngine } from '../ordering/engine.ts'
import type { CashDrawer } from '../payment/cash/drawer.ts'

/** Money over the counter. */
export interface CashDesk {
  /** @throws Problem order-not-found, cash-not-due, invalid-request when it is less than what is asked for */
  take(orderId: OrderId, receivedFen: number, by: Staff): Promise<CashReceipt>
  /** @throws Problem order-not-found, cash-not-due when nothing of this order is to be handed out, or ever was */
  payOut(orderId: OrderId, by: Staff): Promise<CashPaidOut>
}

export function createCashDesk(parts: {
  ordering: Pick<OrderEngine, 'paymentHeard' | 'look' | 'staff'>
  store: Pick<OrderStore, 'byId'>
  drawer: Pick<CashDrawer, 'take' | 'payOut'>
}): CashDesk {
  const { ordering, store, drawer } = parts

  const existing = async (id: OrderId) => {
    const order = await store.byId(id)
    if (order === undefined) throw new Problem('order-not-found')
    return order
  }

  return {
    async take(orderId, receivedFen, by) {
      const { payments } = await existing(orderId)
      const due = payments.findLast(({ provider, state }) => provider === 'cash' && state.kind === 'open')
      if (due === undefined) throw new Problem('cash-not-due')
      const { outTradeNo, amountFen } = due
      if (receivedFen < amountFen) throw new Problem('invalid-request', { field: 'receivedFen' })
      const facts = await drawer.take(outTradeNo, by.id)
      if (facts === undefined) throw new Problem('cash-not-due')
      await ordering.paymentHeard('cash', { notifyId: `taken ${outTradeNo} by ${by.id}`, outTradeNo, facts })
      return {
        order: await ordering.look(orderId),
        takenFen: amountFen,
        changeFen: receivedFen - amountFen,
      }
    },

    async payOut(orderId, by) {
      const { refunds, payments } = await existing(orderId)
      const cash = new Set(
        payments.flatMap(({ provider, outTradeNo }) => (provider === 'cash' ? outTradeNo : [])),
      )
      const owed = refunds.filter(({ outTradeNo }) => cash.has(outTradeNo))
      if (owed.length === 0) throw new Problem('cash-not-due')
      let paidOutFen = 0
      for (const { outRefundNo, amountFen } of owed)
        if (await drawer.payOut(outRefundNo, by.id)) paidOutFen += amountFen
      // The guest at the counter sees at once that her money is back, and not at the engine's next look.
      if (paidOutFen > 0) await ordering.staff.ask(orderId, by.id)
      return { order: await ordering.look(orderId), paidOutFen }
    },
  }
}
