import { useMemo } from 'react'
import type { Hall } from '#contract/hall.ts'
import { type Judgement, judgeSeats, refusalIn } from '#contract/judge-seats.ts'
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
