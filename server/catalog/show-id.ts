import { CinemaId, ShowId } from '#contract/ids.ts'

/** The show's address: cinema and schedule together, so that a link to it can be opened cold. */
export function showIdOf(show: { cinemaId: CinemaId; scheduleId: string }): ShowId {
  return ShowId.parse(`${show.cinemaId}~${show.scheduleId}`)
}

/** Takes a show's address apart; undefined when it is none. */
export function parseShowId(showId: ShowId): { cinemaId: CinemaId; scheduleId: string } | undefined {
  const parts = /^([^~]+)~(.+)$/.exec(showId)
  const cinemaId = CinemaId.safeParse(parts?.[1])
  const scheduleId = parts?.[2]
  return cinemaId.success && scheduleId !== undefined ? { cinemaId: cinemaId.data, scheduleId } : undefined
}
