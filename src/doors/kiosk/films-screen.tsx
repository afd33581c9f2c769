import { useNavigate } from 'react-router'
import { NothingThatDay, ProgrammeAge, ProgrammeFailed } from '#src/features/catalog/catalog-states.tsx'
import { FilmGrid, FilmGridSkeleton } from '#src/features/catalog/film-grid.tsx'
import { ProgrammeDays } from '#src/features/catalog/programme-days.tsx'
import { useProgramme, useStatus } from '#src/features/catalog/queries.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { useDateParam, useKioskCinema, useKioskLinks } from './kiosk-links.ts'
import { KioskScreen } from './kiosk-screen.tsx'
import { kioskMessages } from './messages.ts'
import { ResumeOrder } from './resume-order.tsx'

const columns = 'grid-cols-3 wide:grid-cols-6'

/** Step one: which film, on which day. */
export function FilmsScreen() {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const navigate = useNavigate()
  const date = useDateParam()
  const { data: programme } = useProgramme(useKioskCinema(), date)
  return (
    <KioskScreen
      title={t.filmsTitle}
      step="film"
      keepsPlace
      back={links.attract}
      choices={
        programme && (
          <ProgrammeDays
            programme={programme}
            selected={date ?? programme.date}
            onSelect={day => navigate(links.films(day), { replace: true })}
          />
        )
      }
    >
      <ResumeOrder className="mb-6" />
      <Films />
    </KioskScreen>
  )
}

function Films() {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const cinemaId = useKioskCinema()
  const status = useStatus()
  const date = useDateParam()
  const { data: programme, isError, isPlaceholderData, isFetching, refetch } = useProgramme(cinemaId, date)
  if (status.data && cinemaId === undefined) return <EmptyState icon="film" title={t.noCinema} />
  if (programme === undefined && (isError || status.isError)) {
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
