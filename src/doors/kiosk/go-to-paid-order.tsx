import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { phaseOf } from '#src/features/ordering/order-rules.ts'
import { useCurrentOrder } from './current-order.ts'
import { useKioskLinks } from './kiosk-links.ts'

/** A phone may pay while the guest looks at something else: wherever she is, the screen goes on to her ticket. */
export function GoToPaidOrder() {
  const order = useCurrentOrder()
  const links = useKioskLinks()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const paid = order !== undefined && (phaseOf(order) === 'money' || phaseOf(order) === 'done')
  const away = paid && pathname !== `/kiosk/orders/${order.id}`
  const target = away ? links.order(order.id) : undefined
  useEffect(() => {
    if (target !== undefined) void navigate(target, { replace: true })
  }, [target, navigate])
  return null
}
