import type { ShowId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { clockTime } from '#contract/time.ts'
import { versionLabel } from '#src/features/catalog/labels.ts'
import { useProgramme } from '#src/features/catalog/queries.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { calendarDay, longDate } from '#src/lib/dates.ts'
import { useDateParam, useKioskCinema } from './kiosk-links.ts'

interface ShowLineProps {
  showId: ShowId
  hallName: string
  order: Order | undefined
}

/** Film, day, time and hall in two lines: what the seats on the screen are for. */
export function ShowLine({ showId, hallName, order }: ShowLineProps) {
  const language = useLanguage()
  const { data: programme } = useProgramme(useKioskCinema(), useDateParam())
  const show = programme?.shows.find(entry => entry.id === showId) ?? orderShow(order, showId)
  const film =
    programme?.films.find(entry => entry.code === show?.filmCode)?.name ?? orderShow(order, showId)?.filmName
  if (!show) return <p className="text-xl text-mist">{hallName}</p>
  return (
    <div className="text-right">
      <p className="font-display text-2xl font-bold">{film}</p>
      <p className="tabular text-lg text-mist">
        {longDate(calendarDay(show.startsAt), language)}{' '}
        <strong className="text-paper">{clockTime(show.startsAt)}</strong> · {hallName} ·{' '}
        {versionLabel(show, language)}
      </p>
    </div>
  )
}

const orderShow = (order: Order | undefined, showId: ShowId) =>
  order?.show.id === showId ? order.show : undefined
