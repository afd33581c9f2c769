import type { LocalDate } from '#contract/time.ts'
import { type Film, films } from './films.ts'
import type { Dimensional } from './hall.ts'
import { pick, randomFor } from './random.ts'
import type { Cinema, Hall } from './world.ts'

/** One showing on a hall's day, before it has a price or a number. */
export interface Showing {
  film: Film
  language: string
  dimensional: Dimensional
  startsAt: number
}

const minute = 60_000
const firstStart = 9 * 60 + 30
const lastStart = 24 * 60 + 30
/** Late halls keep something on sale for guests of the night. */
const lateStart = { from: 24 * 60 + 50, until: 25 * 60 + 30 }

/**
 * What one hall plays on one business day: from half past nine, a film after the other with time to sweep, the
 * last start at half past midnight; every other hall ends with a show about one in the morning.
 */
export function timetable(seed: number, cinema: Cinema, hall: Hall, day: LocalDate): Showing[] {
  const random = randomFor(seed, 'timetable', cinema.cinemaLinkId, hall.hallId, day)
  const late = cinema.halls.indexOf(hall) % 2 === 0
  const fitting = films.filter(film => fits(film, hall))
  const midnight = Date.parse(`${day}T00:00:00+08:00`)
  const showings: Showing[] = []
  let start = firstStart + Math.floor(random() * 9) * 5
  while (start <= (late ? lateStart.until : lastStart)) {
    const film = drawFilm(random, fitting, showings.at(-1)?.film)
    const dimensional = pick(random, dimensionalsOf(film, hall))
    showings.push({
      film,
      language: pick(random, film.languages),
      dimensional,
      startsAt: midnight + start * minute,
    })
    start = roundUp(start + film.duration + 15 + Math.floor(random() * 11))
  }
  const last = showings.at(-1)
  if (late && last) {
    const earliest = midnight + (lateStart.from + Math.floor(random() * 9) * 5) * minute
    last.startsAt = Math.max(last.startsAt, earliest)
  }
  return showings
}

/** Popular films run more often, and hardly any twice in a row. */
function drawFilm(random: () => number, fitting: readonly Film[], before: Film | undefined): Film {
  const weights = fitting.map(film => (film === before ? 0.05 : 0.25) + film.draw * (film === before ? 0 : 1))
  let ticket = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const chosen = fitting.find((_, index) => {
    ticket -= weights[index] ?? 0
    return ticket < 0
  })
  return chosen ?? films[0]
}

const fits = (film: Film, hall: Hall) =>
  film.sizes.includes(hall.size) &&
  hall.dimensionals.some(dimensional => film.dimensionals.includes(dimensional))

function dimensionalsOf(film: Film, hall: Hall): [Dimensional, ...Dimensional[]] {
  const [first, ...others] = hall.dimensionals.filter(dimensional => film.dimensionals.includes(dimensional))
  if (!first) throw new Error(`${film.name} cannot run in ${hall.name}`)
  return [first, ...others]
}

const roundUp = (minutes: number) => Math.ceil(minutes / 5) * 5
