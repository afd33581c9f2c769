import { couplePartners } from './couples.ts'
import { scatteredSeats } from './scattered-seats.ts'
import { distanceFrom } from './seat-distance.ts'
import type { SeatGround } from './seat-ground.ts'
import { violationsOf } from './seat-rules.ts'
import type { SeatRuns } from './seat-runs.ts'

/** A choice of as many seats that keeps to every rule, in place of one that does not. */
export interface SeatRepair {
  readonly seats: readonly number[]
  /** By how many seats the whole party moves within its row, to the right if positive; absent for any other change. */
  readonly shift?: number
}

/**
 * The nearest legal choice in place of another: the rows that are amiss put right, else the whole party together
 * anywhere in the hall, else spread over as few groups as can be; each preferably at the same prices. Undefined when
 * no legal choice of that size is left. A wheelchair place that was chosen stays chosen; nobody is sent to one.
 */
export function repairOf(ground: SeatGround, chosen: readonly number[]): SeatRepair | undefined {
  const { seats, isFree } = ground
  const size = Math.min(chosen.length, ground.maxSeats)
  const kept = chosen.filter(seat => seats.type[seat] === 'W' && isFree(seat)).slice(0, size)
  const party = chosen.filter(seat => !kept.includes(seat)).slice(0, size - kept.length)
  const near = withinRows(ground, kept, party)
  if (near) return near
  const count = size - kept.length
  const home = party.length > 0 ? party : chosen
  const found =
    nearestPlace(ground, ground.runs.rows, { party: home, count, kept }) ??
    scatteredSeats(ground, count, distanceFrom(seats, home).ofSeat, undefined, kept)
  const whole = found && [...kept, ...found]
  return whole && isLegal(ground, whole) ? { seats: whole } : undefined
}

/**
 * The seat, or couple seat, nearest to one that cannot be had, with which a choice stays legal; undefined when none
 * of the nearest will do.
 */
export function nearestInstead(
  ground: SeatGround,
  selection: readonly number[],
  seat: number,
): SeatRepair | undefined {
  const { seats, isFree } = ground
  const partners = couplePartners(seats)
  const far = distanceFrom(seats, [seat]).ofSeat
  const candidates = [...seats.id.keys()].filter(
    other => seats.type[other] !== 'W' && isFree(other) && !selection.includes(other),
  )
  const nearest = candidates.sort((a, b) => far(a) - far(b)).slice(0, looksAtMost)
  for (const other of nearest) {
    const partner = partners[other] ?? -1
    const choice = [...selection, other, ...(partner >= 0 ? [partner] : [])]
    if (isLegal(ground, choice)) return { seats: choice }
  }
  return undefined
}

/** Farther seats are no alternative to the one that was meant. */
const looksAtMost = 80

export const isLegal = (ground: SeatGround, choice: readonly number[]): boolean =>
  violationsOf(ground, choice).length === 0

/** Rows know nothing of each other's gaps, so each that is amiss is repaired by itself and the others stay. */
function withinRows(
  ground: SeatGround,
  kept: readonly number[],
  party: readonly number[],
): SeatRepair | undefined {
  const { row, rows } = ground.runs
  const rowOf = (seat: number) => row[seat] ?? -1
  const seats: number[] = []
  const moves: (number | undefined)[] = []
  for (const r of new Set(party.map(rowOf))) {
    const line = rows[r] ?? []
    const here = line.filter(seat => party.includes(seat))
    const same = { party: here, count: here.length, kept: kept.filter(seat => rowOf(seat) === r) }
    if (isLegal(ground, [...here, ...same.kept])) {
      seats.push(...here)
      continue
    }
    const place = nearestPlace(ground, [line], same)
    if (!place) return undefined
    seats.push(...place)
    moves.push(
      isTogether(ground.runs, here) ? line.indexOf(place[0] ?? -1) - line.indexOf(here[0] ?? -1) : undefined,
    )
  }
  const whole = [...kept, ...seats]
  if (!isLegal(ground, whole)) return undefined
  const [shift] = moves
  const onlyOne = new Set(party.map(rowOf)).size === 1 && kept.length === 0
  return { seats: whole, ...(onlyOne && shift !== undefined && { shift }) }
}

interface Party {
  readonly party: readonly number[]
  readonly count: number
  readonly kept: readonly number[]
}

/** The legal place for so many together in these rows that is nearest to where the party sits. */
function nearestPlace(
  ground: SeatGround,
  rows: readonly (readonly number[])[],
  { party, count, kept }: Party,
): readonly number[] | undefined {
  if (count === 0) return []
  const costOf = distanceFrom(ground.seats, party).ofPlace
  let best: { place: readonly number[]; cost: number } | undefined
  for (const row of rows) {
    for (const seat of row) {
      const place = placeFrom(ground, seat, count)
      if (!place) continue
      const cost = costOf(place)
      if (best && cost >= best.cost) continue
      if (isLegal(ground, [...kept, ...place])) best = { place, cost }
    }
  }
  return best?.place
}

/** Touching free seats to the right of this one, itself included; no half of a couple seat without the other. */
export function placeFrom(
  { seats, runs, isFree }: SeatGround,
  first: number,
  size: number,
): number[] | undefined {
  const partners = couplePartners(seats)
  const place: number[] = []
  for (let seat = first; place.length < size; seat = runs.besideRight[seat] ?? -1) {
    if (seat < 0 || !isFree(seat) || seats.type[seat] === 'W') return undefined
    const partner = partners[seat] ?? -1
    if (partner >= 0 && partner !== place.at(-1) && runs.besideRight[seat] !== partner) return undefined
    place.push(seat)
  }
  const left = partners[first] ?? -1
  const right = partners[place.at(-1) ?? -1] ?? -1
  const whole = (partner: number) => partner < 0 || place.includes(partner)
  return whole(left) && whole(right) ? place : undefined
}

export function isTogether({ besideRight }: SeatRuns, party: readonly number[]): boolean {
  return party.every((seat, k) => k === party.length - 1 || besideRight[seat] === party[k + 1])
}
