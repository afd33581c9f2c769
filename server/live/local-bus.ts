import type { CinemaId, ShowId } from '#contract/ids.ts'
import type { Clock } from '../kernel/clock.ts'
import { spend } from './budget.ts'
import type { Bus, Ear, Sight } from './bus.ts'

/** Shows whose last sight is kept; those that nobody has looked at for longest make room. */
const sightsAtHand = 500

/** The bus of a house that is one process: every show is its own. */
export function createLocalBus({ clock }: { clock: Clock }): Bus {
  const ears = new Set<Ear>()
  const paidUpTo = new Map<CinemaId, number>()
  const sights = new Map<ShowId, Sight>()
  return {
    listen(ear) {
      ears.add(ear)
      return () => ears.delete(ear)
    },
    tell(news) {
      for (const ear of ears) ear.news(news)
    },
    lead: async showIds => new Set(showIds),
    resign: async () => undefined,
    async spend(cinemaId, calls) {
      const spent = spend(paidUpTo.get(cinemaId), clock.now(), calls)
      paidUpTo.set(cinemaId, spent.paidUpTo)
      return spent.waitMs
    },
    lastSight: async showId => sights.get(showId),
    async record(showId, sight) {
      sights.delete(showId)
      sights.set(showId, sight)
      for (const oldest of sights.keys()) {
        if (sights.size <= sightsAtHand) break
        sights.delete(oldest)
      }
      return true
    },
    async close() {
      ears.clear()
    },
  }
}
