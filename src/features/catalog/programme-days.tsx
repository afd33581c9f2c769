import type { Programme } from '#contract/catalog.ts'
import { businessDay, type LocalDate } from '#contract/time.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { dayLabel } from '#src/lib/dates.ts'
import { useNow } from '#src/lib/use-now.ts'
import { DayPicker } from '#src/ui/day-picker.tsx'
import { catalogMessages } from './messages.ts'

interface ProgrammeDaysProps {
  programme: Programme
  selected: LocalDate
  onSelect: (date: LocalDate) => void
}

/** The days that have shows. A chosen day without shows is kept in the row, so that the guest sees where she is. */
export function ProgrammeDays({ programme, selected, onSelect }: ProgrammeDaysProps) {
  const language = useLanguage()
  const t = useMessages(catalogMessages)
  const today = businessDay(useNow(60_000))
  const days = [...new Set([...programme.days, selected])].sort()
  return (
    <DayPicker
      label={t.days}
      days={days.map(date => ({ date, label: dayLabel(date, today, language) }))}
      selected={selected}
      onSelect={onSelect}
    />
  )
}
