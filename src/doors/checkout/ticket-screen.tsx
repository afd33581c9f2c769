import { useEffect } from 'react'
import { Link } from 'react-router'
import type { Order } from '#contract/order.ts'
import { ReturnTickets } from '#src/features/ordering/return-tickets.tsx'
import { useOrderId, wipeSale } from '#src/features/ordering/sale-store.ts'
import { TicketView } from '#src/features/ordering/ticket-view.tsx'
import { CalendarLink } from '#src/features/pickup/calendar-link.tsx'
import { ticketPath } from '#src/features/pickup/ticket-token.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { checkoutLinks } from './checkout-links.ts'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'

/** The ticket: to show, to keep, to put into the calendar. The address shows it again whenever it is opened. */
export function TicketScreen({ order }: { order: Order }) {
  const t = useMessages(checkoutMessages)
  const links = checkoutLinks(order.show.cinemaId)
  const ofThisSale = useOrderId() === order.id
  // The sale is over: the next one begins with nothing chosen. An older ticket looked at ends no sale.
  useEffect(() => {
    if (ofThisSale) wipeSale()
  }, [ofThisSale])
  return (
    <CheckoutScreen title={t.ticketTitle}>
      <TicketView order={order} className="mx-auto w-full max-w-[58rem] animate-rise" />
      <div className="mx-auto w-full max-w-[42rem] space-y-3">
        <p className="text-center text-base text-mist text-balance">{t.ticketHint}</p>
        {order.pickup && (
          <>
            <CalendarLink
              show={order.show}
              code={order.pickup.code}
              seats={order.quote.lines}
              className="w-full"
            />
            {/* A plain link: the pickup door is a bundle of its own. */}
            <a href={ticketPath(order.pickup.token)} className={`${buttonClass({ kind: 'quiet' })} w-full`}>
              <Icon name="ticket" />
              {t.openPickup}
            </a>
          </>
        )}
        <ReturnTickets order={order} />
        <Link to={links.films()} className={`${buttonClass({ kind: 'quiet' })} w-full`}>
          <Icon name="film" />
          {t.buyMore}
        </Link>
      </div>
    </CheckoutScreen>
  )
}
