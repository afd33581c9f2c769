import type { OrderShow } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useNow } from '#src/lib/use-now.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { calendarAddress, calendarFile } from './calendar.ts'
import { pickupMessages } from './messages.ts'

/** Long enough to get to a cinema. */
const remindMinutes = 60

interface CalendarLinkProps {
  show: OrderShow
  /** The pickup code. */
  code: string
  /** The seats that admit. */
  seats: readonly { row: string; column: string }[]
  className?: string
}

/** A file for the guest's own calendar; none without seats or when the show is over. */
export function CalendarLink({ show, code, seats, className = '' }: CalendarLinkProps) {
  const t = useMessages(pickupMessages)
  const now = useNow(60_000)
  if (seats.length === 0 || Date.parse(show.endsAt) < now) return null
  const file = calendarFile(
    {
      uid: `${code}-${show.id}@foyer`,
      title: t.calendarTitle(show.filmName),
      place: `${show.cinemaName} ${show.hallName}`,
      notes: t.calendarNotes(seats.map(({ row, column }) => t.seat(row, column)).join(t.glue), code),
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
