import { z } from 'zod'
import { CardRequest, cardErrors } from './cards.ts'
import { Cinema, Programme } from './catalog.ts'
import { BasketRequest, GoodsOrderRequest, Menu } from './concessions.ts'
import { type Endpoint, noBody } from './endpoint.ts'
import { Hall, SeatStates } from './hall.ts'
import { CinemaId, OrderId, ShowId } from './ids.ts'
import { AnyOrder, GoodsOrder, HoldRequest, Order, PaymentRequest } from './order.ts'
import { PickupRequest, PickupTicket } from './pickup.ts'
import { staffEndpoints } from './staff-endpoints.ts'
import { Status } from './status.ts'
import { LocalDate } from './time.ts'

/** Why an order's price can't change any more. */
const quoteErrors = ['payment-open', 'hold-expired', 'order-already-paid', 'order-not-payable'] as const

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
  listGoods: {
    method: 'GET',
    path: '/api/cinemas/:cinemaId/goods',
    summary: 'What the cinema’s counter sells, and for how much.',
    params: z.object({ cinemaId: CinemaId }),
    result: Menu,
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
    result: AnyOrder,
    errors: ['order-not-found'],
  },
  createPayment: {
    method: 'POST',
    path: '/api/orders/:orderId/payments',
    summary: 'Opens the payment, or answers the one that is open. Amount and seats are the server’s own.',
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
  createGoodsOrder: {
    method: 'POST',
    path: '/api/goods-orders',
    summary:
      'Orders from the counter alone, at the cinema’s prices. The same intentId with the same goods is the same order.',
    body: GoodsOrderRequest,
    result: GoodsOrder,
    errors: [
      'not-found',
      'goods-not-available',
      'too-many-goods',
      'selling-paused',
      'intent-reused',
      'too-many-attempts',
      'cinema-unavailable',
    ],
  },
  changeBasket: {
    method: 'POST',
    path: '/api/orders/:orderId/basket',
    summary: 'Everything from the counter that the order is to have, in the place of what it had.',
    params: z.object({ orderId: OrderId }),
    body: BasketRequest,
    result: AnyOrder,
    errors: [
      'order-not-found',
      'goods-not-available',
      'too-many-goods',
      'selling-paused',
      ...quoteErrors,
      'cinema-unavailable',
    ],
  },
  presentCard: {
    method: 'POST',
    path: '/api/orders/:orderId/card',
    summary:
      'The order at the prices of a card, which a member card then also pays; or at everybody’s again.',
    params: z.object({ orderId: OrderId }),
    body: CardRequest,
    result: AnyOrder,
    errors: ['order-not-found', ...quoteErrors, ...cardErrors],
  },
  cancelOrder: {
    method: 'POST',
    path: '/api/orders/:orderId/cancel',
    summary: 'Gives the order up: the payment is closed, then the seats are released.',
    params: z.object({ orderId: OrderId }),
    body: noBody,
    result: AnyOrder,
    errors: ['order-not-found', 'order-already-paid'],
  },
  returnTickets: {
    method: 'POST',
    path: '/api/orders/:orderId/return',
    summary:
      'Gives the tickets back, where the cinema’s rule allows it; the money follows once the cinema has them.',
    params: z.object({ orderId: OrderId }),
    body: noBody,
    result: AnyOrder,
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
  ...staffEndpoints,
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints
