import type { Hall, SeatRules, SeatStates } from '#contract/hall.ts'
import type { SeatId } from '#contract/ids.ts'
import { judgeSeats, refusalIn } from '#contract/judge-seats.ts'
import { Problem } from '#contract/problem.ts'
import { seatGround } from '#contract/seat-ground.ts'
import { ruleText } from '#contract/seat-rule-words.ts'
import { errorOfRule, isAbsolute, type Violation, violationsOf } from '#contract/seat-rules.ts'

/**
 * The rules that a choice of seats has to keep before anything is asked of the cloud: those that the map tells
 * beforehand, judged by the same code and refused in the same words. Whether the seats are still free is not among
 * them: only the lock itself knows that.
 *
 * @param own seats that the guest has locked already and gives back for these
 * @param seatStates what is sold, asked only when the answer can matter
 * @returns the seats' indexes in the hall, in the hall's order
 * @throws Problem invalid-request (an unknown seat or one named twice; `field` says which), show-changed, or the
 *   error of the rule that is broken, with its seats and its sentence
 */
export async function checkChoice(
  hall: Hall,
  seatIds: readonly SeatId[],
  own: readonly SeatId[],
  seatStates: () => Promise<SeatStates>,
): Promise<number[]> {
  if (seatIds.length > hall.maxSeats) {
    const text = ruleText(hall, { rule: 'limit', seats: [] })
    throw new Problem('too-many-seats', { field: 'seatIds', rule: 'limit', text })
  }
  const indexes = indexesOf(hall, seatIds)
  const everySeatFree = seatGround(hall, new Set())
  const never = violationsOf(everySeatFree, indexes).find(({ rule }) => isAbsolute(rule))
  if (never) throw refused(hall, never)
  if (!insists(hall.seatRules)) return indexes

  const { hallVersion, unavailable } = await seatStates()
  if (hallVersion !== hall.version) throw new Problem('show-changed')
  const given: ReadonlySet<string> = new Set(own)
  const taken = new Set(unavailable.filter(index => !given.has(hall.seats.id[index] ?? '')))
  // A seat that somebody else has meanwhile is the lock's to refuse, by its own name.
  if (indexes.some(index => taken.has(index))) return indexes
  const refusal = refusalIn(judgeSeats(seatGround(hall, taken), indexes))
  if (refusal) throw refused(hall, refusal)
  return indexes
}

/** Whether any of the cinema's own rules can refuse an order. */
function insists(rules: SeatRules | undefined): boolean {
  return (
    rules !== undefined &&
    (rules.gap.mode === 'forbid' || rules.companions === 'forbid' || rules.within !== 'hall')
  )
}

function refused(hall: Hall, violation: Violation): Problem {
  return new Problem(errorOfRule[violation.rule], {
    rule: violation.rule,
    seatIds: violation.seats.flatMap(index => hall.seats.id[index] ?? []),
    text: ruleText(hall, violation),
  })
}

function indexesOf(hall: Hall, seatIds: readonly SeatId[]): number[] {
  const places = new Map(hall.seats.id.map((id, index) => [id, index]))
  const indexes = new Set<number>()
  for (const [position, seatId] of seatIds.entries()) {
    const index = places.get(seatId)
    if (index === undefined || indexes.has(index)) {
      throw new Problem('invalid-request', { field: `seatIds.${position}` })
    }
    indexes.add(index)
  }
  return [...indexes].sort((a, b) => a - b)
}
