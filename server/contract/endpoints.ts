import { z } from 'zod'
import { AttentionReason } from './attention.ts'
import { Cinema, Programme } from './catalog.ts'
import type { ErrorCode } from './errors.ts'
import { Hall, SeatStates } from './hall.ts'
import { CinemaId, OrderId, ShowId } from './ids.ts'
import { HoldRequest, Order, PaymentRequest } from './order.ts'
import { PickupRequest, PickupTicket } from './pickup.ts'
import { StaffSession, StaffSignIn } from './staff.ts'
import {
  SettleRequest,
  StaffOrder,
  StaffOrders,
  StaffOrdersQuery,
  StaffReturnRequest,
} from './staff-orders.ts'
import { Status } from './status.ts'
import { LocalDate } from './time.ts'

/** One line of the API: the server's routes, the browser's calls and the OpenAPI document are all made from it. */
export interface Endpoint {
  method: 'GET' | 'POST'
  /** Path with `:name` parameters. */
  path: `/api/${string}`
  summary: string
  /** Who may ask; absent: anybody. A manager is staff too. Those signed in at the box office are known by their cookie. */
  access?: 'staff' | 'manager'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  result: z.ZodType
  /** Errors beside `invalid-request` and `internal`, which any call may answer. */
  errors: readonly ErrorCode[]
}

const noBody = z.strictObject({})

export const endpoints = {
  getStatus: {
    method: 'GET',
    path: '/api/status',
    summary: 'How this server is doing and which cinema its kiosks sell for.',
    result: Status,
    errors: [],
  },
  listCinemas: {
    method: 'GET',
    path: '/api/cinemas',
    summary: 'All cinemas, by city.',
    result: z.object({ cinemas: z.array(Cinema) }),
    errors: ['cinema-unavailable'],
  },
  getProgramme: {
    method: 'GET',
    path: '/api/cinemas/:cinemaId/shows',
    summary: 'Films and shows of one business day.',
    params: z.object({ cinemaId: CinemaId }),
    query: z.object({ date: LocalDate.optional() }),
    result: Programme,
    errors: ['not-found', 'cinema-unavailable'],
  },
  getHall: {
    method: 'GET',
    path: '/api/shows/:showId/hall',
    summary: 'Seat plan, areas and prices of one show. Cacheable, with an ETag.',
    params: z.object({ showId: ShowId }),
    result: Hall,
    errors: ['show-not-found', 'show-changed', 'cinema-unavailable'],
  },
  getSeatStates: {
    method: 'GET',
    path: '/api/shows/:showId/seats',
    summary: 'Seats of the show that cannot be bought at this moment.',
    params: z.object({ showId: ShowId }),
    result: SeatStates,
    errors: ['show-not-found', 'show-changed', 'cinema-unavailable'],
  },
  createHold: {
    method: 'POST',
    path: '/api/holds',
    summary: 'Locks seats and quotes their price. The same intentId with the same seats is the same hold.',
    body: HoldRequest,
    result: Order,
    errors: [
      'show-not-found',
      'show-changed',
      'show-not-on-sale',
      'sales-ended',
      'seats-taken',
      'seat-not-for-sale',
      'couple-seat-split',
      'single-gap',
      'companion-seat',
      'seats-apart',
      'too-many-seats',
      'intent-reused',
      'order-already-paid',
      'payment-closing',
      'too-many-attempts',
      'cinema-refused',
      'cinema-unavailable',
      'selling-paused',
    ],
  },
  getOrder: {
    method: 'GET',
    path: '/api/orders/:orderId',
    summary: 'The order as the journal has it.',
    params: z.object({ orderId: OrderId }),
    result: Order,
    errors: ['order-not-found'],
  },
  createPayment: {
    method: 'POST',
    path: '/api/orders/:orderId/payments',
    summary: 'Opens the payment, or answers the one that is open. Amount and seats are the server’s own.',
    params: z.object({ orderId: OrderId }),
    body: PaymentRequest,
    result: Order,
    errors: [
      'order-not-found',
      'order-already-paid',
      'order-not-payable',
      'hold-expired',
      'quote-changed',
      'payment-closing',
      'payment-unavailable',
    ],
  },
  cancelOrder: {
    method: 'POST',
    path: '/api/orders/:orderId/cancel',
    summary: 'Gives the order up: the payment is closed, then the seats are released.',
    params: z.object({ orderId: OrderId }),
    body: noBody,
    result: Order,
    errors: ['order-not-found', 'order-already-paid'],
  },
  returnTickets: {
    method: 'POST',
    path: '/api/orders/:orderId/return',
    summary:
      'Gives the tickets back, where the cinema’s rule allows it; the money follows once the cinema has them.',
    params: z.object({ orderId: OrderId }),
    body: noBody,
    result: Order,
    errors: ['order-not-found', 'return-not-allowed'],
  },
  findPickup: {
    method: 'POST',
    path: '/api/pickup',
    summary: 'Finds tickets by their QR, or by pickup code and four digits. Guessing is limited.',
    body: PickupRequest,
    result: PickupTicket,
    errors: ['pickup-not-found', 'too-many-attempts'],
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
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints
