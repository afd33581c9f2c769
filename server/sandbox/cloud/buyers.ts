import { z } from 'zod'
import { Crowd } from '#contract/sandbox-control.ts'
import { addDays, businessDay } from '#contract/time.ts'
import { nextParty } from '../world/crowd.ts'
import { pick, randomFor } from '../world/random.ts'
import { planOn, type World } from '../world/world.ts'
import { saleStateOf } from './sale-state.ts'
import type { Settings } from './settings.ts'
import type { Show, showsIn } from './shows.ts'
import type { takenSeatsIn } from './taken-seats.ts'

const minuteMs = 60_000
/** After a jump of the clock no more than so many come at once: nobody waits for a day's crowd. */
const mostAtOnce = 500

/** People who buy at the cinemas' own tills while somebody tests. */
export interface Buyers {
  /** From `now` on so many come a minute; none for 0. */
  invite(crowd: Crowd, now: number): void
  /** Lets everybody buy who has come by `now`. Whoever comes, buys the same at the same seed. */
  comeUntil(now: number): void
  about(): Crowd & { bought: number }
  /** Reads again who was invited, after the settings were forgotten. */
  reread(): void
}

const State = z.object({ crowd: Crowd, since: z.int(), came: z.int(), bought: z.int() })
type State = z.infer<typeof State>

const name = 'buyers'
const nobody: State = { crowd: { buyersPerMinute: 0 }, since: 0, came: 0, bought: 0 }

interface Parts {
  seed: number
  settings: Settings
  shows: ReturnType<typeof showsIn>
  takenSeats: ReturnType<typeof takenSeatsIn>
  world(): World
  inTransaction<T>(work: () => T): T
}

export function createBuyers(parts: Parts): Buyers {
  const { seed, settings } = parts
  const read = (): State => settings.get(name, State) ?? nobody
  let state = read()
  function keep(next: State): void {
    settings.set(name, next)
    state = next
  }
  const arrivedBy = ({ crowd, since }: State, now: number) =>
    Math.floor(((now - since) / minuteMs) * crowd.buyersPerMinute)

  return {
    invite(crowd, now) {
      keep({ ...state, crowd, since: now, came: 0 })
    },
    comeUntil(now) {
      const arrived = arrivedBy(state, now)
      if (arrived <= state.came) return
      parts.inTransaction(() => {
        let { bought } = state
        const first = Math.max(state.came, arrived - mostAtOnce)
        for (let nth = first; nth < arrived; nth++) {
          const random = randomFor(seed, 'buyer', state.since, nth)
          bought += buy(parts, random, state.crowd, now)
        }
        keep({ ...state, came: arrived, bought })
      })
    },
    about: () => ({ ...state.crowd, bought: state.bought }),
    reread() {
      state = read()
    },
  }
}

/** One party chooses a show of today or tomorrow and the best places left. @returns how many seats it took */
function buy(parts: Parts, random: () => number, crowd: Crowd, now: number): number {
  const show = showFor(parts, random, crowd, now)
  const cinema = parts.world().cinemas.find(({ cinemaLinkId }) => cinemaLinkId === show?.cinemaLinkId)
  const hall = cinema?.halls.find(({ hallId }) => hallId === show?.hallId)
  if (!show || !hall) return 0
  const taken = new Set(parts.takenSeats.ofShow(show.scheduleId, now))
  const seatIds = nextParty(random, planOn(hall, show.day), taken)
  if (!seatIds) return 0
  parts.takenSeats.take(show.scheduleId, seatIds, { lockOrderId: null, lockedUntil: null, now })
  return seatIds.length
}

function showFor(parts: Parts, random: () => number, crowd: Crowd, now: number): Show | undefined {
  const [first, ...others] = parts
    .world()
    .cinemas.filter(({ cinemaLinkId }) => (crowd.cinemaLinkId ?? cinemaLinkId) === cinemaLinkId)
  if (!first) return undefined
  const cinema = pick(random, [first, ...others])
  const today = businessDay(now)
  const [soonest, ...later] = parts.shows
    .ofCinema(cinema.cinemaLinkId, today, addDays(today, 1))
    .filter(show => now < show.stopSellingAt && saleStateOf(show, cinema, now) === 'open')
  return soonest && pick(random, [soonest, ...later])
}
