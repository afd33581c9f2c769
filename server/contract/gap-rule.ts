import { keptForCompanion } from './companion-rule.ts'
import type { SeatGround } from './seat-ground.ts'
import type { SeatRuns } from './seat-runs.ts'

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

/**
 * The single free seats that a choice leaves alone, from left to right of each chosen seat. For every chosen seat
 * and side: a free neighbour with a free one behind it is fine; with a chosen one behind it, it is a gap in the
 * middle; with a wall, an aisle or a taken seat behind it, it is a gap at the side, unless the party could not
 * have moved away from it because nothing is free at its other end. A seat that is kept for the companion of a
 * wheelchair user may stand alone.
 */
export function loneSeats(ground: SeatGround, mine: ReadonlySet<number>): LoneSeat[] {
  const { mode, shortestRun } = ground.rules.gap
  if (mode === 'off') return []
  const found = new Map<number, LoneSeat>()
  for (const seat of mine) {
    if ((ground.runs.length[seat] ?? 0) < shortestRun) continue
    for (const [towards, away] of sides(ground.runs)) {
      const lone = loneAt(ground, { seat, towards, away, mine })
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
}

function loneAt(ground: SeatGround, { seat, towards, away, mine }: Side): LoneSeat | undefined {
  const open = (other: number) => other >= 0 && !mine.has(other) && ground.isFree(other)
  const neighbour = towards[seat] ?? -1
  if (!open(neighbour)) return undefined
  const beyond = towards[neighbour] ?? -1
  if (open(beyond)) return undefined
  if (mine.has(beyond)) return { seat: neighbour, kind: 'middle', beside: seat, beyond }
  let end = away[seat] ?? -1
  while (mine.has(end)) end = away[end] ?? -1
  if (!open(end) || keptForCompanion(ground, neighbour, mine)) return undefined
  return { seat: neighbour, kind: 'side', beside: seat, ...(beyond >= 0 && { beyond }) }
}

const sides = ({ toLeft, toRight }: SeatRuns) =>
  [
    [toLeft, toRight],
    [toRight, toLeft],
  ] as const
