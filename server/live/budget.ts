/**
 * How many calls about sold seats a cinema bears, whoever watches: ten a second for long, and for a moment as many as
 * six seconds' worth at once. The state is one instant, so that several processes can keep it in one row.
 */
export const msPerCall = 100
export const burstMs = 6_000

export type Spent = { kind: 'spent'; paidUpTo: number } | { kind: 'wait'; ms: number }

/**
 * Takes room for `calls`, or tells how long to wait for it.
 *
 * @param paidUpTo the instant up to which room was taken before; undefined: never. Epoch ms, as `now`
 */
export function spend(paidUpTo: number | undefined, now: number, calls: number): Spent {
  const from = Math.max(paidUpTo ?? 0, now)
  const cost = costOf(calls)
  const ms = from + cost - (now + burstMs)
  return ms > 0 ? { kind: 'wait', ms } : { kind: 'spent', paidUpTo: from + cost }
}

/** A hall of more sections than the burst has room for is asked about when nothing else is. */
export const costOf = (calls: number): number => Math.min(calls * msPerCall, burstMs)
