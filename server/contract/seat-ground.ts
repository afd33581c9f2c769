import type { Hall, SeatColumns, SeatRules } from './hall.ts'
import { type SeatRuns, seatRuns } from './seat-runs.ts'

/** Seats that this guest could have: neither taken by others, nor broken, nor held back. */
export type IsFree = (seat: number) => boolean

/** What others have. */
export type Taken = Pick<ReadonlySet<number>, 'has'>

/** What a choice of seats is judged on: the plan, the cinema's rules, and what is free for this guest. */
export interface SeatGround {
  readonly seats: SeatColumns
  readonly maxSeats: number
  readonly rules: SeatRules
  readonly runs: SeatRuns
  readonly isFree: IsFree
}

export const noSeatRules: SeatRules = {
  gap: { mode: 'off', shortestRun: 1, areasBreakRuns: false },
  companions: 'off',
  within: 'hall',
}

/**
 * The ground at this moment.
 *
 * @param taken what others have (without the seats of the guest's own hold)
 */
export function seatGround(hall: Pick<Hall, 'seats' | 'maxSeats' | 'seatRules'>, taken: Taken): SeatGround {
  const { seats, maxSeats, seatRules: rules = noSeatRules } = hall
  const runs = seatRuns(seats, rules.gap.areasBreakRuns)
  return { seats, maxSeats, rules, runs, isFree: freeFor(seats, taken) }
}

/** What this guest could have, by what others have taken. */
export function freeFor(seats: SeatColumns, taken: Taken): IsFree {
  const damaged = damagedIn(seats)
  return seat => !taken.has(seat) && !damaged.has(seat) && seats.type[seat] !== 'H'
}

const known = new WeakMap<SeatColumns, ReadonlySet<number>>()

/** The broken seats of a hall, which are never for sale. */
export function damagedIn(seats: SeatColumns): ReadonlySet<number> {
  const before = known.get(seats)
  if (before) return before
  const damaged = new Set(seats.damaged)
  known.set(seats, damaged)
  return damaged
}
