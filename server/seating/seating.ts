import type { Hall, SeatRules, SeatStates } from '#contract/hall.ts'
import type { CinemaId, SeatId, SectionId, ShowId } from '#contract/ids.ts'
import type { Text } from '#contract/language.ts'
import { Problem } from '#contract/problem.ts'
import { ruleText } from '#contract/seat-rule-words.ts'
import { businessDay, toInstant } from '#contract/time.ts'
import type { Catalog, KnownShow } from '../catalog/catalog.ts'
import { valueOrProblem } from '../catalog/cloud-problem.ts'
import { createCache } from '../kernel/cache.ts'
import type { CacheStore } from '../kernel/cache-store.ts'
import type { Clock } from '../kernel/clock.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import type { CloudShow, HallPlan, MovieCloud, ShowArea, ShowRef } from '../moviecloud/gateway-types.ts'
import { buildHall } from './build-hall.ts'
import { planFor } from './plan.ts'
import { StoredPlans } from './stored-plan.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** One answer about sold seats serves everybody who asks within this time, however many screens there are. */
const soldSharedMs = 1_500
/** Joined halls kept in memory; a hall of 500 seats takes about 100 kB. */
const hallsAtHand = 100

/** A hall together with the show it was joined for. */
export interface HallOfShow extends KnownShow {
  hall: Hall
}

/** Seats that went to somebody else, and the guest's sentence about them. */
export interface TakenSeats {
  seatIds: SeatId[]
  text: Text
}

export interface Seating {
  /** @throws Problem show-not-found, show-changed, cinema-unavailable */
  hall(showId: ShowId): Promise<HallOfShow>
  /** What cannot be bought at this moment. @throws Problem as `hall` */
  seatStates(showId: ShowId): Promise<SeatStates>
  /** Which of these seats cannot be bought any more, asked of the cloud afresh. @throws Problem as `hall` */
  takenSeats(showId: ShowId, seatIds: readonly SeatId[]): Promise<TakenSeats>
  /** Somebody of ours has just locked seats of this show, so what we know of its sold seats is old. */
  seatsMoved(show: ShowRef): void
}

export function createSeating(parts: {
  catalog: Catalog
  cloud: MovieCloud
  clock: Clock
  store: CacheStore
  /** What a cinema asks of a choice of seats. */
  rules: (cinemaId: CinemaId) => { maxSeats: number; seatRules?: SeatRules }
}): Seating {
  const { catalog, cloud, clock, store, rules } = parts
  const plans = createCache({
    clock,
    freshMs: 2 * hourMs,
    renewBehindMs: 12 * hourMs,
    keepMs: 7 * 24 * hourMs,
    failureMs: 5_000,
    maxEntries: 500,
    keyOf: (show: CloudShow) => `${show.cinemaId}~${show.hallId}`,
    load: ({ cinemaId, hallId }) => cloud.hallPlans({ cinemaId, hallId }),
    store: store.shelf('plans', StoredPlans),
  })
  const areas = createCache({
    clock,
    freshMs: 10 * minuteMs,
    renewBehindMs: 15 * minuteMs,
    keepMs: hourMs,
    failureMs: 5_000,
    maxEntries: 500,
    keyOf: showKey,
    load: show => cloud.showAreas(show),
  })
  const sold = createCache({
    clock,
    freshMs: soldSharedMs,
    failureMs: soldSharedMs,
    maxEntries: 500,
    keyOf: ({ show }: HallOfShow) => showKey(show),
    load: ({ show, hall }) => soldSeats(cloud, show, occupiedSections(hall)),
  })
  const halls = hallMemo(rules)

  async function hall(showId: ShowId): Promise<HallOfShow> {
    const known = await catalog.findShow(showId)
    const { show } = known
    const [planList, areaList] = await Promise.all([
      plans.get(show).then(valueOrProblem),
      show.areaPrices.length > 0 ? areas.get(show).then(valueOrProblem) : undefined,
    ])
    const plan = planFor(planList.value, businessDay(show.startsAt))
    if (plan === undefined) {
      throw new Problem('cinema-unavailable', {
        cause: new Error('no plan of the hall is in force on that day'),
      })
    }
    return { ...known, hall: halls(known, plan, areaList?.value ?? noAreas) }
  }

  return {
    hall,
    async seatStates(showId) {
      const joined = await hall(showId)
      const { value, fetchedAtMs } = valueOrProblem(await sold.get(joined))
      return {
        showId,
        hallVersion: joined.hall.version,
        unavailable: joined.hall.seats.id.flatMap((id, index) => (value.has(id) ? [index] : [])),
        at: toInstant(fetchedAtMs),
      }
    },
    async takenSeats(showId, seatIds) {
      const joined = await hall(showId)
      const { value } = valueOrProblem(await sold.renew(joined))
      const taken = seatIds.filter(id => value.has(id))
      const seats = taken.map(id => joined.hall.seats.id.indexOf(id))
      return { seatIds: taken, text: ruleText(joined.hall, { rule: 'taken-meanwhile', seats }) }
    },
    seatsMoved: show => sold.forget(showKey(show)),
  }
}

const noAreas: readonly ShowArea[] = []
const showKey = (show: ShowRef) => `${show.cinemaId}~${show.scheduleId}~${show.scheduleKey}`

/** Sections that have seats: the cloud wants to be asked about each of them (specification 4.5.3). */
function occupiedSections(hall: Hall): SectionId[] {
  return [...new Set(hall.seats.section)].flatMap(index => hall.sections[index]?.id ?? [])
}

/** One question a section, merged. One unanswered section leaves all unanswered: half a truth sells sold seats. */
async function soldSeats(
  cloud: MovieCloud,
  show: ShowRef,
  sections: readonly SectionId[],
): Promise<Outcome<ReadonlySet<SeatId>>> {
  const answers = await Promise.all(sections.map(section => cloud.soldSeats(show, section)))
  const sold = new Set<SeatId>()
  for (const answer of answers) {
    if (answer.kind !== 'done') return answer
    for (const seatId of answer.value) sold.add(seatId)
  }
  return done(sold)
}

/** Joins a hall anew only when show, plan or areas were fetched anew; every seat poll passes here. */
function hallMemo(rules: Parameters<typeof createSeating>[0]['rules']) {
  const joined = new Map<string, { inputs: readonly unknown[]; hall: Hall }>()
  return ({ cinema, show }: KnownShow, plan: HallPlan, areas: readonly ShowArea[]): Hall => {
    const key = showKey(show)
    const inputs = [cinema, show, plan, areas]
    const last = joined.get(key)
    if (last?.inputs.every((input, index) => input === inputs[index])) return last.hall
    const hall = buildHall({ cinema, show, plan, areas, ...rules(cinema.id) })
    joined.delete(key)
    joined.set(key, { inputs, hall })
    for (const oldest of joined.keys()) {
      if (joined.size <= hallsAtHand) break
      joined.delete(oldest)
    }
    return hall
  }
}
