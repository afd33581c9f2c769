/**
 * How many calls about sold seats a cinema bears, whoever watches: twenty a second for long, and for a moment as many
 * as three seconds' worth at once. The state is one instant, so that several processes can keep it in one row.
 */
export const msPerCall = 50
export const burstMs = 3_000

export interface Spent {
  /** Up to when room is taken now, epoch ms. */
  paidUpTo: number
  /** How long to wait before the calls are made: the room is taken, in the order in which it was asked for. */
  waitMs: number
}

/**
 * Takes room for `calls`.
 *
 * @param paidUpTo the instant up to which room was taken before; undefined: never. Epoch ms, as `now`
 */
export function spend(paidUpTo: number | undefined, now: number, calls: number): Spent {
  const next = Math.max(paidUpTo ?? 0, now) + calls * msPerCall
  return { paidUpTo: next, waitMs: waitFor(next, now) }
}

/** How long those wait whose room ends at `paidUpTo`. */
export const waitFor = (paidUpTo: number, now: number): number => Math.max(0, paidUpTo - burstMs - now)
