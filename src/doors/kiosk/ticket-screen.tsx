import type { Order } from '#contract/order.ts'
import { TicketView } from '#src/features/ordering/ticket-view.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/button.tsx'
import { KioskScreen } from './kiosk-screen.tsx'
import { useLeave } from './leave.ts'
import { kioskMessages } from './messages.ts'
import { TicketLeaving } from './ticket-leaving.tsx'

/** The end of the sale: a ticket to take along. It goes out of sight when nobody is there. */
export function TicketScreen({ order }: { order: Order }) {
  const t = useMessages(kioskMessages)
  const leave = useLeave()
  return (
    <KioskScreen
      title={t.ticketTitle}
      step="ticket"
      dock={
        <div className="space-y-5">
          <p className="text-lg text-balance">{t.ticketHint}</p>
          <TicketLeaving />
          <Button size="large" className="w-full" onClick={() => leave(order)}>
            {t.done}
          </Button>
        </div>
      }
    >
      <TicketView order={order} className="my-auto w-full animate-rise" />
    </KioskScreen>
  )
}
