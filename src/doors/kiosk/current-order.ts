import { useMatch } from 'react-router'
import { OrderId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { useOrder } from '#src/features/ordering/queries.ts'
import { useOrderId } from '#src/features/ordering/sale-store.ts'
import { useOrderParam } from './kiosk-links.ts'

/** The order this kiosk is busy with: the one its address names, else the sale's. */
export function useCurrentOrder(): Order | undefined {
  const match = useMatch('/kiosk/orders/:orderId')
  const fromPath = OrderId.safeParse(match?.params.orderId).data
  const fromSearch = useOrderParam()
  const fromSale = useOrderId()
  return useOrder(fromPath ?? fromSearch ?? fromSale).data
}
