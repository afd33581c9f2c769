import { Link } from 'react-router'
import { HoldCountdown } from '#src/features/ordering/hold-countdown.tsx'
import { holdsSeats } from '#src/features/ordering/order-rules.ts'
import { useOrder } from '#src/features/ordering/queries.ts'
import { useOrderId } from '#src/features/ordering/sale-store.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { useKioskLinks } from './kiosk-links.ts'
import { kioskMessages } from './messages.ts'

/** However far a guest has gone back, seats that are still hers are one touch away. */
export function ResumeOrder({ className = '' }: { className?: string }) {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const { data: order } = useOrder(useOrderId())
  if (!order || !holdsSeats(order)) return null
  return (
    <section
      aria-label={t.attractResume}
      className={`flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card bg-ink-850 px-6 py-4 ring-1 ring-inset ring-lamp/50 ${className}`}
    >
      <p className="min-w-60 flex-1 text-lg font-semibold">
        {t.attractResume}
        <span className="block text-base font-normal text-mist">{order.show.filmName}</span>
      </p>
      <HoldCountdown order={order} />
      <Link to={links.order(order.id)} className={buttonClass()}>
        {t.resume}
      </Link>
    </section>
  )
}
