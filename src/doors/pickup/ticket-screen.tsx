import type { PickupTicket } from '#contract/pickup.ts'
import { CalendarLink } from '#src/features/pickup/calendar-link.tsx'
import { pickupMessages } from '#src/features/pickup/messages.ts'
import { PrintReport } from '#src/features/pickup/print-report.tsx'
import type { TicketSearch } from '#src/features/pickup/queries.ts'
import { SearchNotice } from '#src/features/pickup/search-notice.tsx'
import { TicketCard } from '#src/features/pickup/ticket-card.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/button.tsx'
import { pickupDoorMessages } from './messages.ts'
import { PickupFrame } from './pickup-frame.tsx'

interface TicketScreenProps {
  shared: boolean
  ticket: PickupTicket
  search: TicketSearch
  onLeave: () => void
}

/** What was found: the tickets, their state, and the way out that leaves nothing behind. */
export function TicketScreen({ shared, ticket, search, onLeave }: TicketScreenProps) {
  const t = useMessages(pickupMessages)
  const door = useMessages(pickupDoorMessages)
  return (
    <PickupFrame title={t.ticketTitle} shared={shared} width="wide">
      <div className="flex flex-col gap-6 wide:grid wide:grid-cols-[minmax(0,42rem)_minmax(0,1fr)] wide:items-end wide:gap-10">
        <TicketCard ticket={ticket} className="mx-auto w-full max-w-[42rem] animate-rise" />
        <div className="mx-auto w-full max-w-[42rem] space-y-4 wide:pb-2">
          <SearchNotice search={search} waitMs={0} />
          <PrintReport
            ticket={ticket}
            busy={search.busy}
            onCheck={() => search.find({ by: 'token', token: ticket.token })}
          />
          {!shared && (
            <CalendarLink
              show={ticket.show}
              code={ticket.code}
              seats={ticket.tickets.filter(({ refunded }) => !refunded)}
              className="w-full"
            />
          )}
          <Button size="large" className="w-full" onClick={onLeave} kind={shared ? 'primary' : 'quiet'}>
            {shared ? door.done : door.another}
          </Button>
          {shared && <p className="text-center text-base text-mist">{door.wipeHint}</p>}
        </div>
      </div>
    </PickupFrame>
  )
}
