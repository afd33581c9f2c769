import { useState } from 'react'
import type { Hall } from '#contract/hall.ts'
import type { Order } from '#contract/order.ts'
import type { Instant, LocalDate } from '#contract/time.ts'
import { useProgramme } from '#src/features/catalog/queries.ts'

/** What a screen says about the show whose seats it shows. */
export interface ShowFacts {
  filmCode: string
  filmName: string
  startsAt: Instant
  language: string
  dimension: string
}

/**
 * The show of a hall. A link to a show may name its business day or not: without it the cinema's days are looked
 * through, the present one first. Undefined while that goes on, or when the programme does not have the show.
 */
export function useShowFacts(
  hall: Hall,
  date: LocalDate | undefined,
  order: Order | undefined,
): ShowFacts | undefined {
  const ordered = order?.show.id === hall.showId ? order.show : undefined
  const [nextDay, setNextDay] = useState(0)
  const [asked, setAsked] = useState(date)
  const { data: programme, isPlaceholderData } = useProgramme(ordered ? undefined : hall.cinemaId, asked)
  if (ordered) return ordered
  if (!programme || isPlaceholderData) return undefined
  const show = programme.shows.find(entry => entry.id === hall.showId)
  const film = programme.films.find(entry => entry.code === show?.filmCode)
  if (show && film) return { ...show, filmName: film.name }
  const day = programme.days[nextDay]
  if (day !== undefined) {
    setNextDay(nextDay + 1)
    setAsked(day)
  }
  return undefined
}
