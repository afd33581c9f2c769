import { createHash } from 'node:crypto'
import type { LocalDate } from '#contract/time.ts'
import { beijingHour } from './beijing-hour.ts'
import { crowd } from './crowd.ts'
import type { Dimensional, ScreenSize } from './hall.ts'
import { randomFor } from './random.ts'
import { type Tariff, tariff } from './tariff.ts'
import { type Showing, timetable } from './timetable.ts'
import { type Cinema, type Hall, planOn, type World } from './world.ts'

/** A show as the programme makes it; what changes later is in the database. */
export interface PlannedShow extends Tariff {
  scheduleId: number
  scheduleKey: string
  sessionCode: string
  cinemaLinkId: string
  hallId: string
  day: LocalDate
  startsAt: number
  stopSellingAt: number
  filmCode: string
  shortName: string
  language: string
  dimensional: Dimensional
  size: ScreenSize
  /** The cinema has taken it off sale. */
  stopped: boolean
  /** Seats that were bought before we came. */
  soldSeatIds: string[]
}

/** All shows of one business day; the same seed and day make the same shows, whatever came before. */
export function programmeOf(seed: number, world: World, day: LocalDate): PlannedShow[] {
  const firstId = (Math.floor(Date.parse(day) / 86_400_000) % 10_000) * 1000
  const shows: PlannedShow[] = []
  for (const cinema of world.cinemas)
    for (const hall of cinema.halls)
      timetable(seed, cinema, hall, day).forEach((showing, index) => {
        shows.push(
          planShow({ seed, cinema, hall, day, showing, index, scheduleId: firstId + shows.length + 1 }),
        )
      })
  return shows
}

interface Plan {
  seed: number
  cinema: Cinema
  hall: Hall
  day: LocalDate
  showing: Showing
  /** The show's place in its hall's day. */
  index: number
  scheduleId: number
}

function planShow({ seed, cinema, hall, day, showing, index, scheduleId }: Plan): PlannedShow {
  const random = randomFor(seed, 'show', scheduleId)
  const key = createHash('md5').update(`${seed}\0${scheduleId}`).digest('hex').toUpperCase()
  const kind = hall.prices[index % hall.prices.length] ?? hall.prices[0]
  return {
    scheduleId,
    scheduleKey: key,
    sessionCode: `${cinema.cinemaLinkId}${day.slice(2).replaceAll('-', '')}${key.slice(0, 6)}`,
    cinemaLinkId: cinema.cinemaLinkId,
    hallId: hall.hallId,
    day,
    startsAt: showing.startsAt,
    stopSellingAt: showing.startsAt - cinema.stopSellingMinutes * 60_000,
    filmCode: showing.film.filmCode,
    shortName: shortName(showing, hall.size),
    language: showing.language,
    dimensional: showing.dimensional,
    size: hall.size,
    stopped: random() < cinema.stoppedShare,
    soldSeatIds: crowd(
      random,
      planOn(hall, day),
      showing.film.draw * attraction(showing.startsAt) * (0.3 + random() * 0.7),
    ),
    ...tariff(cinema, hall, showing, kind),
  }
}

/** "月背来电（IMAX 3D）": the film as this cinema calls this version of it. */
function shortName({ film, dimensional, language }: Showing, size: ScreenSize): string {
  const version = [
    size === 'NORMAL' ? '' : size === 'IMAX' ? 'IMAX' : '巨幕',
    dimensional === '2D' ? '' : dimensional,
    film.languages.length > 1 ? language : '',
  ].filter(part => part !== '')
  return version.length === 0 ? film.name : `${film.name}（${version.join(' ')}）`
}

/** How full a house the hour and the day of the week make. */
function attraction(startsAt: number): number {
  const { hour, weekday } = beijingHour(startsAt)
  const weekend = [0, 5, 6].includes(weekday)
  if (hour < 6 || hour >= 23) return weekend ? 0.25 : 0.1
  if (hour < 12) return weekend ? 0.4 : 0.15
  if (hour < 18) return weekend ? 0.75 : 0.4
  return weekend ? 0.95 : 0.75
}
