import { couplePartners } from '#contract/couples.ts'
import { scatteredSeats } from '#contract/scattered-seats.ts'
import { noSeatRules, type SeatGround, seatGround, type Taken } from '#contract/seat-ground.ts'
import { isLegal } from '#contract/seat-repair.ts'
import { placesBesideWheelchair, placesNearWheelchair } from './beside-wheelchair.ts'
import type { HallLayout } from './layout/hall-layout.ts'
import { placeScore } from './place-score.ts'
import { longestStretch, placesTogether, type Search } from './places-together.ts'
import type { Candidate } from './shortlist.ts'
import { placesInTwoRows } from './two-rows.ts'

/** What a party wants. */
export interface Wish {
  readonly size: number
  /** One of them comes in a wheelchair. */
  readonly wheelchair: boolean
  /** Only seats at this price. */
  readonly band?: number | undefined
}

/** How a party sits: side by side; in two rows behind each other; in groups; somebody alone; near the wheelchair. */
export type Arrangement = 'together' | 'two-rows' | 'groups' | 'apart' | 'nearby'

export interface Suggestion {
  readonly seats: readonly number[]
  readonly arrangement: Arrangement
  /** The most that can sit side by side, where the whole party cannot. */
  readonly mostTogether?: number
  /** On couple seats, because no others are left. */
  readonly onlyCouples?: true
}

/** Why nothing can be suggested; `left` are the seats that come into question at all. */
export type NoSuggestion =
  | { readonly kind: 'sold-out' }
  | { readonly kind: 'too-few'; readonly left: number }
  | { readonly kind: 'only-couples' }
  /** Every choice at this price breaks a rule, and others do not. */
  | { readonly kind: 'no-legal' }
  | { readonly kind: 'no-wheelchair-place' }

export type BestSeats =
  | { readonly kind: 'found'; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: 'none'; readonly reason: NoSuggestion }

const suggestionsAtMost = 12
/** Of a party in groups only so many are looked for: each has to be worked out anew. */
const scatteredAtMost = 3

/**
 * The best seats for a party, best first, each another suggestion that shares no seat with a better one (see
 * place-score.ts for what is better). Side by side if that can be had, else in two rows behind each other, else in
 * as few groups as can be. They keep to every rule of the hall, those that only warn included, as long as one choice
 * of that size does.
 *
 * Couple seats are taken whole, by even parties or when nothing else is left; wheelchair places are left to those
 * who ask for one.
 *
 * @param taken what this guest cannot have (without the seats of her own hold)
 */
export function bestSeats(layout: HallLayout, wish: Wish, taken: Taken): BestSeats {
  const ground = seatGround(layout.hall, taken)
  const wanted = (seat: number) => wish.band === undefined || layout.band[seat] === wish.band
  const search: Search = { layout, ground, wanted, legally: true, score: placeScore(layout, ground) }
  const suggestions = wish.wheelchair
    ? withWheelchair(search, wish.size)
    : withoutWheelchair(search, wish.size)
  if (suggestions.length > 0) return { kind: 'found', suggestions }
  return { kind: 'none', reason: whyNone(search, wish) }
}

function withoutWheelchair(search: Search, size: number): readonly Suggestion[] {
  const legal = arranged(search, size)
  if (legal.length > 0) return legal
  // Where no choice of this size keeps to the rules any more, in the whole hall, none is asked to.
  if (scatteredSeats(search.ground, size, () => 0)) return []
  return arranged({ ...search, legally: false, ground: { ...search.ground, rules: noSeatRules } }, size)
}

function arranged(search: Search, size: number): readonly Suggestion[] {
  const onlyCouples = onlyCouplesLeft(search)
  const said = (candidates: readonly Candidate[], arrangement: Arrangement, mostTogether?: number) =>
    candidates.map(
      ({ seats }): Suggestion => ({
        seats,
        arrangement,
        ...(mostTogether !== undefined && { mostTogether }),
        ...(onlyCouples && { onlyCouples }),
      }),
    )
  const together = placesTogether(search, size, suggestionsAtMost)
  if (together.length > 0 || size === 1) return said(together, 'together')
  const mostTogether = longestTogether(search, size)
  const twoRows = placesInTwoRows(search, size, suggestionsAtMost)
  if (twoRows.length > 0) return said(twoRows, 'two-rows', mostTogether)
  return scattered(search, size).flatMap(seats =>
    said([{ seats, cost: 0 }], hasLoner(search.ground, seats) ? 'apart' : 'groups', mostTogether),
  )
}

function withWheelchair(search: Search, size: number): readonly Suggestion[] {
  const beside = placesBesideWheelchair(search, size, suggestionsAtMost)
  if (beside.length > 0) return beside.map(({ seats }) => ({ seats, arrangement: 'together' }))
  const near = placesNearWheelchair(search, size, scatteredAtMost)
  return near.map(({ seats }) => ({ seats, arrangement: 'nearby' }))
}

/** Groups about the best point of the hall, as few as can be, and then others that share no seat with them. */
function scattered({ ground, score, wanted, legally }: Search, size: number): number[][] {
  const found: number[][] = []
  const used = new Set<number>()
  const cost = (seat: number) => Math.min(score.ofSeat(seat), 9e5 / size)
  while (found.length < scatteredAtMost) {
    const seats = scatteredSeats(ground, size, cost, seat => wanted(seat) && !used.has(seat))
    if (!seats || (legally && !isLegal(ground, seats))) break
    for (const seat of seats) used.add(seat)
    found.push(seats)
  }
  return found
}

/** Whether anybody of a choice has nobody of his own beside him. */
function hasLoner({ runs }: SeatGround, seats: readonly number[]): boolean {
  const mine = new Set(seats)
  return seats.some(seat => !mine.has(runs.besideLeft[seat] ?? -1) && !mine.has(runs.besideRight[seat] ?? -1))
}

/** The most, below the party's size, that can sit side by side. */
function longestTogether(search: Search, size: number): number {
  for (let fewer = longestStretch(search, size - 1); fewer > 1; fewer--) {
    if (placesTogether(search, fewer, 1).length > 0) return fewer
  }
  return 1
}

function onlyCouplesLeft({ ground, wanted }: Search): true | undefined {
  const partners = couplePartners(ground.seats)
  let couples = false
  for (let seat = 0; seat < partners.length; seat++) {
    if (!ground.isFree(seat) || !wanted(seat) || ground.seats.type[seat] === 'W') continue
    if ((partners[seat] ?? -1) < 0) return undefined
    couples = true
  }
  return couples || undefined
}

function whyNone(search: Search, { size, wheelchair }: Wish): NoSuggestion {
  const { ground, wanted } = search
  const free = [...ground.seats.id.keys()].filter(seat => ground.isFree(seat) && wanted(seat))
  const ordinary = free.filter(seat => ground.seats.type[seat] !== 'W')
  if (wheelchair && ordinary.length === free.length) return { kind: 'no-wheelchair-place' }
  if (free.length === 0 || (!wheelchair && ordinary.length === 0)) return { kind: 'sold-out' }
  if (!wheelchair && ordinary.length >= size && onlyCouplesLeft(search)) return { kind: 'only-couples' }
  const left = wheelchair ? free.length : ordinary.length
  return left < size ? { kind: 'too-few', left } : { kind: 'no-legal' }
}
