import type { DayLabel } from '#src/lib/dates.ts'

interface DayPickerProps {
  label: string
  days: readonly { date: string; label: DayLabel }[]
  selected: string
  onSelect: (date: string) => void
}

/** One row of days, each a button; the chosen one says so to eye and ear. */
export function DayPicker({ label, days, selected, onSelect }: DayPickerProps) {
  return (
    <nav aria-label={label} className="no-scrollbar -mx-1 flex gap-2.5 overflow-x-auto p-1 tight:flex-wrap">
      {days.map(day => (
        <button
          key={day.date}
          type="button"
          aria-pressed={day.date === selected}
          onClick={() => onSelect(day.date)}
          className="flex min-h-14 min-w-24 shrink-0 flex-1 flex-col items-center justify-center rounded-2xl bg-ink-850 px-4 py-2 leading-tight ring-1 ring-inset ring-ink-700 aria-pressed:bg-lamp aria-pressed:text-on-lamp aria-pressed:ring-lamp"
        >
          <span className="text-lg font-semibold">{day.label.name}</span>
          <span className="text-sm opacity-90">{day.label.date}</span>
        </button>
      ))}
    </nav>
  )
}
