import { Link } from 'react-router'
import { priceLabel } from '#contract/money.ts'
import { clockTime } from '#contract/time.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { PosterArt } from '#src/ui/poster/poster-art.tsx'
import { Price } from '#src/ui/price.tsx'
import { catalogMessages } from './messages.ts'
import type { FilmOfDay } from './programme.ts'

interface FilmCardProps {
  entry: FilmOfDay
  href: string
  /** Whether the day shown is the present one: then "no more today". */
  today: boolean
}

/** A poster to press, with what a guest asks first beneath: when next, and from how much. */
export function FilmCard({ entry, href, today }: FilmCardProps) {
  const { film, next, fromFen, sale } = entry
  const t = useMessages(catalogMessages)
  const state = sale === 'ended' ? (today ? t.ended : t.endedOtherDay) : sale === 'none' ? t.none : undefined
  return (
    <li className="animate-rise">
      <Link
        to={href}
        className="group block rounded-card transition-transform duration-200 active:scale-[0.98]"
      >
        <div className="relative">
          <PosterArt
            name={film.name}
            code={film.code}
            className={`aspect-2/3 rounded-card shadow-deep ${state ? 'brightness-60 saturate-50' : ''}`}
          />
          {state && (
            <span className="absolute inset-x-0 top-1/2 -translate-y-1/2 bg-black/80 py-2.5 text-center text-lg font-semibold text-white">
              {state}
            </span>
          )}
        </div>
        <h2 className="mt-3.5 line-clamp-2 text-xl leading-snug font-semibold text-balance">{film.name}</h2>
        <p className="mt-1 text-base text-mist">
          {film.screen !== 'NORMAL' && <strong className="text-paper">{film.screen} </strong>}
          {film.dimension} · {t.minutes(film.durationMinutes)}
        </p>
        {next && fromFen !== undefined && (
          <p className="mt-1.5 flex flex-wrap items-baseline justify-between gap-x-3 text-base">
            <span className="tabular text-paper">{t.next(clockTime(next.startsAt))}</span>
            <FromPrice fromFen={fromFen} />
          </p>
        )}
      </Link>
    </li>
  )
}

/** "¥45 起" / "from ¥45". */
export function FromPrice({ fromFen, className = 'text-xl' }: { fromFen: number; className?: string }) {
  const t = useMessages(catalogMessages)
  const [before = '', after = ''] = t.fromPrice('|').split('|')
  return (
    <span className="text-lamp">
      <span className="text-sm">{before}</span>
      <Price label={priceLabel(fromFen)} className={className} />
      <span className="text-sm">{after}</span>
    </span>
  )
}
