import { clockTime } from '#contract/time.ts'
import { versionLabel } from '#src/features/catalog/labels.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { calendarDay, longDate } from '#src/lib/dates.ts'
import type { ShowFacts } from './show-facts.ts'

/** Day, time and hall in one line beneath the film's name; the hall alone until the show is known. */
export function ShowLine({ show, hallName }: { show: ShowFacts | undefined; hallName: string }) {
  const language = useLanguage()
  if (!show)
    return <p className="truncate text-sm text-mist tight:whitespace-normal md:text-base">{hallName}</p>
  return (
    <p className="tabular truncate text-sm tight:whitespace-normal text-mist md:text-base">
      <span className="text-paper">
        {longDate(calendarDay(show.startsAt), language)} {clockTime(show.startsAt)}
      </span>{' '}
      · {hallName} · {versionLabel(show, language)}
    </p>
  )
}
