import { useNavigate } from 'react-router'
import type { Order } from '#contract/order.ts'
import { CancelOrderButton } from '#src/features/ordering/cancel-order-button.tsx'
import { useKioskLinks } from './kiosk-links.ts'

/** Gives the order up and goes on with the films. */
export function CancelOrder({ order }: { order: Order }) {
  const links = useKioskLinks()
  const navigate = useNavigate()
  return <CancelOrderButton order={order} onReleased={() => void navigate(links.films())} />
}
