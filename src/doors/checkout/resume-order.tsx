import { Link } from 'react-router'
import { HoldCountdown } from '#src/features/ordering/hold-countdown.tsx'
import { holdsSeats } from '#src/features/ordering/order-rules.ts'
import { useOrder } from '#src/features/ordering/queries.ts'
import { useOrderId } from '#src/features/ordering/sale-store.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { useCheckoutLinks } from './checkout-links.ts'
import { checkoutMessages } from './messages.ts'

/** However far a guest has gone back, seats that are still hers are one tap away. */
export function ResumeOrder() {
  const t = useMessages(checkoutMessages)
  const links = useCheckoutLinks()
  const { data: order } = useOrder(useOrderId())
  if (!order || !holdsSeats(order)) return null
  return (
    <section
      aria-label={t.resume}
      className="flex items-center gap-4 rounded-card bg-ink-850 p-4 ring-1 ring-inset ring-lamp/50"
    >
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{t.resume}</p>
        <p className="truncate text-base text-mist">{order.show.filmName}</p>
        <div className="mt-2">
          <HoldCountdown order={order} />
        </div>
      </div>
      <Link to={links.order(order.id)} className={buttonClass()}>
        {t.resumeGo}
      </Link>
    </section>
  )
}
