import { EventEmitter } from 'node:events'
import type { Hall } from '#contract/hall.ts'
import { CinemaId, type ShowId } from '#contract/ids.ts'
import type { Order } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import { toInstant } from '#contract/time.ts'
import { sampleCinema, samplePlan, sampleSeat, sampleShow } from '../../catalog/test-support/sample.ts'
import { createVirtualTime } from '../../ordering/test-support/virtual-time.ts'
import { buildHall } from '../../seating/build-hall.ts'
import type { Bus } from '../bus.ts'
import { createLive } from '../live.ts'
import { createLocalBus } from '../local-bus.ts'
import type { WatchParts } from '../show-watch.ts'
import type { Sink } from '../stream.ts'

/** Monday noon in Beijing. */
export const noon = Date.parse('2026-11-23T12:00:00+08:00')
const hourMs = 3_600_000

/** A cinema whose seats the test sells, and a live house before it whose time the test owns. */
export function openWatchedCinema(options: { bus?: Bus; rest?: () => Promise<void> } = {}) {
  const settle = options.rest ?? rest
  const time = createVirtualTime(noon)
  const sold = new Map<ShowId, Set<number>>()
  const cinema = {
    /** The shows that were asked about, in order. */
    looks: [] as ShowId[],
    /** How often it was told that seats have moved. */
    moved: 0,
    hallVersion: 'v1',
    sections: 1,
    startsAt: noon + 7 * hourMs,
    /** What every question is answered with while it is set. */
    trouble: undefined as Problem['code'] | undefined,
    sell(showId: ShowId, ...seats: number[]) {
      sold.set(showId, new Set([...(sold.get(showId) ?? []), ...seats]))
    },
    giveBack: (showId: ShowId, seat: number) => void sold.get(showId)?.delete(seat),
  }
  const seating: WatchParts['seating'] = {
    async hall(showId) {
      const known = knownShow(showId, cinema.startsAt)
      return { ...known, fetchedAtMs: time.now(), hall: hallOf(known, cinema) }
    },
    async seatStates(showId) {
      cinema.looks.push(showId)
      if (cinema.trouble !== undefined) throw new Problem(cinema.trouble)
      const unavailable = [...(sold.get(showId) ?? [])]
      return { showId, hallVersion: cinema.hallVersion, unavailable, at: toInstant(time.now()) }
    },
    seatsMoved() {
      cinema.moved += 1
    },
  }
  const bus = options.bus ?? createLocalBus({ clock: time })
  let lines = 0
  const complaints: string[] = []
  const live = createLive({
    seating,
    bus,
    find: async (): Promise<Order> => {
      throw new Problem('order-not-found')
    },
    clock: time,
    after: time.after,
    chance: () => 0,
    mintEpoch: () => `line${++lines}`,
    log: ({ event }) => void complaints.push(event),
  })

  return {
    cinema,
    bus,
    live,
    time,
    complaints,
    /** Lets so much time pass, and everything come to rest that is set off meanwhile. */
    async pass(ms: number): Promise<void> {
      const until = time.now() + ms
      await settle()
      for (let at = time.nextAt(); at !== undefined && at <= until; at = time.nextAt()) {
        time.goTo(at)
        await settle()
      }
      time.goTo(until)
      await settle()
    },
    /** A screen that watches a show; rejects as its connection would be refused. */
    async watch(showId: ShowId, place?: string, client = 'somebody') {
      const opened = await live.seats(showId, place, client)
      const screen = createScreen()
      opened.connect(screen)
      return screen
    },
  }
}

/** Every promise that waits for nothing but others has come to its end. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve))
}

/** A connection's far end: what it was told, as `name data`, and how it ended. */
function createScreen() {
  const events = new EventEmitter()
  const told: { name: string; id: string | undefined; data: unknown }[] = []
  const sink: Sink & {
    told: typeof told
    closed: boolean
    names(): string[]
    /** The guest leaves. */
    leave(): void
  } = {
    told,
    closed: false,
    names: () => told.map(({ name }) => name),
    write(bytes) {
      const fields = new Map(
        bytes
          .toString()
          .split('\n')
          .map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
      )
      told.push({
        name: fields.get('event') ?? '',
        id: fields.get('id'),
        data: JSON.parse(fields.get('data') ?? 'null'),
      })
      return true
    },
    on: (event, listener) => events.on(event, listener),
    end: () => sink.leave(),
    destroy: () => sink.leave(),
    leave() {
      if (sink.closed) return
      sink.closed = true
      events.emit('close')
    },
  }
  return sink
}

function knownShow(showId: ShowId, startsAt: number) {
  const [cinemaId = '', scheduleId = ''] = showId.split('~')
  const show = sampleShow({
    cinemaId: CinemaId.parse(cinemaId),
    scheduleId,
    startsAt,
    sellsUntil: startsAt,
  })
  return { cinema: sampleCinema({ id: show.cinemaId }), show }
}

function hallOf(
  known: ReturnType<typeof knownShow>,
  { sections, hallVersion }: { sections: number; hallVersion: string },
): Hall {
  const plan = samplePlan([sampleSeat('A-1')])
  const hall = buildHall({ ...known, plan, areas: [], maxSeats: 6 })
  const names = Array.from({ length: sections }, () => hall.sections).flat()
  return { ...hall, version: hallVersion, sections: names }
}
