import type { QueryClient } from '@tanstack/react-query'
import type { Hall } from '#contract/hall.ts'
import type { ShowId } from '#contract/ids.ts'
import { seatsEvents, streams } from '#contract/live.ts'
import { openLive } from '#src/api/live.ts'
import { shareStreams } from '#src/api/shared-streams.ts'
import { type LiveSeats, withDelta } from './live-seats.ts'

export const hallKey = (showId: ShowId) => ['seating', 'hall', showId] as const
export const statesKey = (showId: ShowId, hallVersion: string) =>
  ['seating', 'states', showId, hallVersion] as const

/**
 * The streams of shows' seats. What they tell stands where answers to questions stand, so that nobody who looks at
 * seats needs to know which of the two it was.
 */
export const seatStreams = shareStreams((showId: ShowId, client: QueryClient, onLive) => {
  let seats: LiveSeats | undefined

  function take(next: LiveSeats | undefined): boolean {
    seats = next
    if (next === undefined) return false
    const { hallVersion, unavailable } = next
    client.setQueryData(statesKey(showId, hallVersion), unavailable)
    // Indexes of another version mean other seats: the map needs that version.
    const hall = client.getQueryData<Hall>(hallKey(showId))
    if (hall !== undefined && hall.version !== hallVersion)
      void client.invalidateQueries({ queryKey: hallKey(showId) })
    return true
  }

  return openLive({
    path: streams.seats.path.replace(':showId', encodeURIComponent(showId)),
    events: seatsEvents,
    hear: {
      snapshot: take,
      delta: delta => take(withDelta(seats, delta)),
      beat: ({ seq }) => seq === seats?.seq,
    },
    onLive,
  })
})
