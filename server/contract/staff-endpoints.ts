import { z } from 'zod'
import { AttentionReason } from './attention.ts'
import { CashPaidOut, CashReceipt, CashTaken } from './cash.ts'
import { type Endpoint, noBody } from './endpoint.ts'
import { OrderId } from './ids.ts'
import { AnyOrder, PaymentRequest } from './order.ts'
import { Reconciliation } from './reconciliation.ts'
import { StaffSession, StaffSignIn } from './staff.ts'
import {
  SettleRequest,
  StaffOrder,
  StaffOrders,
  StaffOrdersQuery,
  StaffReturnRequest,
} from './staff-orders.ts'
import { LocalDate } from './time.ts'

/** What the box office asks. */
export const staffEndpoints = {
  createStaffPayment: {
    method: 'POST',
    path: '/api/staff/orders/:orderId/payments',
    summary: 'As a guest’s own payment; a part, or all, may be cash.',
    access: 'staff',
    params: z.object({ orderId: OrderId }),
    body: PaymentRequest,
    result: AnyOrder,
    errors: [
      'order-not-found',
      'order-already-paid',
      'order-not-payable',
      'hold-expired',
      'quote-changed',
      'payment-closing',
      'payment-unavailable',
      'card-balance-low',
    ],
  },
  takeCash: {
    method: 'POST',
    path: '/api/staff/orders/:orderId/cash',
    summary: 'The cashier has the money of the order’s cash part in hand.',
    access: 'staff',
    params: z.object({ orderId: OrderId }),
    body: CashTaken,
    result: CashReceipt,
    errors: ['order-not-found', 'cash-not-due'],
  },
  payCashOut: {
    method: 'POST',
    path: '/api/staff/orders/:orderId/cash-refund',
    summary: 'The cashier has handed out what the order owes back in cash.',
    access: 'staff',
    params: z.object({ orderId: OrderId }),
    body: noBody,
    result: CashPaidOut,
    errors: ['order-not-found', 'cash-not-due'],
  },
  startStaffSession: {
    method: 'POST',
    path: '/api/staff/session',
    summary: 'Signs a member of staff in; the answer sets the cookie. Guessing is limited.',
    body: StaffSignIn,
    result: StaffSession,
    errors: ['sign-in-failed', 'too-many-attempts'],
  },
  getStaffSession: {
    method: 'GET',
    path: '/api/staff/session',
    summary: 'Who is signed in, and until when.',
    access: 'staff',
    result: StaffSession,
    errors: [],
  },
  endStaffSession: {
    method: 'POST',
    path: '/api/staff/session/end',
    summary: 'Signs out, here and for whoever else may have the cookie.',
    body: noBody,
    result: z.strictObject({}),
    errors: [],
  },
  listStaffOrders: {
    method: 'GET',
    path: '/api/staff/orders',
    summary: 'Orders in doubt, open, being refunded or all; or those that a number or four digits find.',
    access: 'staff',
    query: StaffOrdersQuery,
    result: StaffOrders,
    errors: [],
  },
  getStaffOrder: {
    method: 'GET',
    path: '/api/staff/orders/:orderId',
    summary: 'One order with its money, its doubts and its whole history in plain words.',
    access: 'staff',
    params: z.object({ orderId: OrderId }),
    result: StaffOrder,
    errors: ['order-not-found'],
  },
  askAboutOrder: {
    method: 'POST',
    path: '/api/staff/orders/:orderId/ask',
    summary: 'Asks cloud and payment provider now what has become of the order.',
    access: 'staff',
    params: z.object({ orderId: OrderId }),
    body: noBody,
    result: StaffOrder,
    errors: ['order-not-found'],
  },
  settleAttention: {
    method: 'POST',
    path: '/api/staff/orders/:orderId/attention/:reason/settle',
    summary: 'Somebody has looked: the flag is closed, with a note, and kept in the history.',
    access: 'staff',
    params: z.object({ orderId: OrderId, reason: AttentionReason }),
    body: SettleRequest,
    result: StaffOrder,
    errors: ['order-not-found', 'not-found'],
  },
  returnForGuest: {
    method: 'POST',
    path: '/api/staff/orders/:orderId/return',
    summary:
      'Gives the tickets back for the guest; beyond the guest’s own rule only a manager may ask the cinema.',
    access: 'staff',
    params: z.object({ orderId: OrderId }),
    body: StaffReturnRequest,
    result: StaffOrder,
    errors: ['order-not-found', 'return-not-allowed', 'manager-needed'],
  },
  getReconciliation: {
    method: 'GET',
    path: '/api/staff/reconciliation',
    summary: 'What comparing journal, provider’s bill and cloud found of a calendar day.',
    access: 'manager',
    query: z.object({ day: LocalDate }),
    result: Reconciliation,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
