import { errors } from '#contract/errors.ts'
import type { Hall } from '#contract/hall.ts'
import { ruleSentence } from '#contract/seat-rule-words.ts'
import { problemOf } from '#src/api/query-client.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { Notice } from '#src/ui/notice.tsx'

interface ProblemNoticeProps {
  error: unknown
  /** The hall that the error is about: seats are then named, in the words that the seat map has for them. */
  hall?: Hall
  action?: { label: string; onPress: () => void; busy?: boolean }
  className?: string
}

/** What went wrong in the guest's words: the rule that seats broke, or the contract's sentence. */
export function ProblemNotice({ error, hall, action, className = '' }: ProblemNoticeProps) {
  const language = useLanguage()
  const { code, rule, seatIds = [] } = problemOf(error)
  const sentence =
    rule && hall
      ? ruleSentence(
          hall,
          { rule, seats: hall.seats.id.flatMap((id, seat) => (seatIds.includes(id) ? [seat] : [])) },
          language,
        )
      : errors[code].text[language]
  return (
    <Notice tone="error" className={className} {...(action && { action })}>
      <p className="text-lg">{sentence}</p>
    </Notice>
  )
}
