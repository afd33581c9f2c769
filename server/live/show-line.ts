import type { Seen, Sight } from './bus.ts'
import { createRing, type Step } from './ring.ts'
import { afterChanges, seatChanges } from './seat-changes.ts'

/** What the cloud said of a show's seats. */
export type Look = Pick<Sight, 'hallVersion' | 'unavailable' | 'atMs'>

/** A sight, and the step that led to it; no step when it cannot be told as a change of the one before. */
export interface Advance {
  sight: Sight
  step?: Step
  /** The cloud said the same as before: `sight` is the one that there was. */
  unchanged: boolean
}

/** The numbered sights of one show on one node, and the way from each of the latest to the newest. */
export interface ShowLine {
  readonly sight: Sight | undefined
  /** What a look makes of the line; nothing is changed before it is accepted. */
  advance(look: Look): Advance
  accept(advance: Pick<Advance, 'sight' | 'step'>): void
  /** Takes over a sight that another node has had. @returns whether anything is new */
  catchUp(sight: Sight): boolean
  /** Takes another node's step. @returns false when it does not lead on from here: then the sight has to be read */
  follow(seen: Seen): boolean
  /** The step that leads on from this place; undefined: only the whole sight does. */
  after(place: Pick<Sight, 'epoch' | 'seq'>): Step | undefined
}

/** @param mintEpoch names a line that begins here */
export function createShowLine(mintEpoch: () => string): ShowLine {
  const ring = createRing()
  let sight: Sight | undefined

  const accept: ShowLine['accept'] = next => {
    sight = next.sight
    if (next.step === undefined) ring.clear()
    else ring.add(next.step)
  }

  return {
    get sight() {
      return sight
    },
    advance({ hallVersion, unavailable, atMs }) {
      const sorted = [...new Set(unavailable)].sort((a, b) => a - b)
      const { epoch = mintEpoch(), seq = 0 } = sight ?? {}
      const next = { epoch, seq: seq + 1, hallVersion, unavailable: sorted, atMs }
      // Indexes mean other seats in another version of the hall.
      if (sight?.hallVersion !== hallVersion) return { sight: next, unchanged: false }
      const changes = seatChanges(sight.unavailable, sorted)
      if (changes.taken.length + changes.freed.length === 0) return { sight, unchanged: true }
      return { sight: next, step: { from: seq, seq: next.seq, atMs, ...changes }, unchanged: false }
    },
    accept,
    catchUp(read) {
      const sameLine = sight?.epoch === read.epoch
      if (sight !== undefined && sameLine && read.seq <= sight.seq) return false
      if (sight === undefined || !sameLine || sight.hallVersion !== read.hallVersion) {
        accept({ sight: read })
        return true
      }
      const { seq, atMs } = read
      const changes = seatChanges(sight.unavailable, read.unavailable)
      accept({ sight: read, step: { from: sight.seq, seq, atMs, ...changes } })
      return true
    },
    follow({ epoch, seq, step }) {
      if (sight?.epoch !== epoch) return false
      if (seq <= sight.seq) return true
      if (step?.from !== sight.seq) return false
      accept({
        sight: { ...sight, seq, atMs: step.atMs, unavailable: afterChanges(sight.unavailable, step) },
        step,
      })
      return true
    },
    after: ({ epoch, seq }) => (epoch === sight?.epoch ? ring.after(seq) : undefined),
  }
}
