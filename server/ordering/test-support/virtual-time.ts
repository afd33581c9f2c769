import type { Clock } from '../../kernel/clock.ts'

export interface VirtualTime extends Clock {
  after(ms: number, run: () => void): () => void
  /** Moves time on without running what was planned: a call that takes long. */
  pass(ms: number): void
  /** Moves time to `instant` and runs, in order, what was planned until then. */
  goTo(instant: number): void
  /** When the next planned thing is due. */
  nextAt(): number | undefined
}

interface Planned {
  at: number
  run: () => void
  cancelled: boolean
}

/** A clock that a test owns. Nothing happens between two instants unless it was planned. */
export function createVirtualTime(start: number): VirtualTime {
  let now = start
  /** The soonest last; of the same instant, what was planned first is nearer to the end. */
  const planned: Planned[] = []
  const soonest = () => {
    while (planned.at(-1)?.cancelled === true) planned.pop()
    return planned.at(-1)
  }
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run, cancelled: false }
      let place = planned.length
      for (; place > 0; place--) {
        const before = planned[place - 1]
        if (before === undefined || before.at > entry.at) break
      }
      planned.splice(place, 0, entry)
      return () => {
        entry.cancelled = true
      }
    },
    pass(ms) {
      now += ms
    },
    goTo(instant) {
      for (let next = soonest(); next !== undefined && next.at <= instant; next = soonest()) {
        planned.pop()
        now = Math.max(now, next.at)
        next.run()
      }
      now = Math.max(now, instant)
    },
    nextAt: () => soonest()?.at,
  }
}
