import type { SeatGround } from './seat-ground.ts'
import { repairOf, type SeatRepair } from './seat-repair.ts'
import { isAbsolute, type Violation, violationsOf } from './seat-rules.ts'

/** What the rules say of a choice. */
export type Judgement =
  | { readonly kind: 'fine' }
  | { readonly kind: 'violated'; readonly violations: readonly Violation[]; readonly repair: SeatRepair }
  /** No choice of this size keeps to the cinema's rules any more, so this one may be had. */
  | { readonly kind: 'unavoidable'; readonly violations: readonly Violation[] }
  /** The seats cannot be sold like this, and no others are left for so many. */
  | { readonly kind: 'impossible'; readonly violations: readonly Violation[] }

/** Judges a choice by every rule, and finds the nearest one that keeps to them all. */
export function judgeSeats(ground: SeatGround, chosen: readonly number[]): Judgement {
  const violations = violationsOf(ground, chosen)
  if (violations.length === 0) return { kind: 'fine' }
  const repair = repairOf(ground, chosen)
  if (repair) return { kind: 'violated', violations, repair }
  return { kind: violations.some(({ rule }) => isAbsolute(rule)) ? 'impossible' : 'unavoidable', violations }
}

/** What an order for these seats is refused for; undefined when it is not. */
export function refusalIn(judgement: Judgement): Violation | undefined {
  switch (judgement.kind) {
    case 'violated':
      return judgement.violations.find(({ insistence }) => insistence === 'forbid')
    case 'impossible':
      return judgement.violations.find(({ rule }) => isAbsolute(rule))
    default:
      return undefined
  }
}
