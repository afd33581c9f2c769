import type { SeatGround } from './seat-ground.ts'

/** Ordinary seats touching a wheelchair place that this guest could have: room for whoever comes along. */
export function companionSeats({ seats, runs, isFree }: SeatGround, place: number): number[] {
  return [runs.besideLeft[place] ?? -1, runs.besideRight[place] ?? -1].filter(
    seat => seat >= 0 && isFree(seat) && (seats.type[seat] === 'N' || seats.type[seat] === 'Z'),
  )
}

/** The wheelchair places beside a seat that somebody may still come to: free, and none of the chosen. */
function openPlacesBeside(
  { seats, runs, isFree }: SeatGround,
  seat: number,
  chosen: ReadonlySet<number>,
): number[] {
  return [runs.besideLeft[seat] ?? -1, runs.besideRight[seat] ?? -1].filter(
    place => place >= 0 && seats.type[place] === 'W' && isFree(place) && !chosen.has(place),
  )
}

/**
 * Whether an empty seat is one that is kept for a companion. Standing alone is what it is for, so it is no gap.
 */
export function keptForCompanion(ground: SeatGround, seat: number, chosen: ReadonlySet<number>): boolean {
  if (ground.rules.companions === 'off') return false
  const type = ground.seats.type[seat]
  return (type === 'N' || type === 'Z') && openPlacesBeside(ground, seat, chosen).length > 0
}

/**
 * The chosen seats that leave a free wheelchair place without a free seat beside it, though it had one. A place that
 * is chosen with them is no matter: then the seat has found its companion.
 */
export function companionsLost(ground: SeatGround, chosen: ReadonlySet<number>): number[] {
  if (ground.rules.companions === 'off') return []
  const lost = new Set<number>()
  for (const seat of chosen) {
    for (const place of openPlacesBeside(ground, seat, chosen)) {
      const companions = companionSeats(ground, place)
      if (companions.length > 0 && companions.every(other => chosen.has(other))) {
        for (const other of companions) lost.add(other)
      }
    }
  }
  return [...lost]
}
