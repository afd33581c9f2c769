import type { RefundRule } from '#contract/catalog.ts'
import { clockTime, type Instant } from '#contract/time.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { calendarDay, longDate } from '#src/lib/dates.ts'
import { Icon } from '#src/ui/icon.tsx'
import { orderingMessages } from './messages.ts'
import { refundTerms } from './refund-rule.ts'

interface RefundRuleNoticeProps {
  rule: RefundRule
  startsAt: Instant
  /** The server's clock, epoch ms. */
  nowMs: number
  className?: string
}

/** This cinema's refund rule, worked out for this show; read before the guest agrees and pays. */
export function RefundRuleNotice({ rule, startsAt, nowMs, className = '' }: RefundRuleNoticeProps) {
  const t = useMessages(orderingMessages)
  return (
    <section aria-label={t.refundTitle} className={`flex gap-4 ${className}`}>
      <Icon name="refund" className="mt-0.5 size-7 text-lamp" />
      <div>
        <h3 className="text-lg font-semibold">{t.refundTitle}</h3>
        <p className="text-lg">{useRefundSentence(rule, startsAt, nowMs)}</p>
      </div>
    </section>
  )
}

function useRefundSentence(rule: RefundRule, startsAt: Instant, nowMs: number): string {
  const t = useMessages(orderingMessages)
  const language = useLanguage()
  const terms = refundTerms(rule, startsAt, nowMs)
  switch (terms.kind) {
    case 'none':
      return t.refundNone
    case 'over':
      return t.refundOver(spanWords(terms.minutesBeforeShow, t))
    case 'until': {
      const day = calendarDay(terms.until)
      const time = clockTime(terms.until)
      const when = day === calendarDay(startsAt) ? time : `${longDate(day, language)} ${time}`
      const until = t.refundUntil(spanWords(terms.minutesBeforeShow, t), when)
      return terms.perShowLimit === undefined ? until : `${until} ${t.refundLimit(terms.perShowLimit)}`
    }
    default:
      return terms satisfies never
  }
}

/** "90 分钟", "24 小时": whole hours from two on are easier to grasp than minutes. */
function spanWords(minutes: number, t: (typeof orderingMessages)['zh']): string {
  return minutes >= 120 && minutes % 60 === 0 ? t.hours(minutes / 60) : t.minutes(minutes)
}
