import { z } from 'zod'
import { GapRule, Insistence, SeatRules } from '#contract/hall.ts'
import { CinemaId } from '#contract/ids.ts'
import { seatsPerOrderMax } from '#contract/order.ts'

/** What one cinema, or all of them under `*`, does otherwise than the defaults; what is left out stays. */
const Changes = z.strictObject({
  gap: z
    .strictObject({ ...GapRule.shape })
    .partial()
    .optional(),
  companions: Insistence.optional(),
  within: SeatRules.shape.within.optional(),
  maxSeats: z.int().min(1).max(seatsPerOrderMax).optional(),
})
type Changes = z.infer<typeof Changes>

const Table = z.record(CinemaId, Changes)
export type SeatRulesByCinema = Readonly<Record<string, Changes>>

/** What a cinema asks of a choice of seats. */
export interface CinemaSeatRules {
  maxSeats: number
  seatRules: SeatRules
}

/** `SEAT_RULES`: a JSON object by cinema. The sentence of a mistake names the place, never the value. */
export const SeatRulesSetting = z.string().transform((text, context): SeatRulesByCinema => {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    context.addIssue('must be JSON: cinemas with their rules')
    return z.NEVER
  }
  const parsed = Table.safeParse(read)
  if (parsed.success) return parsed.data
  const places = new Set(parsed.error.issues.map(issue => issue.path.join('.') || 'the whole'))
  context.addIssue(`is not usable at ${[...places].join(', ')} (docs/seating-rules.md says what it may hold)`)
  return z.NEVER
})

/** The rules of a cinema: the defaults, changed by what is set for all, changed by what is set for it. */
export function cinemaSeatRules(
  defaults: { maxSeatsPerOrder: number; gapRule: Insistence },
  table: SeatRulesByCinema = {},
) {
  return (cinemaId: CinemaId): CinemaSeatRules => {
    const rules: CinemaSeatRules = {
      maxSeats: defaults.maxSeatsPerOrder,
      seatRules: {
        gap: { mode: defaults.gapRule, shortestRun: 1, areasBreakRuns: false },
        companions: 'warn',
        within: 'hall',
      },
    }
    for (const name of ['*', cinemaId]) {
      const changes = Object.hasOwn(table, name) ? table[name] : undefined
      if (!changes) continue
      const { seatRules } = rules
      rules.maxSeats = changes.maxSeats ?? rules.maxSeats
      rules.seatRules = {
        gap: SeatRules.shape.gap.parse({ ...seatRules.gap, ...changes.gap }),
        companions: changes.companions ?? seatRules.companions,
        within: changes.within ?? seatRules.within,
      }
    }
    return rules
  }
}
