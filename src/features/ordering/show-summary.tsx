import type { OrderShow } from '#contract/order.ts'
import { clockTime } from '#contract/time.ts'
import { versionLabel } from '#src/features/catalog/labels.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { calendarDay, longDate } from '#src/lib/dates.ts'
import { PosterArt } from '#src/ui/poster/poster-art.tsx'

/** What is being bought, at a glance: poster, film, when and where. */
export function ShowSummary({ show, className = '' }: { show: OrderShow; className?: string }) {
  const language = useLanguage()
  return (
    <div className={`flex gap-6 ${className}`}>
      <PosterArt
        name={show.filmName}
        code={show.filmCode}
        className="aspect-2/3 w-28 shrink-0 rounded-xl shadow-deep"
      />
      <div className="min-w-0 self-center">
        <h2 className="font-display text-3xl leading-tight font-bold text-balance">{show.filmName}</h2>
        <p className="tabular mt-2 text-xl">
          {longDate(calendarDay(show.startsAt), language)} <strong>{clockTime(show.startsAt)}</strong>
        </p>
        <p className="mt-1 text-lg text-mist">
          {show.cinemaName} · {show.hallName}
        </p>
        <p className="text-base text-mist">{versionLabel(show, language)}</p>
      </div>
    </div>
  )
}
