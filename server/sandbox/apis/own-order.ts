import type { Order } from '../cloud/orders.ts'
import type { BizCode } from '../protocol/codes.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Cinema } from '../world/world.ts'
import type { Call } from './api.ts'
import { text } from './arguments.ts'
import { isOwn } from './lookups.ts'

/**
 * The caller's order of tickets that `orderId` names; `unlike` refuses one of another kind, an order of goods alone
 * included.
 *
 * @throws BizRefusal NULL_ARGUMENT, ORDER_NOT_FOUND, `unlike`
 */
export function ownOrderOf(call: Call, cinema: Cinema, kind: Order['kind'], unlike: BizCode): Order {
  const { cloud } = call
  const orderId = text(call.args, 'orderId')
  const order = cloud.orders.byId(orderId) ?? cloud.goodsOrders.byId(orderId)
  if (!order || !isOwn(call, cinema, order)) throw new BizRefusal('ORDER_NOT_FOUND', orderId)
  if (!('kind' in order)) throw new BizRefusal(unlike, 'it is of goods alone')
  if (order.kind !== kind) throw new BizRefusal(unlike)
  return order
}
