import { toInstant } from '#contract/time.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Ordering } from '../ordering/ordering.ts'
import type { Reconciliation } from '../reconciliation/reconciliation.ts'
import { viewReconciled } from '../reconciliation/words.ts'
import type { CashDesk } from '../staff/cash-desk.ts'
import type { StaffDesk } from '../staff/desk.ts'
import type { StaffAccess } from '../staff/staff-access.ts'
import type { Handlers } from './handlers.ts'

type StaffEndpoints =
  | 'startStaffSession'
  | 'getStaffSession'
  | 'endStaffSession'
  | 'createStaffPayment'
  | 'takeCash'
  | 'payCashOut'
  | 'listStaffOrders'
  | 'getStaffOrder'
  | 'askAboutOrder'
  | 'settleAttention'
  | 'returnForGuest'
  | 'getReconciliation'

/** The box office's own endpoints. */
export function staffHandlers(parts: {
  staffAccess: StaffAccess
  staffDesk: StaffDesk
  ordering: Pick<Ordering, 'pay'>
  cashDesk: CashDesk
  reconciliation: Pick<Reconciliation, 'read'>
  clock: Clock
}): Pick<Handlers, StaffEndpoints> {
  const { staffAccess, staffDesk: desk, ordering, cashDesk, reconciliation, clock } = parts
  return {
    createStaffPayment: ({ params, body }) => ordering.pay(params.orderId, body, 'staff'),
    takeCash: ({ params, body }, { session }) =>
      cashDesk.take(params.orderId, body.receivedFen, session.staff),
    payCashOut: ({ params }, { session }) => cashDesk.payOut(params.orderId, session.staff),
    async startStaffSession({ body }, { client, staffToken }) {
      const { token, session } = await staffAccess.signIn(body, client)
      // Whoever sat there before is signed out by it.
      const before = staffToken.read()
      if (before !== undefined) await staffAccess.signOut(before)
      staffToken.set(token)
      return session
    },
    getStaffSession: async (_input, { session }) => session,
    async endStaffSession(_input, { staffToken }) {
      const token = staffToken.read()
      if (token !== undefined) await staffAccess.signOut(token)
      staffToken.set(undefined)
      return {}
    },
    listStaffOrders: ({ query }) => desk.list(query),
    getStaffOrder: ({ params }) => desk.find(params.orderId),
    askAboutOrder: ({ params }, { session }) => desk.ask(params.orderId, session.staff),
    settleAttention: ({ params, body }, { session }) =>
      desk.settle(params.orderId, params.reason, session.staff, body.note),
    returnForGuest: ({ params, body }, { session }) => desk.giveBack(params.orderId, session.staff, body),
    async getReconciliation({ query: { day } }) {
      const result = await reconciliation.read(day)
      return {
        day,
        ...(result !== undefined && { done: viewReconciled(result) }),
        now: toInstant(clock.now()),
      }
    },
  }
}
