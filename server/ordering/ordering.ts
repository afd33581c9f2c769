import type { OrderId, TicketToken } from '#contract/ids.ts'
import type { HoldRequest, Order, PaymentRequest } from '#contract/order.ts'

/** What the doors may ask of the order engine. Nothing here confirms or prices: that is the engine's own doing. */
export interface Ordering {
  /** Idempotent by `intentId`. @throws Problem as listed at `createHold` in the contract */
  hold(request: HoldRequest): Promise<Order>
  /** @throws Problem order-not-found */
  find(orderId: OrderId): Promise<Order>
  /** Opens the payment or answers the open one. @throws Problem as listed at `createPayment` */
  pay(orderId: OrderId, request: PaymentRequest): Promise<Order>
  /** Gives the order up. @throws Problem order-not-found, order-already-paid */
  cancel(orderId: OrderId): Promise<Order>
  /** Gives the tickets back; they are proven to be by the order's status. @throws Problem as listed at `returnTickets` */
  giveBack(orderId: OrderId): Promise<Order>
  /** A ticketed order by what stands on its ticket; undefined when there is none (pickup answers the same for both). */
  findTicketed(by: { token: TicketToken } | { code: string; pin: string }): Promise<Order | undefined>
}
