import { useNavigate, useParams, useSearchParams } from 'react-router'
import { errors } from '#contract/errors.ts'
import { OrderId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { problemOf } from '#src/api/query-client.ts'
import { useOrder } from '#src/features/ordering/queries.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { Skeleton } from '#src/ui/spinner.tsx'
import { BasketScreen } from './basket-screen.tsx'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'
import { EndedScreen, IssuingScreen, RefundScreen } from './outcome-screens.tsx'
import { PaymentScreen } from './payment-screen.tsx'
import { TicketScreen } from './ticket-screen.tsx'

/** One address for an order from basket to ticket, to come back to at any time: it shows the order's own state. */
export function OrderScreen() {
  const orderId = OrderId.safeParse(useParams()['orderId']).data
  const { data: order, error, isFetching, refetch } = useOrder(orderId)
  if (order) return <ScreenOf order={order} />
  if (orderId !== undefined && !error) return <OrderLoading />
  return <OrderMissing error={error} onRetry={() => void refetch()} busy={isFetching} />
}

function ScreenOf({ order }: { order: Order }) {
  const [search] = useSearchParams()
  const atBasket = search.get('view') === 'basket'
  switch (order.status) {
    case 'locking':
    case 'held':
      return <BasketScreen order={order} />
    case 'paying':
      return atBasket ? <BasketScreen order={order} /> : <PaymentScreen order={order} />
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
  const t = useMessages(checkoutMessages)
  return (
    <CheckoutScreen title={t.orderTitle}>
      <Skeleton className="h-44 rounded-card" />
      <Skeleton className="h-72 rounded-card" />
    </CheckoutScreen>
  )
}

function OrderMissing({ error, onRetry, busy }: { error: unknown; onRetry: () => void; busy: boolean }) {
  const t = useMessages(checkoutMessages)
  const language = useLanguage()
  const navigate = useNavigate()
  const gone = error === null || problemOf(error).code === 'order-not-found'
  return (
    <CheckoutScreen title={t.orderTitle} back="/checkout">
      <div role="alert" className="my-auto">
        <EmptyState
          icon="ticket"
          title={errors[gone ? 'order-not-found' : problemOf(error).code].text[language]}
          action={
            gone
              ? { label: t.allFilms, onPress: () => void navigate('/checkout') }
              : { label: t.again, onPress: onRetry, busy }
          }
        />
      </div>
    </CheckoutScreen>
  )
}
