import { Link } from 'react-router'
import type { ShowSold } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Blank, Waiting } from '../parts/blank.tsx'
import { hourAndMinute } from '../parts/times.ts'
import { usePlace } from '../place.ts'
import { useShows } from '../queries.ts'
import { hallMessages } from './messages.ts'

interface ShowListProps {
  cinema: string
  day: string
  opened: string | undefined
}

/** The shows of a day by time; those that sell no more are folded away, unless one of them is looked at. */
export function ShowList({ cinema, day, opened }: ShowListProps) {
  const t = useMessages(hallMessages)
  const { data } = useShows(cinema, day)
  if (!data) return <Waiting lines={6} />
  if (data.length === 0) return <Blank title={t.noShows}>{t.noShowsHint}</Blank>
  const shows = data.toSorted((a, b) => a.startsAt - b.startsAt)
  const over = shows.filter(show => show.sale === 'over')
  const lines = (some: readonly ShowSold[]) => (
    <ul className="grid gap-1 sm:max-lg:grid-cols-2">
      {some.map(show => (
        <li key={show.scheduleId}>
          <ShowLink show={show} opened={show.scheduleId === opened} />
        </li>
      ))}
    </ul>
  )
  return (
    <div className="lg:max-h-[calc(100vh-24rem)] lg:min-h-80 lg:overflow-y-auto lg:pr-1">
      {over.length > 0 && (
        <details open={over.some(show => show.scheduleId === opened)} className="mb-1">
          <summary className="min-h-9 rounded-xl px-3 py-2 text-sm text-mist -outline-offset-2 hover:bg-ink-800">
            {t.overCount(over.length)}
          </summary>
          {lines(over)}
        </details>
      )}
      {lines(shows.filter(show => show.sale !== 'over'))}
    </div>
  )
}

function ShowLink({ show, opened }: { show: ShowSold; opened: boolean }) {
  const t = useMessages(hallMessages)
  const { linkTo } = usePlace()
  return (
    <Link
      to={linkTo({ show: show.scheduleId })}
      aria-current={opened ? 'true' : undefined}
      className="block rounded-xl px-3 py-2 -outline-offset-2 hover:bg-ink-800 aria-[current]:bg-ink-800 aria-[current]:shadow-[inset_3px_0_0_var(--color-lamp)]"
    >
      <span className="flex items-baseline gap-2.5">
        <span className={`tabular ${show.sale === 'open' ? 'font-bold' : 'text-mist'}`}>
          {hourAndMinute(show.startsAt)}
        </span>
        <span className="min-w-0 flex-1 truncate text-sm">{show.film}</span>
        <span className="max-w-32 truncate text-xs text-mist">{show.hallName}</span>
      </span>
      <SoldBar show={show} />
      <span className="tabular mt-1 flex justify-between text-xs text-mist">
        <span>{t.seatCount(show.seats - show.sold - show.locked, show.seats)}</span>
        <span>{show.sale === 'open' ? t.until(hourAndMinute(show.stopSellingAt)) : t[show.sale]}</span>
      </span>
    </Link>
  )
}

/** Sold, locked and free as lengths; the words for it stand beside. */
export function SoldBar({ show }: { show: ShowSold }) {
  const t = useMessages(hallMessages)
  const { seats, sold, locked } = show
  return (
    <svg
      role="img"
      aria-label={t.bar(seats - sold - locked, locked, sold)}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="mt-1.5 h-1.5 w-full overflow-hidden rounded-full"
    >
      <rect width="100" height="4" className="fill-ink-600" />
      <rect width={seats === 0 ? 0 : (100 * (sold + locked)) / seats} height="4" className="fill-lamp" />
      <rect width={seats === 0 ? 0 : (100 * sold) / seats} height="4" className="fill-leaf" />
    </svg>
  )
}
