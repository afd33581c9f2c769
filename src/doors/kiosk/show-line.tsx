import type { ShowId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { clockTime } from '#contract/time.ts'
import { versionLabel } from '#src/features/catalog/labels.ts'
import { useProgramme } from '#src/features/catalog/queries.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { calendarDay, longDate } from '#src/lib/dates.ts'
import { PosterArt } from '#src/ui/poster/poster-art.tsx'
import { useDateParam, useKioskCinema } from './kiosk-links.ts'

interface ShowLineProps {
  showId: ShowId
  hallName: string
  order: Order | undefined
}

/** Film, day, time and hall at a glance: what the seats on the screen are for. */
export function ShowLine({ showId, hallName, order }: ShowLineProps) {
  const language = useLanguage()
  const { data: programme } = useProgramme(useKioskCinema(), useDateParam())
  const show = programme?.shows.find(entry => entry.id === showId) ?? orderShow(order, showId)
  const film =
    programme?.films.find(entry => entry.code === show?.filmCode)?.name ?? orderShow(order, showId)?.filmName
  if (!show) return <p className="text-xl">{hallName}</p>
  return (
    <div className="flex items-center gap-5 text-right wide:text-left">
      {film && (
        <PosterArt
          name={film}
          code={show.filmCode}
          className="hidden aspect-2/3 w-24 shrink-0 rounded-xl shadow-deep wide:block"
        />
      )}
      <div>
        <p className="font-display text-2xl leading-snug font-bold text-balance">{film}</p>
        <p className="tabular text-lg wide:mt-2">
          {longDate(calendarDay(show.startsAt), language)} <strong>{clockTime(show.startsAt)}</strong>
        </p>
        <p className="text-lg text-mist">
          {hallName} · {versionLabel(show, language)}
        </p>
      </div>
    </div>
  )
}

const orderShow = (order: Order | undefined, showId: ShowId) =>
  order?.show.id === showId ? order.show : undefined
