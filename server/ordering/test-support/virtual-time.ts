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

/** A clock that a test owns. Nothing happens between two instants unless it was planned. */
export function createVirtualTime(start: number): VirtualTime {
  let now = start
  let planned: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run }
      planned.push(entry)
      return () => {
        planned = planned.filter(one => one !== entry)
      }
    },
    pass(ms) {
      now += ms
    },
    goTo(instant) {
      for (;;) {
        const next = planned.filter(one => one.at <= instant).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        planned = planned.filter(one => one !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = Math.max(now, instant)
    },
    nextAt: () => planned.map(one => one.at).sort((a, b) => a - b)[0],
  }
}
