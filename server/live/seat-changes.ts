/** Seats that went and seats that came back between two sights of a show, as indexes in rising order. */
export interface SeatChanges {
  taken: number[]
  freed: number[]
}

/** What changed between two lists of seats that cannot be bought, in any order; a seat named twice is one. */
export function seatChanges(before: readonly number[], after: readonly number[]): SeatChanges {
  const had = new Set(before)
  const has = new Set(after)
  const only = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
    [...one].filter(seat => !other.has(seat)).sort(rising)
  return { taken: only(has, had), freed: only(had, has) }
}

/** The list that the changes lead to from `before`, in rising order. */
export function afterChanges(before: readonly number[], { taken, freed }: Readonly<SeatChanges>): number[] {
  const seats = new Set(before)
  for (const seat of freed) seats.delete(seat)
  for (const seat of taken) seats.add(seat)
  return [...seats].sort(rising)
}

const rising = (a: number, b: number) => a - b
