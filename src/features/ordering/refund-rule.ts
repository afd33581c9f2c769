import type { RefundRule } from '#contract/catalog.ts'
import { type Instant, toInstant } from '#contract/time.ts'

/** A cinema's refund rule, worked out for one show. */
export type RefundTerms =
  | { kind: 'none' }
  /** The show starts so soon that the time to refund is already over. */
  | { kind: 'over'; minutesBeforeShow: number }
  | { kind: 'until'; minutesBeforeShow: number; until: Instant; perShowLimit: number | undefined }

/** `until` is the show's start less the cinema's minutes; it may well lie on an earlier day. */
export function refundTerms(rule: RefundRule, startsAt: Instant, nowMs: number): RefundTerms {
  if (rule.kind === 'none') return { kind: 'none' }
  const untilMs = Date.parse(startsAt) - rule.minutesBeforeShow * 60_000
  if (untilMs <= nowMs) return { kind: 'over', minutesBeforeShow: rule.minutesBeforeShow }
  return {
    kind: 'until',
    minutesBeforeShow: rule.minutesBeforeShow,
    until: toInstant(untilMs),
    perShowLimit: rule.perShowLimit,
  }
}
