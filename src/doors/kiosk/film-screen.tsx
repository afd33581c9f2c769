import { useNavigate, useParams } from 'react-router'
import type { Film } from '#contract/catalog.ts'
import { NothingThatDay, ProgrammeAge, ProgrammeFailed } from '#src/features/catalog/catalog-states.tsx'
import { versionLabel } from '#src/features/catalog/labels.ts'
import { catalogMessages } from '#src/features/catalog/messages.ts'
import { findFilm } from '#src/features/catalog/programme.ts'
import { ProgrammeDays } from '#src/features/catalog/programme-days.tsx'
import { useProgramme, useSelling, useStatus } from '#src/features/catalog/queries.ts'
import { ShowList } from '#src/features/catalog/show-list.tsx'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { PosterArt } from '#src/ui/poster/poster-art.tsx'
import { Skeleton } from '#src/ui/spinner.tsx'
import { useDateParam, useKioskCinema, useKioskLinks } from './kiosk-links.ts'
import { KioskScreen } from './kiosk-screen.tsx'
import { kioskMessages } from './messages.ts'
import { ResumeOrder } from './resume-order.tsx'

/** Step two: which show of the film. */
export function FilmScreen() {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const navigate = useNavigate()
  const { filmCode = '' } = useParams()
  const date = useDateParam()
  const { data: programme } = useProgramme(useKioskCinema(), date)
  const film = programme && findFilm(programme, filmCode)?.film
  return (
    <KioskScreen
      title={t.showsTitle}
      step="show"
      back={links.films(date)}
      backdrop={film && <PosterArt name="" code={film.code} untitled className="size-full" />}
      choices={
        programme && (
          <ProgrammeDays
            programme={programme}
            selected={date ?? programme.date}
            onSelect={day => navigate(links.film(filmCode, day), { replace: true })}
          />
        )
      }
    >
      <ResumeOrder className="mb-6" />
      <div className="grid gap-8 wide:grid-cols-[22rem_minmax(0,1fr)]">
        {film && <FilmHero film={film} />}
        <Shows filmCode={filmCode} />
      </div>
    </KioskScreen>
  )
}

function Shows({ filmCode }: { filmCode: string }) {
  const links = useKioskLinks()
  const date = useDateParam()
  const selling = useSelling()
  const status = useStatus()
  const {
    data: programme,
    isError,
    isPlaceholderData,
    isFetching,
    refetch,
  } = useProgramme(useKioskCinema(), date)
  if (programme === undefined && (isError || status.isError)) {
    return <ProgrammeFailed onRetry={() => void refetch()} busy={isFetching} />
  }
  if (programme === undefined || isPlaceholderData) return <Skeleton className="h-96 rounded-card" />
  const entry = findFilm(programme, filmCode)
  if (!entry || entry.shows.length === 0) return <NothingThatDay of="film" />
  return (
    <div>
      <ProgrammeAge programme={programme} />
      <ShowList
        date={programme.date}
        shows={entry.shows}
        hrefOf={show => links.show(show.id, { date: programme.date, film: filmCode })}
        selling={selling}
        className="wide:grid-cols-2"
      />
    </div>
  )
}

function FilmHero({ film }: { film: Film }) {
  const language = useLanguage()
  const t = useMessages(catalogMessages)
  return (
    <section
      aria-label={film.name}
      className="flex items-center gap-8 wide:flex-col wide:items-start wide:gap-5"
    >
      <PosterArt
        name={film.name}
        code={film.code}
        className="aspect-2/3 w-64 shrink-0 rounded-card shadow-deep wide:w-full wide:max-w-72"
      />
      <div>
        <h2 className="font-display text-6xl leading-tight font-extrabold text-balance wide:text-4xl">
          {film.name}
        </h2>
        <p className="mt-5 text-2xl wide:mt-3 wide:text-xl">{versionLabel(film, language)}</p>
        <p className="mt-1 text-2xl wide:text-xl">{t.minutes(film.durationMinutes)}</p>
      </div>
    </section>
  )
}
