import { type IsFree, type LoneSeat, loneSeats } from './gap-rule.ts'
import type { GapRule, SeatColumns } from './hall.ts'
import { type SeatRuns, seatRuns } from './seat-runs.ts'

/** A legal choice of as many seats in place of one that leaves a single seat alone. */
export interface GapRepair {
  readonly seats: readonly number[]
  /** By how many seats the whole party moves within its row, to the right if positive; absent for any other change. */
  readonly shift?: number
}

/** What the rule says of a choice. When no legal choice is left for the party, the gap is allowed. */
export type GapVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'lone'; readonly lone: readonly LoneSeat[]; readonly repair: GapRepair }
  | { readonly kind: 'unavoidable'; readonly lone: readonly LoneSeat[] }

interface Ground {
  readonly seats: SeatColumns
  readonly rule: GapRule
  readonly runs: SeatRuns
  readonly isFree: IsFree
}

/**
 * Judges a choice and finds its repair: touching seats in the same row, else touching seats for the whole party
 * anywhere in the hall, both preferably at the same prices and as near as can be. Couple seats are taken whole
 * and wheelchair places are never offered, so a party that needs one and sits badly is let through.
 */
export function judgeGaps(
  seats: SeatColumns,
  rule: GapRule,
  chosen: readonly number[],
  isFree: IsFree,
): GapVerdict {
  const lone = loneSeats(seats, rule, chosen, isFree)
  if (lone.length === 0) return { kind: 'fine' }
  const ground = { seats, rule, isFree, runs: seatRuns(seats, rule.areasBreakRuns) }
  const repair = withinRows(ground, chosen, lone) ?? elsewhere(ground, chosen)
  return repair ? { kind: 'lone', lone, repair } : { kind: 'unavoidable', lone }
}

/** Rows know nothing of each other, so each that has a gap is repaired by itself and the others stay. */
function withinRows(
  ground: Ground,
  chosen: readonly number[],
  lone: readonly LoneSeat[],
): GapRepair | undefined {
  const { row, rows } = ground.runs
  const rowOf = (seat: number) => row[seat] ?? -1
  const amiss = [...new Set(lone.map(({ beside }) => rowOf(beside)))]
  const kept = chosen.filter(seat => !amiss.includes(rowOf(seat)))
  const moved: number[] = []
  let shift: number | undefined
  for (const r of amiss) {
    const line = rows[r] ?? []
    const party = line.filter(seat => chosen.includes(seat))
    const place = nearest(ground, [line], party)
    if (!place) return undefined
    moved.push(...place)
    if (amiss.length === 1 && kept.length === 0 && touching(ground.runs, party)) {
      shift = line.indexOf(place[0] ?? -1) - line.indexOf(party[0] ?? -1)
    }
  }
  return { seats: [...kept, ...moved], ...(shift !== undefined && { shift }) }
}

function elsewhere(ground: Ground, chosen: readonly number[]): GapRepair | undefined {
  const seats = nearest(ground, ground.runs.rows, chosen)
  return seats && { seats }
}

/** The legal place for a party of this size in these rows that is nearest to where it sits. */
function nearest(
  ground: Ground,
  rows: readonly (readonly number[])[],
  party: readonly number[],
): readonly number[] | undefined {
  const { seats, rule, isFree } = ground
  if (party.some(seat => seats.type[seat] === 'W')) return undefined
  const costOf = costFrom(seats, party)
  let best: { place: readonly number[]; cost: number } | undefined
  for (const seat of rows.flat()) {
    const place = placeFrom(ground, seat, party.length)
    if (!place) continue
    const cost = costOf(place)
    if (best && cost >= best.cost) continue
    if (loneSeats(seats, rule, place, isFree).length === 0) best = { place, cost }
  }
  return best?.place
}

/** Touching free seats to the right of this one, itself included; no half of a couple seat without the other. */
function placeFrom({ seats, runs, isFree }: Ground, first: number, size: number): number[] | undefined {
  const place: number[] = []
  for (let seat = first; place.length < size; seat = runs.toRight[seat] ?? -1) {
    if (seat < 0 || !isFree(seat) || seats.type[seat] === 'W') return undefined
    const opened = seats.type[place.at(-1) ?? -1] === 'L'
    if (opened !== (seats.type[seat] === 'R')) return undefined
    place.push(seat)
  }
  return seats.type[place.at(-1) ?? -1] === 'L' ? undefined : place
}

const dearer = 1e12
const otherSection = 1e9

/** How bad a place is for a party: other prices count most, then another section, then the distance in the plan. */
function costFrom(seats: SeatColumns, party: readonly number[]) {
  const bandsOf = (some: readonly number[]) =>
    some
      .map(seat => seats.band[seat] ?? 0)
      .sort((a, b) => a - b)
      .join()
  const bands = bandsOf(party)
  const home = { x: mean(seats.x, party), y: mean(seats.y, party), section: seats.section[party[0] ?? -1] }
  return (place: readonly number[]): number => {
    const aside = mean(seats.x, place) - home.x
    const rows = mean(seats.y, place) - home.y
    return (
      Math.hypot(aside, rows) +
      (bandsOf(place) === bands ? 0 : dearer) +
      (seats.section[place[0] ?? -1] === home.section ? 0 : otherSection)
    )
  }
}

function touching({ toRight }: SeatRuns, party: readonly number[]): boolean {
  return party.every((seat, k) => k === party.length - 1 || toRight[seat] === party[k + 1])
}

const mean = (column: readonly number[], some: readonly number[]): number =>
  some.reduce((sum, seat) => sum + (column[seat] ?? 0), 0) / Math.max(1, some.length)
