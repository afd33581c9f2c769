import { errors } from '#contract/errors.ts'
import { problemOf } from '#src/api/query-client.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Notice } from '#src/ui/notice.tsx'
import { orderingMessages } from './messages.ts'

interface ProblemNoticeProps {
  error: unknown
  /** Names of the seats the error is about, when it is about seats. */
  seatNames?: string
  action?: { label: string; onPress: () => void; busy?: boolean }
  className?: string
}

/** What went wrong in the guest's words: the contract's sentence, and the seats by name when some were taken. */
export function ProblemNotice({ error, seatNames, action, className = '' }: ProblemNoticeProps) {
  const t = useMessages(orderingMessages)
  const language = useLanguage()
  const { code } = problemOf(error)
  const look = { className, ...(action && { action }) }
  if (code === 'seats-taken' && seatNames) {
    return (
      <Notice tone="error" title={t.takenTitle} {...look}>
        {t.taken(seatNames)}
      </Notice>
    )
  }
  return (
    <Notice tone="error" {...look}>
      <p className="text-lg">{errors[code].text[language]}</p>
    </Notice>
  )
}
