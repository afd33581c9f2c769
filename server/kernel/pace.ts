import { z } from 'zod'
import type { Clock } from './clock.ts'

/**
 * A time that passes `times` as fast as the machine's: it was `from` when the machine's clock showed `since`, both
 * epoch ms. Processes with the same pace and the same machine's clock share one time.
 */
export const Pace = z.object({ times: z.number().positive(), since: z.number(), from: z.number() })
export type Pace = z.infer<typeof Pace>

export function pacedClock(clock: Clock, { times, since, from }: Pace): Clock {
  return { now: () => Math.floor(from + (clock.now() - since) * times) }
}

/** Calls `run` once `ms` of the paced time have passed; the answer cancels it. */
export function pacedAfter({ times }: Pace): (ms: number, run: () => void) => () => void {
  return (ms, run) => {
    const timer = setTimeout(run, ms / times)
    return () => clearTimeout(timer)
  }
}
