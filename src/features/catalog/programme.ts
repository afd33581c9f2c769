import type { Film, Programme, Show } from '#contract/catalog.ts'
import { businessDay } from '#contract/time.ts'

/** A film of the day with its shows in order of time. */
export interface FilmOfDay {
  film: Film
  shows: Show[]
  /** The next show that can be bought. */
  next: Show | undefined
  /** `ended`: nothing can be bought any more today; `none`: shows there are, but none is on sale. */
  sale: 'open' | 'ended' | 'none'
  /** The lowest price of a show that can be bought, in fen. */
  fromFen: number | undefined
}

/** The films of a day, those with something to buy first, each group by its next show. */
export function filmsOfDay(programme: Programme): FilmOfDay[] {
  return programme.films
    .map(film => filmOfDay(programme, film))
    .filter(entry => entry.shows.length > 0)
    .sort((a, b) => rank(a) - rank(b) || startOf(a) - startOf(b))
}

/** One film of a day; undefined when it is not shown that day. */
export function findFilm(programme: Programme, filmCode: string): FilmOfDay | undefined {
  const film = programme.films.find(entry => entry.code === filmCode)
  return film && filmOfDay(programme, film)
}

/** Whether the programme's day is the present business day of `nowMs`. */
export function isToday(programme: Programme, nowMs: number): boolean {
  return programme.date === businessDay(nowMs)
}

function filmOfDay(programme: Programme, film: Film): FilmOfDay {
  const shows = programme.shows
    .filter(show => show.filmCode === film.code)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const open = shows.filter(show => show.sale === 'on-sale')
  return {
    film,
    shows,
    next: open[0],
    sale: open.length > 0 ? 'open' : shows.every(show => show.sale === 'sales-ended') ? 'ended' : 'none',
    fromFen: open.length > 0 ? Math.min(...open.map(show => show.fromFen)) : undefined,
  }
}

const rank = (entry: FilmOfDay): number => (entry.sale === 'open' ? 0 : 1)
const startOf = (entry: FilmOfDay): number => Date.parse((entry.next ?? entry.shows[0])?.startsAt ?? '')
