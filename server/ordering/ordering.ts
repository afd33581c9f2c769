import type { GoodsOrderRequest, GoodsWish } from '#contract/concessions.ts'
import type { OrderId, TicketToken } from '#contract/ids.ts'
import type { AnyOrder, GoodsOrder, HoldRequest, Order, PaymentRequest } from '#contract/order.ts'
import type { CardWish } from './baskets.ts'

/** What the doors may ask of the order engine. Nothing here confirms or prices: that is the engine's own doing. */
export interface Ordering {
  /** Idempotent by `intentId`. @throws Problem as listed at `createHold` in the contract */
  hold(request: HoldRequest): Promise<Order>
  /** An order from the counter alone. Idempotent by `intentId`. @throws Problem as listed at `createGoodsOrder` */
  orderGoods(request: GoodsOrderRequest): Promise<GoodsOrder>
  /** Everything from the counter that the order has. @throws Problem as listed at `changeBasket` */
  changeBasket(orderId: OrderId, goods: readonly GoodsWish[]): Promise<AnyOrder>
  /** The order at this card's prices; a member card also pays it. @throws Problem as listed at `presentCard` */
  presentCard(orderId: OrderId, wish: CardWish, client: string): Promise<AnyOrder>
  /** The order at everybody's prices again. @throws Problem as listed at `forgetCard` */
  forgetCard(orderId: OrderId): Promise<AnyOrder>
  /** @throws Problem order-not-found */
  find(orderId: OrderId): Promise<AnyOrder>
  /**
   * Opens the payments or answers the open ones; only a member of staff can have a part paid in cash.
   *
   * @throws Problem as listed at `createPayment`
   */
  pay(orderId: OrderId, request: PaymentRequest, by?: 'guest' | 'staff'): Promise<AnyOrder>
  /** Gives the order up. @throws Problem order-not-found, order-already-paid */
  cancel(orderId: OrderId): Promise<AnyOrder>
  /** Gives the tickets back; they are proven to be by the order's status. @throws Problem as listed at `returnTickets` */
  giveBack(orderId: OrderId): Promise<AnyOrder>
  /** A ticketed order by what stands on its ticket; undefined when there is none (pickup answers the same for both). */
  findTicketed(by: { token: TicketToken } | { code: string; pin: string }): Promise<AnyOrder | undefined>
}
