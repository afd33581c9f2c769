import type { SeatStates } from '#contract/hall.ts'
import type { OrderId, ShowId } from '#contract/ids.ts'
import { beatEveryMs, type SeatsPlace } from '#contract/live.ts'
import { Problem } from '#contract/problem.ts'
import { toInstant } from '#contract/time.ts'
import type { Ordering } from '../ordering/ordering.ts'
import type { Bus } from './bus.ts'
import { createDoorkeeper, type Doorkeeper } from './doorkeeper.ts'
import { deltaText, eventText, readPlace, snapshotText } from './event-text.ts'
import { createWatchedOrders } from './order-watch.ts'
import type { WatchParts } from './show-watch.ts'
import { createShows } from './shows.ts'
import { type Feed, openStream, type Sink, type Stream } from './stream.ts'

/** What browsers are told without asking: the seats of a show and the state of an order. */
export interface Live {
  /**
   * Everything that changes about a show's seats from now on, or from `place` on where that is still known.
   *
   * @param client whom the connection counts for
   * @throws Problem too-many-streams, or why nothing can be said of the show's seats
   */
  seats(showId: ShowId, place: SeatsPlace | undefined, client: string): Promise<Opened>
  /**
   * What cannot be bought of a show, for whoever asks: from what is watched where somebody watches, so that asking
   * costs the cloud nothing more. @throws Problem as `Seating.seatStates`
   */
  seatStates(showId: ShowId): Promise<SeatStates>
  /** An order as it is and becomes. @throws Problem too-many-streams, order-not-found */
  order(orderId: OrderId, client: string): Promise<Opened>
  /** Ends every stream and leaves the shows to other nodes. */
  stop(): Promise<void>
}

/** A stream that waits for its connection; one that never comes has to leave. */
export interface Opened {
  connect(sink: Sink): void
  leave(): void
}

export function createLive(
  parts: Omit<WatchParts, 'bus'> & {
    bus: Bus
    find: Ordering['find']
    doorkeeper?: Doorkeeper
  },
): Live {
  const { bus, find, log, clock, after } = parts
  const doorkeeper = parts.doorkeeper ?? createDoorkeeper()
  const shows = createShows(parts)
  const orders = createWatchedOrders({ find, bus, log })
  const streams = new Set<Stream>()
  let stopped = false
  let cancelBeats: (() => void) | undefined

  /** As long as there are streams. */
  function beat(): void {
    for (const stream of streams) stream.beat()
    cancelBeats = streams.size === 0 ? undefined : after(beatEveryMs, beat)
  }

  function admit(client: string): () => void {
    if (stopped) throw new Problem('too-many-streams', { retryAfterSeconds: 1 })
    return doorkeeper.admit(client)
  }

  function connect(sink: Sink, feed: Feed, leave: () => void): Stream {
    const onClose = () => {
      streams.delete(stream)
      leave()
    }
    const stream = openStream(sink, feed, { now: clock.now, onClose })
    streams.add(stream)
    cancelBeats ??= after(beatEveryMs, beat)
    stream.wake()
    if (stopped) stream.end()
    return stream
  }

  return {
    async seats(showId, place, client) {
      const leaveDoor = admit(client)
      let stream: Stream | undefined
      const { watch, leave: leaveShow } = shows.watch(showId, {
        told: () => stream?.wake(),
        ended: () => stream?.end(),
      })
      const leave = () => {
        leaveShow()
        leaveDoor()
      }
      try {
        await watch.ready()
      } catch (error) {
        leave()
        throw error
      }
      const { line } = watch
      let at = place === undefined ? undefined : readPlace(place)
      const feed: Feed = {
        next() {
          const { sight } = line
          if (sight === undefined || (at?.epoch === sight.epoch && at.seq === sight.seq)) return undefined
          const step = at && line.after(at)
          at = { epoch: sight.epoch, seq: step?.seq ?? sight.seq }
          return step === undefined ? snapshotText(sight) : deltaText(sight.epoch, step)
        },
        beat: () => eventText('beat', { seq: at?.seq }),
      }
      return {
        connect(sink) {
          stream = connect(sink, feed, leave)
          // Who resumes and has missed nothing hears at once that the stream is there.
          if (place !== undefined) stream.beat()
        },
        leave,
      }
    },
    async seatStates(showId) {
      const sight = shows.known(showId)
      if (sight === undefined) return parts.seating.seatStates(showId)
      const { hallVersion, unavailable, atMs } = sight
      return { showId, hallVersion, unavailable: [...unavailable], at: toInstant(atMs) }
    },
    async order(orderId, client) {
      const leaveDoor = admit(client)
      let stream: Stream | undefined
      const watched = await orders
        .watch(orderId, () => stream?.wake())
        .catch(error => {
          leaveDoor()
          throw error
        })
      const leave = () => {
        watched.leave()
        leaveDoor()
      }
      let version = 0
      const feed: Feed = {
        next() {
          const shown = watched.shown()
          if (shown.version === version) return undefined
          version = shown.version
          return shown.text
        },
        beat: () => eventText('beat', {}),
      }
      return {
        connect(sink) {
          stream = connect(sink, feed, leave)
        },
        leave,
      }
    },
    async stop() {
      stopped = true
      cancelBeats?.()
      orders.stop()
      for (const stream of streams) stream.end()
      await shows.stop()
    },
  }
}
