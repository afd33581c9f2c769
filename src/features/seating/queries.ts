import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { ShowId } from '#contract/ids.ts'
import { call } from '#src/api/call.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { hallKey, seatStreams, statesKey } from './seat-stream.ts'

/** How often a visible map that no stream tells anything asks what was sold meanwhile; a hidden tab asks nothing. */
const seatStatesEveryMs = 3_000
/** Plan, areas and prices are asked anew at the latest after this; a new version is noticed much sooner. */
const hallFreshMs = 10 * 60_000

/** The hall of one show: plan, areas and prices. Fails with the server's Problem. */
export function useHall(showId: ShowId) {
  const language = useLanguage()
  return useQuery(
    queryOptions({
      queryKey: hallKey(showId),
      queryFn: ({ signal }) => call('getHall', { params: { showId } }, { language, signal }),
      staleTime: hallFreshMs,
    }),
  )
}

/** Watches the show's stream of seats. @returns whether it is there */
function useSeatStream(showId: ShowId): boolean {
  const client = useQueryClient()
  const watch = useCallback(
    (changed: () => void) => seatStreams.watch(showId, client, changed),
    [showId, client],
  )
  return useSyncExternalStore(watch, () => seatStreams.isLive(showId))
}

/**
 * Indexes of the seats that nobody can buy at this moment: told by the show's stream as they change, and asked for
 * every few seconds while there is none.
 *
 * Indexes are good for one version of the hall only: states of another version make the hall be fetched
 * again, and until the two agree `unavailable` is undefined, never a wrong set.
 */
export function useSeatStates(showId: ShowId, hallVersion: string) {
  const language = useLanguage()
  const client = useQueryClient()
  const isLive = useSeatStream(showId)
  const queryKey = statesKey(showId, hallVersion)
  const query = useQuery(
    queryOptions({
      queryKey,
      queryFn: async ({ signal }): Promise<number[] | null> => {
        const states = await call('getSeatStates', { params: { showId } }, { language, signal })
        // What the stream has told meanwhile is newer.
        const told = seatStreams.isLive(showId) ? client.getQueryData<number[]>(queryKey) : undefined
        if (told) return told
        if (states.hallVersion !== hallVersion) {
          void client.invalidateQueries({ queryKey: hallKey(showId) })
          return null
        }
        return states.unavailable
      },
      // Each beat of the stream proves that nothing was missed.
      refetchInterval: isLive ? false : seatStatesEveryMs,
      staleTime: 0,
    }),
  )
  // What an earlier visit to the map was told may be minutes old: judged by it, seats that have been given back
  // since would be taken from the guest's choice.
  const indexes = query.isFetchedAfterMount ? query.data : undefined
  // An answer equal to the last one is the same array, so the map is not told that everything changed.
  const unavailable = useMemo(() => (indexes ? new Set(indexes) : undefined), [indexes])
  return { unavailable, error: query.error, isPending: unavailable === undefined && !query.isError }
}
