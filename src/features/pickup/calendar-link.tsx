import type { PickupTicket } from '#contract/pickup.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useNow } from '#src/lib/use-now.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { calendarAddress, calendarFile } from './calendar.ts'
import { pickupMessages } from './messages.ts'

/** Long enough to get to a cinema. */
const remindMinutes = 60

/** A file for the guest's own calendar; none for tickets that no longer admit or a show that is over. */
export function CalendarLink({ ticket, className = '' }: { ticket: PickupTicket; className?: string }) {
  const t = useMessages(pickupMessages)
  const now = useNow(60_000)
  const { show, tickets, code } = ticket
  const seats = tickets.filter(({ refunded }) => !refunded).map(({ row, column }) => t.seat(row, column))
  if (seats.length === 0 || Date.parse(show.endsAt) < now) return null
  const file = calendarFile(
    {
      uid: `${code}-${show.id}@foyer`,
      title: t.calendarTitle(show.filmName),
      place: `${show.cinemaName} ${show.hallName}`,
      notes: t.calendarNotes(seats.join(t.glue), code),
      startsAt: show.startsAt,
      endsAt: show.endsAt,
      remindMinutes,
    },
    now,
  )
  return (
    <a
      href={calendarAddress(file)}
      download={t.calendarFile}
      className={`${buttonClass({ kind: 'quiet' })} ${className}`}
    >
      <Icon name="calendar" />
      {t.calendar}
    </a>
  )
}
