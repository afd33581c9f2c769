import { judgeGaps } from '#contract/gap-repair.ts'
import { freeFor } from '#contract/gap-rule.ts'
import type { Hall, SeatStates } from '#contract/hall.ts'
import type { SeatId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'

/**
 * Refuses a choice that leaves a single seat alone where the cinema forbids it and a legal choice remains; the map
 * says the same beforehand. What is sold is asked only when the answer can matter.
 *
 * @param own seats that the guest has locked already and gives back for these
 * @throws Problem single-gap, with the seats that would be left alone
 */
export async function checkGaps(
  hall: Hall,
  indexes: readonly number[],
  own: readonly SeatId[],
  seatStates: () => Promise<SeatStates>,
): Promise<void> {
  const rule = hall.gapRule
  if (rule?.mode !== 'forbid') return
  const { hallVersion, unavailable } = await seatStates()
  if (hallVersion !== hall.version) throw new Problem('show-changed')
  const given: ReadonlySet<string> = new Set(own)
  const taken = new Set(unavailable.filter(index => !given.has(hall.seats.id[index] ?? '')))
  // A seat that somebody else has meanwhile is the lock's to refuse, by its own name.
  if (indexes.some(index => taken.has(index))) return
  const verdict = judgeGaps(hall.seats, rule, indexes, freeFor(hall.seats, taken))
  if (verdict.kind !== 'lone') return
  throw new Problem('single-gap', {
    seatIds: verdict.lone.flatMap(({ seat }) => hall.seats.id[seat] ?? []),
  })
}
