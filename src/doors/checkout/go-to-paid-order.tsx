import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { phaseOf } from '#src/features/ordering/order-rules.ts'
import { useOrder } from '#src/features/ordering/queries.ts'
import { useOrderId } from '#src/features/ordering/sale-store.ts'
import { checkoutLinks } from './checkout-links.ts'

/** A payment may land while the guest looks at something else: wherever she is, she is taken to her tickets. */
export function GoToPaidOrder() {
  const { data: order } = useOrder(useOrderId())
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const target =
    order && (phaseOf(order) === 'money' || phaseOf(order) === 'done')
      ? checkoutLinks(order.show.cinemaId).order(order.id)
      : undefined
  const away = target !== undefined && pathname !== target
  useEffect(() => {
    if (away) void navigate(target, { replace: true })
  }, [away, target, navigate])
  return null
}
