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
    <div className={`@container ${className}`}>
      <div className="flex gap-6 @2xl:gap-9">
        <PosterArt
          name={show.filmName}
          code={show.filmCode}
          className="aspect-2/3 w-28 shrink-0 self-start rounded-xl shadow-deep @2xl:w-52 @2xl:rounded-2xl @min-[54rem]:w-40"
        />
        <div className="min-w-0 self-center">
          <h2 className="font-display text-3xl leading-tight font-bold text-balance @2xl:text-5xl @min-[54rem]:text-4xl">
            {show.filmName}
          </h2>
          <p className="tabular mt-3 text-xl @2xl:mt-5 @2xl:text-2xl">
            {longDate(calendarDay(show.startsAt), language)}{' '}
            <strong className="whitespace-nowrap">{clockTime(show.startsAt)}</strong>
          </p>
          <p className="mt-1.5 text-lg @2xl:text-xl">{show.hallName}</p>
          <p className="mt-1 text-base text-mist @2xl:text-lg">
            {show.cinemaName} · {versionLabel(show, language)}
          </p>
        </div>
      </div>
    </div>
  )
}
