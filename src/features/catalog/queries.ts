import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { Programme } from '#contract/catalog.ts'
import type { CinemaId } from '#contract/ids.ts'
import type { LocalDate } from '#contract/time.ts'
import { call } from '#src/api/call.ts'
import { currentLanguage } from '#src/i18n/language.ts'

/** A guest learns of a silent server within 3 s: one question every 1.2 s that may take as long. */
const statusEveryMs = 1_200
const statusPatienceMs = 1_200
/** A programme changes rarely; one that is old or missing is asked for until it is back. */
const programmeEveryMs = 60_000
const programmeWhenOldEveryMs = 5_000

const statusQuery = queryOptions({
  queryKey: ['catalog', 'status'],
  queryFn: ({ signal }) =>
    call(
      'getStatus',
      {},
      {
        language: currentLanguage(),
        signal: AbortSignal.any([signal, AbortSignal.timeout(statusPatienceMs)]),
      },
    ),
  refetchInterval: statusEveryMs,
  retry: false,
})

/** How the server and the cloud behind it are doing. */
export function useStatus() {
  return useQuery(statusQuery)
}

/** `down` when the cloud does not answer our server, or our server does not answer us. */
export function useConnection(): 'up' | 'down' | 'asking' {
  const { data, isError, isPending } = useStatus()
  if (isPending) return 'asking'
  return isError || data.cloud === 'down' ? 'down' : 'up'
}

/**
 * False only when the server itself says that selling is paused. A question of ours that got lost locks no
 * button: pressing it tells the truth.
 */
export function useSelling(): boolean {
  return useStatus().data?.cloud !== 'down'
}

/** All cinemas, by city. */
export function useCinemas() {
  return useQuery({
    queryKey: ['catalog', 'cinemas'],
    queryFn: ({ signal }) => call('listCinemas', {}, { language: currentLanguage(), signal }),
    staleTime: 10 * 60_000,
    refetchInterval: query => (query.state.status === 'error' ? programmeWhenOldEveryMs : false),
    select: answer => answer.cinemas,
  })
}

/**
 * Films and shows of one business day; without a date the present one. While another day loads, the last
 * one stays as placeholder (`isPlaceholderData`), so that the row of days does not jump.
 */
export function useProgramme(cinemaId: CinemaId | undefined, date?: LocalDate) {
  return useQuery({
    queryKey: ['catalog', 'programme', cinemaId, date ?? 'today'],
    queryFn: ({ signal }) => fetchProgramme(cinemaId, date, signal),
    enabled: cinemaId !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: query =>
      query.state.status === 'error' || query.state.data?.stale ? programmeWhenOldEveryMs : programmeEveryMs,
  })
}

async function fetchProgramme(
  cinemaId: CinemaId | undefined,
  date: LocalDate | undefined,
  signal: AbortSignal,
): Promise<Programme> {
  if (cinemaId === undefined) throw new Error('a programme belongs to a cinema')
  return call(
    'getProgramme',
    { params: { cinemaId }, query: date === undefined ? {} : { date } },
    { language: currentLanguage(), signal },
  )
}
