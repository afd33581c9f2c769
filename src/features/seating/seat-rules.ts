import { useMemo } from 'react'
import type { Hall } from '#contract/hall.ts'
import { type Judgement, judgeSeats, refusalIn } from '#contract/judge-seats.ts'
import { obstacleAt } from '#contract/seat-rules.ts'
import { groundFor, type SelectionContext } from './selection.ts'

const fine: Judgement = { kind: 'fine' }

/** What the rules say of a selection, by what others have at this moment. */
export function judgementOf(hall: Hall, selection: readonly number[], context: SelectionContext): Judgement {
  return selection.length === 0 ? fine : judgeSeats(groundFor(hall, context), selection)
}

const nobody: ReadonlySet<number> = new Set()

/** Whether a rule keeps the guest from going on with these seats; the line under the map says why. */
export function useRulesForbid(
  hall: Hall,
  selection: readonly number[],
  unavailable: ReadonlySet<number> | undefined,
  own: ReadonlySet<number>,
): boolean {
  return useMemo(
    () => refusalIn(judgementOf(hall, selection, { unavailable: unavailable ?? nobody, own })) !== undefined,
    [hall, selection, unavailable, own],
  )
}

/** Whether nothing of the hall can be had any more; false until it is known what others have. */
export function useSoldOut(
  hall: Hall,
  unavailable: ReadonlySet<number> | undefined,
  own: ReadonlySet<number>,
): boolean {
  return useMemo(() => {
    if (!unavailable) return false
    const ground = groundFor(hall, { unavailable, own })
    return hall.seats.id.every((_, seat) => obstacleAt(ground, seat) !== undefined)
  }, [hall, unavailable, own])
}
