import { Navigate, useNavigate, useParams } from 'react-router'
import type { Film } from '#contract/catalog.ts'
import { NothingThatDay, ProgrammeAge, ProgrammeFailed } from '#src/features/catalog/catalog-states.tsx'
import { versionLabel } from '#src/features/catalog/labels.ts'
import { catalogMessages } from '#src/features/catalog/messages.ts'
import { findFilm } from '#src/features/catalog/programme.ts'
import { ProgrammeDays } from '#src/features/catalog/programme-days.tsx'
import { useConnection, useProgramme } from '#src/features/catalog/queries.ts'
import { ShowList } from '#src/features/catalog/show-list.tsx'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { PosterArt } from '#src/ui/poster/poster-art.tsx'
import { Skeleton } from '#src/ui/spinner.tsx'
import { useCheckoutLinks, useCinemaParam, useDateParam } from './checkout-links.ts'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'
import { ResumeOrder } from './resume-order.tsx'

/** Which show of the film, on which day. */
export function FilmScreen() {
  const t = useMessages(checkoutMessages)
  const links = useCheckoutLinks()
  const navigate = useNavigate()
  const { filmCode = '' } = useParams()
  const date = useDateParam()
  const cinemaId = useCinemaParam()
  const { data: programme } = useProgramme(cinemaId, date)
  const film = programme && findFilm(programme, filmCode)?.film
  if (cinemaId === undefined) return <Navigate to={links.cinemas} replace />
  return (
    <CheckoutScreen title={t.showsTitle} back={links.films(date)}>
      {film && <FilmHead film={film} />}
      <ResumeOrder />
      {programme && (
        <ProgrammeDays
          programme={programme}
          selected={date ?? programme.date}
          onSelect={day => void navigate(links.film(filmCode, day), { replace: true })}
        />
      )}
      <Shows filmCode={filmCode} />
    </CheckoutScreen>
  )
}

function Shows({ filmCode }: { filmCode: string }) {
  const links = useCheckoutLinks()
  const selling = useConnection() !== 'down'
  const programme = useProgramme(useCinemaParam(), useDateParam())
  if (programme.data === undefined && programme.isError) {
    return <ProgrammeFailed onRetry={() => void programme.refetch()} busy={programme.isFetching} />
  }
  if (programme.data === undefined || programme.isPlaceholderData) {
    return <Skeleton className="h-96 rounded-card" />
  }
  const { date } = programme.data
  const entry = findFilm(programme.data, filmCode)
  if (!entry || entry.shows.length === 0) return <NothingThatDay of="film" />
  return (
    <>
      <ProgrammeAge programme={programme.data} />
      <ShowList
        date={date}
        shows={entry.shows}
        hrefOf={show => links.show(show.id, { date })}
        selling={selling}
        className="md:grid-cols-2"
      />
    </>
  )
}

function FilmHead({ film }: { film: Film }) {
  const language = useLanguage()
  const t = useMessages(catalogMessages)
  return (
    <section aria-label={film.name} className="flex items-center gap-5">
      <PosterArt
        name={film.name}
        code={film.code}
        className="aspect-2/3 w-28 shrink-0 rounded-2xl shadow-deep md:w-40"
      />
      <div className="min-w-0">
        <h2 className="font-display text-2xl leading-snug font-bold text-balance md:text-4xl">{film.name}</h2>
        <p className="mt-2 text-base text-mist">{versionLabel(film, language)}</p>
        <p className="text-base text-mist">{t.minutes(film.durationMinutes)}</p>
      </div>
    </section>
  )
}
