/** Things that come or go over a short time, each from the frame before the one that first shows it. */
export interface Appearing {
  add(things: Iterable<number>): void
  clear(): void
  /** From 0 to 1; 1 for what is not on its way. */
  progress(thing: number): number
  /** Tells the time of the frame and forgets what has arrived. @returns whether anything is still on its way */
  advance(now: number): boolean
  /** What is on its way. */
  all(): readonly number[]
}

/** One frame: the first that is painted shows that something has begun. */
const headStartMs = 1000 / 60

export function appearing(durationMs: number): Appearing {
  const starts = new Map<number, number | undefined>()
  let time = 0
  return {
    add(things) {
      for (const thing of things) starts.set(thing, undefined)
    },
    clear: () => starts.clear(),
    progress(thing) {
      if (!starts.has(thing)) return 1
      const start = starts.get(thing)
      return start === undefined ? 0 : Math.min(1, (time - start) / durationMs)
    },
    advance(now) {
      time = now
      for (const [thing, start] of starts) {
        if (start === undefined) starts.set(thing, now - headStartMs)
        else if (now - start >= durationMs) starts.delete(thing)
      }
      return starts.size > 0
    },
    all: () => [...starts.keys()],
  }
}
