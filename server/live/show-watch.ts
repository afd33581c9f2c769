import type { ShowId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Seating } from '../seating/seating.ts'
import type { Bus, Seen, Sight } from './bus.ts'
import { untilNextLook } from './interval.ts'
import { createShowLine, type ShowLine } from './show-line.ts'

/** What a watched show needs of the rest of the house. */
export interface WatchParts {
  seating: Pick<Seating, 'hall' | 'seatStates' | 'seatsMoved'>
  bus: Pick<Bus, 'spend' | 'record' | 'lastSight'>
  clock: Clock
  /** Calls `run` after `ms`; the answer cancels it. */
  after: (ms: number, run: () => void) => () => void
  /** From 0 to 1. */
  chance: () => number
  mintEpoch: () => string
  log: (line: { event: string; error: unknown }) => void
}

/** One show on this node, as long as somebody watches it. */
export interface ShowWatch {
  readonly line: ShowLine
  readonly watchers: number
  /** Somebody watches from now on; `told` is called when there is something new. The answer ends it. */
  enter(screen: Screen): () => void
  /** Fulfils once what the line says is true now. @throws Problem when nobody can say */
  ready(): Promise<void>
  /** The seats as they are now, without asking anybody; undefined where that cannot be said. */
  known(): Sight | undefined
  /** Whether this node is the one that asks the cloud about the show. */
  lead(mine: boolean): void
  /** We have moved seats ourselves: what was seen is old. */
  suspect(): void
  /** Another node has looked. */
  follow(seen: Seen): void
  /** News of other nodes may have been missed. */
  readAgain(): void
}

export interface Screen {
  /** There is something new. */
  told(): void
  /** The show is gone: there will be nothing new any more. */
  ended(): void
}

/** Between two looks at a show lies at least this, however much moves. */
const leastGapMs = 250
/** Who opens a show waits so long for its first sight, and so long for a sight that is newer than a sale of ours. */
const firstSightMs = 6_000
const newerSightMs = 1_000

export function createShowWatch(showId: ShowId, parts: WatchParts): ShowWatch {
  const { seating, bus, clock, after, log } = parts
  const line = createShowLine(parts.mintEpoch)
  const screens = new Set<Screen>()
  const waiting = new Set<(problem?: Problem) => void>()
  let leading = false
  /** What the line says has been so since somebody came to watch. */
  let current = false
  let failures = 0
  let problem: Problem | undefined
  let changedAt: number | undefined
  let seenBefore = false
  let lookedAt = Number.NEGATIVE_INFINITY
  let sale = { startsAt: 0, sellsUntil: Number.POSITIVE_INFINITY }
  /** How often we have moved seats, and how many of these moves the line knows. */
  let moves = 0
  let movesSeen = 0
  let looking = false
  let lookAgain = false
  let cancel: () => void = () => undefined
  let hurry: (() => void) | undefined
  let turn: Promise<void> = Promise.resolve()

  const answer = (why?: Problem) => {
    for (const tell of waiting) tell(why)
    waiting.clear()
  }
  const tellScreens = () => {
    for (const screen of screens) screen.told()
  }
  const settled = () => {
    current = true
    failures = 0
    problem = undefined
    if (moves === movesSeen) answer()
  }
  const isNews = () => {
    // A first sight is no change.
    if (seenBefore) changedAt = clock.now()
    seenBefore = true
    tellScreens()
  }

  const plan = (ms: number) => {
    cancel()
    cancel = after(ms, run)
  }
  const run = () => {
    if (!leading || screens.size === 0) return
    if (looking) {
      lookAgain = true
      return
    }
    looking = true
    lookAgain = false
    look()
      .catch(failed)
      .then(ms => {
        looking = false
        if (leading && screens.size > 0) plan(lookAgain ? leastGapMs : ms)
      })
  }

  /** Waits for the show's turn, unless we move seats meanwhile. */
  const patience = (ms: number) =>
    new Promise<void>(resolve => {
      const done = () => {
        stop()
        hurry = undefined
        resolve()
      }
      const stop = after(ms, done)
      hurry = done
    })

  /** @returns milliseconds until the next look */
  async function look(): Promise<number> {
    const { show, cinema, hall } = await seating.hall(showId)
    sale = show
    // One call a section (specification 4.5.3).
    const waitMs = await bus.spend(cinema.id, hall.sections.length)
    // Who opens a map is not kept waiting, nor is a sale of ours: those who only look again wait for both.
    const pressing = !current || moves > movesSeen
    if (waitMs > 0 && !pressing) await patience(waitMs)
    if (!leading || screens.size === 0) return 0
    const known = moves
    if (known > movesSeen) seating.seatsMoved(show)
    lookedAt = clock.now()
    const { hallVersion, unavailable, at } = await seating.seatStates(showId)
    const advance = line.advance({ hallVersion, unavailable, atMs: Date.parse(at) })
    // The others wait for a sight that is newer than the sale, also when nothing came of it.
    if (!advance.unchanged || known > movesSeen) {
      if (!(await keep(advance))) return untilNext()
    }
    movesSeen = known
    settled()
    if (!advance.unchanged) isNews()
    return untilNext()
  }

  /** @returns false when the show has become another node's */
  async function keep({ sight, step, unchanged }: ReturnType<ShowLine['advance']>): Promise<boolean> {
    try {
      if (!(await bus.record(showId, sight, unchanged ? undefined : step))) {
        leading = false
        return false
      }
    } catch (error) {
      log({ event: 'what was seen of a show could not be shared', error })
      // Nobody else has this sight, and may yet give its number to another one.
      if (!unchanged) line.accept({ sight: { ...sight, epoch: parts.mintEpoch() } })
      return true
    }
    if (!unchanged) line.accept({ sight, ...(step && { step }) })
    return true
  }

  function failed(error: unknown): number {
    problem = error instanceof Problem ? error : new Problem('internal', { cause: error })
    if (!(error instanceof Problem)) log({ event: 'a show could not be looked at', error })
    failures += 1
    answer(problem)
    if (problem.code === 'show-not-found') for (const screen of screens) screen.ended()
    return untilNext()
  }

  const untilNext = () => untilNextLook({ now: clock.now(), ...sale, changedAt, failures }, parts.chance())

  /** Reads what other nodes have seen, one after another, so that an older sight never comes after a newer one. */
  const read = () => {
    turn = turn
      .then(async () => {
        const sight = await bus.lastSight(showId)
        if (sight === undefined) return
        const fresh = line.catchUp(sight)
        // Who asks the cloud herself is only ready once it has answered.
        if (!leading) settled()
        if (fresh) isNews()
      })
      .catch(error => log({ event: 'a sight of another node could not be read', error }))
    return turn
  }

  return {
    line,
    get watchers() {
      return screens.size
    },
    enter(screen) {
      // What failed while nobody watched any more is no reason to turn somebody away.
      if (screens.size === 0) failures = 0
      screens.add(screen)
      return () => {
        screens.delete(screen)
        if (screens.size > 0) return
        cancel()
        leading = false
        current = false
      }
    },
    known: () => (current && failures === 0 && moves === movesSeen ? line.sight : undefined),
    async ready() {
      if (failures > 0 && problem !== undefined) throw problem
      const known = line.sight !== undefined && current
      if (known && moves === movesSeen) return
      await new Promise<void>((resolve, reject) => {
        const tell = (why?: Problem) => {
          stop()
          waiting.delete(tell)
          if (why === undefined) resolve()
          else reject(why)
        }
        const late = () => tell(known ? undefined : new Problem('cinema-unavailable'))
        const stop = after(known ? newerSightMs : firstSightMs, late)
        waiting.add(tell)
      })
    },
    lead(mine) {
      if (screens.size === 0) return
      const before = leading
      leading = mine
      if (!mine) cancel()
      if (mine && !before) void read().then(run)
      if (!mine && !current) void read()
    },
    suspect() {
      moves += 1
      if (!leading || screens.size === 0) return
      if (hurry) hurry()
      else if (looking) lookAgain = true
      else plan(Math.max(0, lookedAt + leastGapMs - clock.now()))
    },
    follow(seen) {
      movesSeen = moves
      const before = line.sight
      if (!line.follow(seen)) {
        void read()
        return
      }
      settled()
      if (line.sight !== before) isNews()
    },
    readAgain: () => void read(),
  }
}
