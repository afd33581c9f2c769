import { useMessages } from '#src/i18n/messages.ts'
import { useAnnouncement } from '#src/ui/announcer.tsx'
import { Button } from '#src/ui/button.tsx'
import { useIdleState } from './idle-guard.tsx'
import { kioskMessages } from './messages.ts'

/** Says when the ticket will be put away; any touch gives more time, this button says so. */
export function TicketLeaving() {
  const t = useMessages(kioskMessages)
  const state = useIdleState()
  const leaving = state.kind === 'warning'
  // Once: a voice every second would keep her from listening to the code.
  useAnnouncement(leaving ? t.ticketLeaveSpoken : undefined)
  return (
    <div className="flex min-h-14 items-center justify-between gap-4 text-lg">
      <p className={leaving ? 'font-semibold text-lamp' : 'text-mist'}>
        {leaving ? t.ticketLeave(Math.ceil(state.leavesInMs / 1000)) : t.ticketKeep}
      </p>
      {leaving && <Button kind="quiet">{t.moreTime}</Button>}
    </div>
  )
}
