import type { QueryClient } from '@tanstack/react-query'
import type { OrderId } from '#contract/ids.ts'
import { orderEvents, streams } from '#contract/live.ts'
import type { Order } from '#contract/order.ts'
import { openLive } from '#src/api/live.ts'
import { shareStreams } from '#src/api/shared-streams.ts'

/** Everything that this guest's order has left in the cache. */
export const orderingKey = ['ordering'] as const
export const orderKey = (orderId: OrderId | undefined) => [...orderingKey, 'order', orderId] as const

/** The streams of orders: each tells the order whole, as often as it moves. */
export const orderStreams = shareStreams((orderId: OrderId, client: QueryClient, onLive) =>
  openLive({
    path: streams.order.path.replace(':orderId', orderId),
    events: orderEvents,
    hear: {
      order(order) {
        // What was wiped when its guest left stays away; an order from the counter alone is none of these screens'.
        if (order.kind !== 'goods') client.setQueryData<Order>(orderKey(orderId), shown => shown && order)
        return true
      },
      beat: () => true,
    },
    onLive,
  }),
)
