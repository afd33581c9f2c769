import { z } from 'zod'
import { Cinema, type Programme } from '#contract/catalog.ts'
import type { CinemaId, ShowId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import { addDays, businessDay, type LocalDate } from '#contract/time.ts'
import { type Cached, createCache } from '../kernel/cache.ts'
import type { CacheStore } from '../kernel/cache-store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { CloudShow, MovieCloud } from '../moviecloud/gateway-types.ts'
import { valueOrProblem } from './cloud-problem.ts'
import { StoredShows } from './cloud-show.ts'
import { programmeOf } from './programme.ts'
import { parseShowId } from './show-id.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** The specification advises to ask for about a week at once (4.2.2). */
const daysAhead = 6
/** An unknown show is looked up afresh, but a cinema is not asked more often than this for such reasons. */
const coldLookupMs = minuteMs

/** A cinema whose shows were fetched this recently is not asked again because one of them is out of date. */
const changedAgainMs = 10_000

/** A show with all that is known about it, and how old that knowledge is. */
export interface KnownShow {
  cinema: Cinema
  show: CloudShow
  fetchedAtMs: number
}

/** Cinemas and their programme, from caches as patient as the cloud asks for (4.1.3, 4.2.2). */
export interface Catalog {
  /** All cinemas, by city and name. @throws Problem cinema-unavailable */
  cinemas(): Promise<Cinema[]>
  /** @throws Problem not-found, cinema-unavailable */
  programme(cinemaId: CinemaId, date: LocalDate | undefined): Promise<Programme>
  /** @throws Problem show-not-found, cinema-unavailable */
  findShow(showId: ShowId): Promise<KnownShow>
  /** Fetches a cinema's shows again, because one of them turned out to have changed. */
  showsChanged(cinemaId: CinemaId): Promise<void>
  /** Asks the cloud for its cinemas: the lightest question there is, to learn whether it answers again. */
  knock(): Promise<void>
}

export function createCatalog(parts: { cloud: MovieCloud; clock: Clock; store: CacheStore }): Catalog {
  const { cloud, clock, store } = parts
  const cinemaCache = createCache({
    clock,
    freshMs: 4 * hourMs,
    renewBehindMs: 24 * hourMs,
    keepMs: 7 * 24 * hourMs,
    failureMs: 5_000,
    maxEntries: 1,
    keyOf: () => 'all',
    load: () => cloud.cinemas(),
    store: store.shelf('cinemas', z.array(Cinema)),
  })
  const showCache = createCache({
    clock,
    freshMs: 20 * minuteMs,
    renewBehindMs: 30 * minuteMs,
    keepMs: 24 * hourMs,
    failureMs: 5_000,
    maxEntries: 2_000,
    keyOf: (cinemaId: CinemaId) => cinemaId,
    load: cinemaId => {
      const from = businessDay(clock.now())
      return cloud.shows({ cinemaId, from, to: addDays(from, daysAhead) })
    },
    store: store.shelf('shows', StoredShows),
  })

  async function cinemas(): Promise<Cinema[]> {
    const { value } = valueOrProblem(await cinemaCache.get(undefined))
    return value.toSorted(
      (a, b) => a.cityCode.localeCompare(b.cityCode) || a.name.localeCompare(b.name, 'zh'),
    )
  }

  const cinemaOf = async (cinemaId: CinemaId) => (await cinemas()).find(cinema => cinema.id === cinemaId)

  return {
    cinemas,
    async programme(cinemaId, date) {
      const cinema = await cinemaOf(cinemaId)
      if (cinema === undefined) throw new Problem('not-found', { field: 'cinemaId' })
      return programmeOf(cinema, valueOrProblem(await showCache.get(cinemaId)), date, clock.now())
    },
    async findShow(showId) {
      const parts = parseShowId(showId)
      const cinema = parts && (await cinemaOf(parts.cinemaId))
      if (parts === undefined || cinema === undefined) throw new Problem('show-not-found')
      const known = (shows: Cached<CloudShow[]>): KnownShow | undefined => {
        const show = shows.value.find(({ scheduleId }) => scheduleId === parts.scheduleId)
        return show && { cinema, show, fetchedAtMs: shows.fetchedAtMs }
      }
      const shows = valueOrProblem(await showCache.get(cinema.id))
      let found = known(shows)
      if (found === undefined && clock.now() - shows.fetchedAtMs >= coldLookupMs) {
        found = known(valueOrProblem(await showCache.renew(cinema.id)))
      }
      if (found === undefined) throw new Problem('show-not-found')
      return found
    },
    async showsChanged(cinemaId) {
      const known = await showCache.get(cinemaId)
      if (known.kind === 'done' && clock.now() - known.value.fetchedAtMs < changedAgainMs) return
      await showCache.renew(cinemaId)
    },
    async knock() {
      await cinemaCache.renew(undefined)
    },
  }
}
