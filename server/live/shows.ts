import type { ShowId } from '#contract/ids.ts'
import { type Bus, leadMs, type Sight } from './bus.ts'
import { createShowWatch, type Screen, type ShowWatch, type WatchParts } from './show-watch.ts'

/** The shows that somebody watches on this node. */
export interface Shows {
  /** A screen watches a show from now on. */
  watch(showId: ShowId, screen: Screen): { watch: ShowWatch; leave: () => void }
  /** The seats of a show that is watched, as they are now; undefined where nobody watches or nobody can say. */
  known(showId: ShowId): Sight | undefined
  /** Leaves every show to the other nodes. */
  stop(): Promise<void>
}

/** How often the right to ask about the watched shows is renewed, or tried for where another node has it. */
const tendMs = 2_000
/** A show that nobody watches any more is remembered so long, for screens that come back at once. */
const lingerMs = 60_000

export function createShows(parts: WatchParts & { bus: Bus }): Shows {
  const { bus, clock, after, chance, log } = parts
  const watches = new Map<ShowId, ShowWatch>()
  const forgetting = new Map<ShowId, () => void>()
  let leadUntil = 0
  let stopped = false
  let cancelTending: (() => void) | undefined

  const stopListening = bus.listen({
    news: news => {
      if (news.kind === 'seats') watches.get(news.showId)?.suspect()
    },
    seen: seen => watches.get(seen.showId)?.follow(seen),
    missed: () => {
      for (const watch of watches.values()) watch.readAgain()
    },
  })

  const watched = () => [...watches].filter(([, watch]) => watch.watchers > 0).map(([id]) => id)

  /** In one order everywhere, so that two nodes never wait for each other's rows. */
  async function lead(showIds: readonly ShowId[]): Promise<void> {
    const askedAt = clock.now()
    const mine = await bus.lead(showIds.toSorted())
    leadUntil = askedAt + leadMs
    for (const id of showIds) watches.get(id)?.lead(mine.has(id))
  }

  function cannotLead(error: unknown): void {
    log({ event: 'the nodes could not agree on who looks at which show', error })
    // Another node may have the shows by now.
    if (clock.now() >= leadUntil) for (const watch of watches.values()) watch.lead(false)
  }

  function tend(): void {
    cancelTending = undefined
    const showIds = watched()
    if (stopped || showIds.length === 0) return
    lead(showIds).catch(cannotLead).finally(tendLater)
  }
  function tendLater(): void {
    if (stopped || cancelTending !== undefined) return
    cancelTending = after(tendMs * (0.9 + 0.2 * chance()), tend)
  }

  function forgetLater(showId: ShowId): void {
    void bus.resign([showId]).catch(error => log({ event: 'a show could not be left to other nodes', error }))
    const forget = () => {
      forgetting.delete(showId)
      watches.delete(showId)
    }
    forgetting.set(showId, after(lingerMs, forget))
  }

  return {
    watch(showId, screen) {
      forgetting.get(showId)?.()
      forgetting.delete(showId)
      const watch = watches.get(showId) ?? createShowWatch(showId, parts)
      watches.set(showId, watch)
      const first = watch.watchers === 0
      const leave = watch.enter(screen)
      if (first) void lead([showId]).catch(cannotLead).finally(tendLater)
      return {
        watch,
        leave() {
          leave()
          if (watch.watchers === 0 && !stopped) forgetLater(showId)
        },
      }
    },
    known: showId => watches.get(showId)?.known(),
    async stop() {
      stopped = true
      cancelTending?.()
      stopListening()
      for (const cancel of forgetting.values()) cancel()
      // Where that cannot be said, the others find out when the lead runs out.
      await bus
        .resign([...watches.keys()].toSorted())
        .catch(error => log({ event: 'the shows could not be left to other nodes', error }))
    },
  }
}
