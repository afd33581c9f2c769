import { useEffect } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { OrderId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { problemOf } from '#src/api/query-client.ts'
import { holdsSeats } from '#src/features/ordering/order-rules.ts'
import { ProblemNotice } from '#src/features/ordering/problem-notice.tsx'
import { useOrder } from '#src/features/ordering/queries.ts'
import { adoptOrder } from '#src/features/ordering/sale-store.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Skeleton } from '#src/ui/spinner.tsx'
import { BasketScreen } from './basket-screen.tsx'
import { useKioskLinks } from './kiosk-links.ts'
import { KioskScreen } from './kiosk-screen.tsx'
import { kioskMessages } from './messages.ts'
import { EndedScreen, IssuingScreen, RefundScreen } from './outcome-screens.tsx'
import { PaymentScreen } from './payment-screen.tsx'
import { TicketScreen } from './ticket-screen.tsx'

/** One address for an order from basket to ticket: what it shows is the order's own state. */
export function OrderScreen() {
  const orderId = OrderId.safeParse(useParams()['orderId']).data
  const { data: order, error, isFetching, refetch } = useOrder(orderId)
  // A browser that was opened at this address knows of no sale yet; the way back to the seats needs one.
  const holding = order && holdsSeats(order) ? order.id : undefined
  useEffect(() => {
    if (holding !== undefined) adoptOrder(holding)
  }, [holding])
  if (order) return <ScreenOf order={order} />
  if (orderId !== undefined && !error) return <OrderLoading />
  return <OrderMissing error={error} onRetry={() => void refetch()} busy={isFetching} />
}

function ScreenOf({ order }: { order: Order }) {
  const [search] = useSearchParams()
  switch (order.status) {
    case 'locking':
    case 'held':
      return <BasketScreen order={order} />
    case 'paying':
      return search.get('view') === 'basket' ? (
        <BasketScreen order={order} />
      ) : (
        <PaymentScreen order={order} />
      )
    case 'closing':
      return <PaymentScreen order={order} />
    case 'issuing':
      return <IssuingScreen order={order} />
    case 'ticketed':
      return <TicketScreen order={order} />
    case 'refunding':
    case 'refunded':
    case 'returning':
    case 'returned':
      return <RefundScreen order={order} />
    case 'released':
    case 'failed':
      return <EndedScreen order={order} />
    default:
      return order.status satisfies never
  }
}

function OrderLoading() {
  const t = useMessages(kioskMessages)
  return (
    <KioskScreen title={t.basketTitle} step="pay">
      <Skeleton className="h-96 rounded-card" />
    </KioskScreen>
  )
}

function OrderMissing({ error, onRetry, busy }: { error: unknown; onRetry: () => void; busy: boolean }) {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const navigate = useNavigate()
  const gone = error === null || problemOf(error).code === 'order-not-found'
  return (
    <KioskScreen title={t.basketTitle} step="pay" back={links.films()}>
      <ProblemNotice
        error={error}
        action={
          gone
            ? { label: t.allFilms, onPress: () => void navigate(links.films()) }
            : { label: t.again, onPress: onRetry, busy }
        }
      />
    </KioskScreen>
  )
}
