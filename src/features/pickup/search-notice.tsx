import { errors } from '#contract/errors.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Notice } from '#src/ui/notice.tsx'
import { pickupMessages } from './messages.ts'
import type { TicketSearch } from './queries.ts'

interface SearchNoticeProps {
  search: TicketSearch
  /** Milliseconds before another code can be tried. */
  waitMs: number
  className?: string
}

/** Why no ticket came, in words that fit how it was asked for, and what can be done. */
export function SearchNotice({ search, waitMs, className = '' }: SearchNoticeProps) {
  const t = useMessages(pickupMessages)
  const language = useLanguage()
  const { problem, asked, busy, find } = search
  if (problem === undefined || busy) return null
  switch (problem.code) {
    case 'pickup-not-found':
      return asked?.by === 'token' ? (
        <Notice tone="error" title={t.notFoundToken} className={className}>
          {t.notFoundTokenHint}
        </Notice>
      ) : (
        <Notice tone="error" title={t.notFoundCode} className={className}>
          {t.notFoundCodeHint}
        </Notice>
      )
    case 'too-many-attempts':
      return waitMs > 0 ? (
        <Notice tone="error" title={t.tooMany} className={className}>
          {t.tooManyHint(t.wait(problem.retryAfterSeconds ?? Math.ceil(waitMs / 1000)))}
        </Notice>
      ) : (
        <Notice tone="info" title={t.tooManyOver} className={className} />
      )
    case 'cinema-unavailable':
    case 'internal':
      return (
        <Notice
          tone="error"
          title={t.down}
          className={className}
          {...(asked && { action: { label: t.again, onPress: () => find(asked) } })}
        >
          {t.downHint}
        </Notice>
      )
    default:
      return <Notice tone="error" title={errors[problem.code].text[language]} className={className} />
  }
}
