import type { Programme } from '#contract/catalog.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { longDate } from '#src/lib/dates.ts'
import { useNow } from '#src/lib/use-now.ts'
import { useAnnouncement } from '#src/ui/announcer.tsx'
import { Skeleton } from '#src/ui/spinner.tsx'
import { FilmCard } from './film-card.tsx'
import { catalogMessages } from './messages.ts'
import { filmsOfDay, isToday } from './programme.ts'

interface FilmGridProps {
  programme: Programme
  hrefOf: (filmCode: string) => string
  /** Columns of the grid, as the door's layout has room for. */
  className?: string
}

/** The films of a day as posters. */
export function FilmGrid({ programme, hrefOf, className = 'grid-cols-2' }: FilmGridProps) {
  const today = isToday(programme, useNow(60_000))
  const films = filmsOfDay(programme)
  const t = useMessages(catalogMessages)
  // Readers learn that the list is there, and that another day shows another one.
  useAnnouncement(t.filmsSpoken(longDate(programme.date, useLanguage()), films.length))
  return (
    <ul className={`grid gap-x-6 gap-y-9 ${className}`}>
      {films.map(entry => (
        <FilmCard key={entry.film.code} entry={entry} href={hrefOf(entry.film.code)} today={today} />
      ))}
    </ul>
  )
}

/** The grid's place while it loads. */
export function FilmGridSkeleton({ className = 'grid-cols-2' }: { className?: string }) {
  const t = useMessages(catalogMessages)
  return (
    <div role="status" aria-label={t.loading} className={`grid gap-x-6 gap-y-9 ${className}`}>
      {Array.from({ length: 6 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike
        <div key={i}>
          <Skeleton className="aspect-2/3 rounded-card" />
          <Skeleton className="mt-4 h-7 w-3/4" />
          <Skeleton className="mt-2.5 h-5 w-1/2" />
        </div>
      ))}
    </div>
  )
}
