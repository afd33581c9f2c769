import type { SeatsDelta, SeatsSnapshot } from '#contract/live.ts'

/** The seats that nobody can buy, as far as a stream has told. */
export type LiveSeats = Pick<SeatsSnapshot, 'seq' | 'hallVersion' | 'unavailable'>

/** The seats after a change; undefined when a change before it is missing. */
export function withDelta(seats: LiveSeats | undefined, delta: SeatsDelta): LiveSeats | undefined {
  if (seats?.seq !== delta.from) return undefined
  const unavailable = new Set(seats.unavailable)
  for (const seat of delta.freed) unavailable.delete(seat)
  for (const seat of delta.taken) unavailable.add(seat)
  return { ...seats, seq: delta.seq, unavailable: [...unavailable] }
}
