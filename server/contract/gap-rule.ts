import type { GapRule, SeatColumns } from './hall.ts'
import { type SeatRuns, seatRuns } from './seat-runs.ts'

/** One free seat that a choice leaves alone. */
export interface LoneSeat {
  readonly seat: number
  /** In the middle: between two seats of this choice. At the side: between it and a wall, an aisle or others. */
  readonly kind: 'middle' | 'side'
  /** The chosen seat that it touches. */
  readonly beside: number
  /** What stands on its other side; absent at a wall or an aisle. */
  readonly beyond?: number
}

/** Seats that this guest could have: neither taken by others, nor broken, nor held back. */
export type IsFree = (seat: number) => boolean

/** What this guest could have, by what others have taken (without the seats of her own hold). */
export function freeFor(seats: SeatColumns, taken: ReadonlySet<number>): IsFree {
  const damaged = new Set(seats.damaged)
  return seat => !taken.has(seat) && !damaged.has(seat) && seats.type[seat] !== 'H'
}

/**
 * The single free seats that a choice leaves alone, from left to right of each chosen seat. For every chosen seat
 * and side: a free neighbour with a free one behind it is fine; with a chosen one behind it, it is a gap in the
 * middle; with a wall, an aisle or a taken seat behind it, it is a gap at the side, unless the party could not
 * have moved away from it because nothing is free at its other end.
 */
export function loneSeats(
  seats: SeatColumns,
  rule: GapRule,
  chosen: readonly number[],
  isFree: IsFree,
): LoneSeat[] {
  if (rule.mode === 'off') return []
  const runs = seatRuns(seats, rule.areasBreakRuns)
  const mine = new Set(chosen)
  const found = new Map<number, LoneSeat>()
  for (const seat of chosen) {
    if ((runs.length[seat] ?? 0) < rule.shortestRun) continue
    for (const [towards, away] of sides(runs)) {
      const lone = loneAt({ seat, towards, away, mine, isFree })
      if (lone && !found.has(lone.seat)) found.set(lone.seat, lone)
    }
  }
  return [...found.values()]
}

interface Side {
  readonly seat: number
  readonly towards: Int32Array
  readonly away: Int32Array
  readonly mine: ReadonlySet<number>
  readonly isFree: IsFree
}

function loneAt({ seat, towards, away, mine, isFree }: Side): LoneSeat | undefined {
  const open = (other: number) => other >= 0 && !mine.has(other) && isFree(other)
  const neighbour = towards[seat] ?? -1
  if (!open(neighbour)) return undefined
  const beyond = towards[neighbour] ?? -1
  if (open(beyond)) return undefined
  if (mine.has(beyond)) return { seat: neighbour, kind: 'middle', beside: seat, beyond }
  let end = away[seat] ?? -1
  while (mine.has(end)) end = away[end] ?? -1
  if (!open(end)) return undefined
  return { seat: neighbour, kind: 'side', beside: seat, ...(beyond >= 0 && { beyond }) }
}

const sides = ({ toLeft, toRight }: SeatRuns) =>
  [
    [toLeft, toRight],
    [toRight, toLeft],
  ] as const
