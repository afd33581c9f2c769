import { Link } from 'react-router'
import type { Order } from '#contract/order.ts'
import { businessDay } from '#contract/time.ts'
import { IssuingPanel, OutcomePanel, RefundPanel } from '#src/features/ordering/money-panels.tsx'
import { ShowSummary } from '#src/features/ordering/show-summary.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { checkoutLinks } from './checkout-links.ts'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'

/** Paid; this page may be closed and opened again. */
export function IssuingScreen({ order }: { order: Order }) {
  const t = useMessages(checkoutMessages)
  return (
    <CheckoutScreen title={t.issuingTitle}>
      <div className="my-auto space-y-10 py-6">
        <IssuingPanel order={order} />
        <Card className="p-5">
          <ShowSummary show={order.show} />
        </Card>
      </div>
    </CheckoutScreen>
  )
}

/** No tickets, or tickets given back: how much goes back, and why. */
export function RefundScreen({ order }: { order: Order }) {
  const t = useMessages(checkoutMessages)
  const links = checkoutLinks(order.show.cinemaId)
  return (
    <CheckoutScreen
      title={t.refundTitle}
      dock={
        (order.status === 'refunded' || order.status === 'returned') && (
          <Link to={links.films()} className={`${buttonClass({ size: 'large' })} w-full`}>
            {t.allFilms}
          </Link>
        )
      }
    >
      <div className="my-auto py-6">
        <RefundPanel order={order} />
      </div>
    </CheckoutScreen>
  )
}

/** Ended without money: why, and back to the seats with what was chosen still chosen. */
export function EndedScreen({ order }: { order: Order }) {
  const t = useMessages(checkoutMessages)
  const { show } = order
  const links = checkoutLinks(show.cinemaId)
  const date = businessDay(Date.parse(show.startsAt))
  return (
    <CheckoutScreen
      title={t.endedTitle}
      back={links.film(show.filmCode, date)}
      dock={
        <div className="flex gap-3">
          <Link
            to={links.films(date)}
            className={`${buttonClass({ kind: 'quiet', size: 'large' })} flex-1 px-4`}
          >
            {t.allFilms}
          </Link>
          {order.reason !== 'sales-ended' && (
            <Link
              to={links.show(show.id, { date })}
              className={`${buttonClass({ size: 'large' })} flex-1 px-4`}
            >
              {t.chooseAgain}
            </Link>
          )}
        </div>
      }
    >
      <div className="my-auto py-6">
        <OutcomePanel order={order} />
      </div>
    </CheckoutScreen>
  )
}
