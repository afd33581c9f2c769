import type { LocalDate } from '#contract/time.ts'
import type { HallPlan } from '../moviecloud/gateway-types.ts'

/**
 * The plan that counts for a show: the latest one in force on the show's business day (specification 4.3.4).
 * Undefined when every plan begins later.
 */
export function planFor(plans: readonly HallPlan[], day: LocalDate): HallPlan | undefined {
  return plans
    .filter(plan => plan.effectiveFrom <= day)
    .reduce<HallPlan | undefined>(
      (latest, plan) => (latest === undefined || plan.effectiveFrom > latest.effectiveFrom ? plan : latest),
      undefined,
    )
}
