import { companionsLost } from './companion-rule.ts'
import { couplePartners } from './couples.ts'
import type { ErrorCode } from './errors.ts'
import { loneSeats } from './gap-rule.ts'
import { damagedIn, type SeatGround } from './seat-ground.ts'
import type { SeatRule } from './seat-rule.ts'

/** One thing that speaks against a choice of seats. Its sentence is in seat-rule-words.ts. */
export interface Violation {
  readonly rule: SeatRule
  /** The seats it is about: those chosen wrongly, or those that would be left alone. */
  readonly seats: readonly number[]
  /** Whether an order is refused for it while a choice that keeps to all rules is left. */
  readonly insistence: 'warn' | 'forbid'
}

/** What the server answers when it refuses an order for a rule. */
export const errorOfRule: Readonly<Record<SeatRule, ErrorCode>> = {
  'not-a-seat': 'show-changed',
  damaged: 'seat-not-for-sale',
  'held-back': 'seat-not-for-sale',
  sold: 'seats-taken',
  'taken-meanwhile': 'seats-taken',
  'couple-half-sold': 'seats-taken',
  limit: 'too-many-seats',
  'couple-split': 'couple-seat-split',
  'one-section': 'seats-apart',
  'one-area': 'seats-apart',
  'companion-seat': 'companion-seat',
  'single-gap': 'single-gap',
}

/** Rules that no better offer makes up for: such a choice cannot be sold at all. */
const absolute: ReadonlySet<SeatRule> = new Set([
  'not-a-seat',
  'damaged',
  'held-back',
  'sold',
  'taken-meanwhile',
  'couple-half-sold',
  'limit',
  'couple-split',
])
export const isAbsolute = (rule: SeatRule): boolean => absolute.has(rule)

/** Why a seat cannot be had at all; undefined when it can. */
export type SeatObstacle = Extract<
  SeatRule,
  'not-a-seat' | 'damaged' | 'held-back' | 'sold' | 'couple-half-sold'
>

/** What keeps this guest from this seat, if anything does. A couple seat is had whole or not at all. */
export function obstacleAt(ground: SeatGround, seat: number): SeatObstacle | undefined {
  const { seats, isFree } = ground
  if (!Number.isInteger(seat) || seat < 0 || seat >= seats.id.length) return 'not-a-seat'
  if (damagedIn(seats).has(seat)) return 'damaged'
  if (seats.type[seat] === 'H') return 'held-back'
  if (!isFree(seat)) return 'sold'
  const partner = couplePartners(seats)[seat] ?? -1
  return partner >= 0 && !isFree(partner) ? 'couple-half-sold' : undefined
}

/** Everything that speaks against a choice, what cannot be sold first, then as the cinema's rules are listed. */
export function violationsOf(ground: SeatGround, chosen: readonly number[]): Violation[] {
  const found: Violation[] = []
  const add = (rule: SeatRule, seats: readonly number[], insistence: Violation['insistence'] = 'forbid') => {
    if (seats.length > 0) found.push({ rule, seats, insistence })
  }
  const blocked = new Map<SeatObstacle, number[]>()
  for (const seat of chosen) {
    const obstacle = obstacleAt(ground, seat)
    if (obstacle) blocked.set(obstacle, [...(blocked.get(obstacle) ?? []), seat])
  }
  for (const [obstacle, seats] of blocked) add(obstacle, seats)

  const mine = new Set(chosen)
  const partners = couplePartners(ground.seats)
  const { within, companions, gap } = ground.rules
  if (chosen.length > ground.maxSeats) add('limit', chosen)
  add(
    'couple-split',
    chosen.filter(seat => (partners[seat] ?? -1) >= 0 && !mine.has(partners[seat] ?? -1)),
  )
  if (within === 'section' && spread(ground.seats.section, chosen)) add('one-section', chosen)
  if (within === 'area' && spread(ground.seats.band, chosen)) add('one-area', chosen)
  if (companions !== 'off') add('companion-seat', companionsLost(ground, mine), companions)
  if (gap.mode !== 'off') {
    add(
      'single-gap',
      loneSeats(ground, mine).map(({ seat }) => seat),
      gap.mode,
    )
  }
  return found
}

function spread(column: readonly number[], chosen: readonly number[]): boolean {
  return chosen.some(seat => column[seat] !== column[chosen[0] ?? -1])
}
