import { useId } from 'react'
import { Link } from 'react-router'
import type { Cinema } from '#contract/catalog.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { byCity, type City } from './cities.ts'
import { catalogMessages } from './messages.ts'

interface CinemaListProps {
  cinemas: readonly Cinema[]
  hrefOf: (cinema: Cinema) => string
  /** The cinema that this guest is or was last in. */
  current: string | undefined
}

/** All cinemas, city by city, each to press. */
export function CinemaList({ cinemas, hrefOf, current }: CinemaListProps) {
  return (
    <div className="grid gap-x-6 gap-y-8 md:grid-cols-2">
      {byCity(cinemas).map(city => (
        <CityCinemas key={city.name} city={city} hrefOf={hrefOf} current={current} />
      ))}
    </div>
  )
}

function CityCinemas({ city, hrefOf, current }: { city: City } & Omit<CinemaListProps, 'cinemas'>) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-lg font-semibold text-mist">
        {city.name}
      </h2>
      <ul className="grid gap-3">
        {city.cinemas.map(cinema => (
          <li key={cinema.id}>
            <Link
              to={hrefOf(cinema)}
              aria-current={cinema.id === current ? 'true' : undefined}
              className="flex min-h-20 items-center gap-4 rounded-card bg-ink-850 px-5 py-4 ring-1 ring-inset ring-ink-700 hover:ring-lamp/60 active:bg-ink-800 aria-[current]:ring-2 aria-[current]:ring-lamp"
            >
              <CinemaFacts cinema={cinema} />
              <Icon name="forward" className="size-6 text-mist" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function CinemaFacts({ cinema }: { cinema: Cinema }) {
  const t = useMessages(catalogMessages)
  const seats = cinema.halls.reduce((sum, hall) => sum + hall.seatCount, 0)
  return (
    <span className="min-w-0 flex-1">
      <span className="block text-xl leading-snug font-semibold text-balance">{cinema.name}</span>
      <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-base text-mist">
        {t.halls(cinema.halls.length, seats)}
        {cinema.halls.some(hall => hall.kind === 'imax') && <Badge word="IMAX" />}
        {cinema.halls.some(hall => hall.kind === 'vip') && <Badge word="VIP" />}
      </span>
    </span>
  )
}

function Badge({ word }: { word: string }) {
  return (
    <span className="rounded-md bg-ink-800 px-2 text-sm ring-1 ring-ink-700 ring-inset font-semibold text-paper">
      {word}
    </span>
  )
}
