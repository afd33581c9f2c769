import { Link } from 'react-router'
import type { Show } from '#contract/catalog.ts'
import { clockTime, type LocalDate } from '#contract/time.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { isAfterMidnight, longDate } from '#src/lib/dates.ts'
import { useAnnouncement } from '#src/ui/announcer.tsx'
import { FromPrice } from './film-card.tsx'
import { versionLabel } from './labels.ts'
import { catalogMessages } from './messages.ts'

interface ShowListProps {
  date: LocalDate
  shows: readonly Show[]
  hrefOf: (show: Show) => string
  /** False while selling is paused: the times stay readable, none can be pressed. */
  selling: boolean
  className?: string
}

/** The shows of one film on one day; those that cannot be bought stay in sight and say why. */
export function ShowList({ date, shows, hrefOf, selling, className = '' }: ShowListProps) {
  const t = useMessages(catalogMessages)
  useAnnouncement(t.showsSpoken(longDate(date, useLanguage()), shows.length))
  return (
    <ul className={`grid gap-4 ${className}`}>
      {shows.map(show => (
        <li key={show.id} className="animate-rise">
          {selling && show.sale === 'on-sale' ? (
            <Link
              to={hrefOf(show)}
              className="block rounded-card bg-ink-850 p-4 sm:p-5 ring-1 ring-inset ring-ink-700 transition-transform hover:ring-lamp/60 active:scale-[0.985] active:bg-ink-800"
            >
              <ShowFacts show={show} selling={selling} />
            </Link>
          ) : (
            <div className="rounded-card bg-ink-900 p-4 sm:p-5 ring-1 ring-inset ring-ink-800">
              <ShowFacts show={show} selling={selling} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function ShowFacts({ show, selling }: { show: Show; selling: boolean }) {
  const language = useLanguage()
  const t = useMessages(catalogMessages)
  const closed =
    show.sale === 'sales-ended' ? t.showEnded : show.sale === 'not-on-sale' ? t.showClosed : undefined
  return (
    <div className="flex items-center gap-3.5 sm:gap-5">
      <div className={`w-28 shrink-0 sm:w-40 ${closed ? 'text-mist' : ''}`}>
        <p className="tabular text-3xl leading-none font-bold sm:text-4xl">{clockTime(show.startsAt)}</p>
        <p className="tabular mt-2 text-sm text-mist">
          {isAfterMidnight(show.startsAt) && (
            <span className="mr-1.5 rounded-md bg-ink-800 px-1.5 ring-1 ring-ink-700 ring-inset text-paper">
              {t.afterMidnight}
            </span>
          )}
          {t.ends(clockTime(show.endsAt))}
        </p>
      </div>
      <div className="min-w-0 flex-1">
        <p className="text-lg leading-snug font-semibold">{show.hallName}</p>
        <p className="mt-1 text-base text-mist">{versionLabel(show, language)}</p>
      </div>
      {closed || !selling ? (
        <p className="text-right text-base text-mist">{closed ?? t.closed}</p>
      ) : (
        <FromPrice fromFen={show.fromFen} className="text-xl sm:text-2xl" />
      )}
    </div>
  )
}
