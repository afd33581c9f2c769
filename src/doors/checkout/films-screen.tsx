import { useEffect } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'
import type { CinemaId } from '#contract/ids.ts'
import { problemOf } from '#src/api/query-client.ts'
import { NothingThatDay, ProgrammeAge, ProgrammeFailed } from '#src/features/catalog/catalog-states.tsx'
import { FilmGrid, FilmGridSkeleton } from '#src/features/catalog/film-grid.tsx'
import { ProgrammeDays } from '#src/features/catalog/programme-days.tsx'
import { useCinemas, useProgramme } from '#src/features/catalog/queries.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { checkoutLinks, useCinemaParam, useDateParam } from './checkout-links.ts'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'
import { rememberCinema, rememberedCinema } from './remembered-cinema.ts'
import { ResumeOrder } from './resume-order.tsx'

/** The door's first address: the films of the cinema it names, of the one remembered, or the cinemas. */
export function FilmsScreen() {
  const asked = useCinemaParam()
  if (asked) return <FilmsOf cinemaId={asked} />
  const known = rememberedCinema()
  return <Navigate to={known ? checkoutLinks(known).films() : checkoutLinks(undefined).cinemas} replace />
}

function FilmsOf({ cinemaId }: { cinemaId: CinemaId }) {
  const t = useMessages(checkoutMessages)
  const links = checkoutLinks(cinemaId)
  const navigate = useNavigate()
  const date = useDateParam()
  const { data: programme } = useProgramme(cinemaId, date)
  const known = programme?.cinemaId === cinemaId
  useEffect(() => {
    if (known) rememberCinema(cinemaId)
  }, [known, cinemaId])
  return (
    <CheckoutScreen title={t.nowShowing} subtitle={<CinemaLine cinemaId={cinemaId} />} keepsPlace>
      <ResumeOrder />
      {programme && known && (
        <ProgrammeDays
          programme={programme}
          selected={date ?? programme.date}
          onSelect={day => void navigate(links.films(day), { replace: true })}
        />
      )}
      <Films cinemaId={cinemaId} />
    </CheckoutScreen>
  )
}

const columns = 'grid-cols-2 md:grid-cols-4'

function Films({ cinemaId }: { cinemaId: CinemaId }) {
  const t = useMessages(checkoutMessages)
  const links = checkoutLinks(cinemaId)
  const navigate = useNavigate()
  const date = useDateParam()
  const { data: programme, error, isPlaceholderData, isFetching, refetch } = useProgramme(cinemaId, date)
  if (error && problemOf(error).code === 'not-found') {
    return (
      <EmptyState
        icon="film"
        title={t.cinemaGone}
        action={{ label: t.changeCinema, onPress: () => void navigate(links.cinemas) }}
      />
    )
  }
  if (programme === undefined && error) {
    return <ProgrammeFailed onRetry={() => void refetch()} busy={isFetching} />
  }
  if (programme === undefined || isPlaceholderData) return <FilmGridSkeleton className={columns} />
  if (programme.shows.length === 0) return <NothingThatDay of="films" />
  return (
    <>
      <ProgrammeAge programme={programme} />
      <FilmGrid programme={programme} hrefOf={code => links.film(code, date)} className={columns} />
    </>
  )
}

/** The cinema's name, to press for another one. */
function CinemaLine({ cinemaId }: { cinemaId: CinemaId }) {
  const t = useMessages(checkoutMessages)
  const { data: cinemas } = useCinemas()
  const name = cinemas?.find(cinema => cinema.id === cinemaId)?.name
  return (
    <Link
      to={checkoutLinks(cinemaId).cinemas}
      className="-my-2 flex min-h-12 min-w-0 items-center gap-1.5 text-base text-mist"
    >
      {name && <span className="truncate">{name}</span>}
      <span className="shrink-0 font-semibold text-lamp">{t.changeCinema}</span>
    </Link>
  )
}
