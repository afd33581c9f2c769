import { useMemo } from 'react'
import { type GapVerdict, judgeGaps } from '#contract/gap-repair.ts'
import { freeFor } from '#contract/gap-rule.ts'
import type { Hall } from '#contract/hall.ts'
import type { SelectionContext } from './selection.ts'

/** What the cinema's rule about single gaps says of a selection, by what others have at this moment. */
export function gapVerdictOf(
  hall: Hall,
  selection: readonly number[],
  { unavailable, own }: SelectionContext,
): GapVerdict {
  if (hall.gapRule === undefined || hall.gapRule.mode === 'off' || selection.length === 0)
    return { kind: 'fine' }
  const taken = new Set([...unavailable].filter(seat => !own.has(seat)))
  return judgeGaps(hall.seats, hall.gapRule, selection, freeFor(hall.seats, taken))
}

const nobody: ReadonlySet<number> = new Set()

/** Whether the rule keeps the guest from going on with these seats; the line under the map says why. */
export function useGapForbids(
  hall: Hall,
  selection: readonly number[],
  unavailable: ReadonlySet<number> | undefined,
  own: ReadonlySet<number>,
): boolean {
  return useMemo(
    () =>
      hall.gapRule?.mode === 'forbid' &&
      gapVerdictOf(hall, selection, { unavailable: unavailable ?? nobody, own }).kind === 'lone',
    [hall, selection, unavailable, own],
  )
}
