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
          <TicketLeaving />
          <Button size="large" className="w-full" onClick={() => leave(order)}>
            {t.done}
          </Button>
        </div>
      }
    >
      <div className="flex min-h-full flex-col items-center justify-center gap-8">
        <TicketView order={order} className="w-full max-w-[42rem] animate-rise" />
        <p className="max-w-xl text-center text-xl text-mist text-balance">{t.ticketHint}</p>
      </div>
    </KioskScreen>
  )
}
