import type { Cinema, Film, Programme, SaleState, Show } from '#contract/catalog.ts'
import { businessDay, type LocalDate, toInstant } from '#contract/time.ts'
import type { Cached } from '../kernel/cache.ts'
import type { CloudShow } from '../moviecloud/gateway-types.ts'
import { showIdOf } from './show-id.ts'
import { fromPrice } from './show-price.ts'

const minuteMs = 60_000

/** When the film is over. */
export function endsAtMs(show: CloudShow): number {
  return show.startsAt + show.film.durationMinutes * minuteMs
}

/** A sale begun later than this before the end of selling could no longer be paid, and confirmed after that. */
export const lastSaleBeforeEndMs = 2.5 * minuteMs

/**
 * Whether a guest can begin to buy now: the show's stop-selling time and its flag decide, nothing else (specification
 * 4.2.4), with the time that a purchase takes.
 */
export function saleState(show: CloudShow, nowMs: number): SaleState {
  if (nowMs > show.sellsUntil - lastSaleBeforeEndMs) return 'sales-ended'
  return show.onSale ? 'on-sale' : 'not-on-sale'
}

/** The hall's name as the cinema calls it; its number when the cinema's list has not got it yet. */
export function hallName(cinema: Cinema, show: CloudShow): string {
  return cinema.halls.find(hall => hall.id === show.hallId)?.name ?? show.hallId
}

/**
 * One business day of a cinema. Shows that are over are left out. Without a date it is the first day that still
 * sells, so that a guest at midnight is not shown a day that is done.
 */
export function programmeOf(
  cinema: Cinema,
  shows: Cached<CloudShow[]>,
  wanted: LocalDate | undefined,
  nowMs: number,
): Programme {
  const coming = shows.value.filter(show => endsAtMs(show) > nowMs)
  const selling = coming.filter(show => saleState(show, nowMs) === 'on-sale')
  const date = wanted ?? firstDay(selling) ?? firstDay(coming) ?? businessDay(nowMs)
  const ofDay = coming
    .filter(show => businessDay(show.startsAt) === date)
    .sort((a, b) => a.startsAt - b.startsAt || hallName(cinema, a).localeCompare(hallName(cinema, b), 'zh'))
  return {
    cinemaId: cinema.id,
    date,
    days: [...new Set([...daysOf(coming), date])].sort(),
    films: filmsOf(ofDay, nowMs),
    shows: ofDay.map(show => showOf(cinema, show, nowMs)),
    fetchedAt: toInstant(shows.fetchedAtMs),
    stale: shows.stale,
  }
}

const daysOf = (shows: CloudShow[]) => shows.map(show => businessDay(show.startsAt))
const firstDay = (shows: CloudShow[]) => daysOf(shows).sort()[0]

/** Each film once; first those that one can still buy, then those with most shows, then by name. */
function filmsOf(shows: CloudShow[], nowMs: number): Film[] {
  const byCode = new Map<string, { film: Film; selling: number; shows: number }>()
  for (const show of shows) {
    const seen = byCode.get(show.film.code) ?? { film: show.film, selling: 0, shows: 0 }
    seen.shows += 1
    if (saleState(show, nowMs) === 'on-sale') seen.selling += 1
    byCode.set(show.film.code, seen)
  }
  return [...byCode.values()]
    .sort(
      (a, b) =>
        Number(b.selling > 0) - Number(a.selling > 0) ||
        b.shows - a.shows ||
        a.film.name.localeCompare(b.film.name, 'zh'),
    )
    .map(entry => entry.film)
}

function showOf(cinema: Cinema, show: CloudShow, nowMs: number): Show {
  return {
    id: showIdOf(show),
    cinemaId: cinema.id,
    hallId: show.hallId,
    hallName: hallName(cinema, show),
    filmCode: show.film.code,
    language: show.film.language,
    dimension: show.film.dimension,
    screen: show.film.screen,
    startsAt: toInstant(show.startsAt),
    endsAt: toInstant(endsAtMs(show)),
    sellsUntil: toInstant(show.sellsUntil),
    sale: saleState(show, nowMs),
    fromFen: fromPrice(show, cinema.cityCode),
  }
}
