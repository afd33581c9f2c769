import type { Hall } from '#contract/hall.ts'
import { priceLabel } from '#contract/money.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Price } from '#src/ui/price.tsx'
import { orderingMessages } from './messages.ts'
import { seatNameAt } from './seat-names.ts'
import { expectedTotal } from './selection.ts'

interface ChosenSeatsProps {
  hall: Hall
  /** Positions in the hall. */
  selection: readonly number[]
  className?: string
}

/** What is chosen so far, seat by seat, and about what it comes to. */
export function ChosenSeats({ hall, selection, className = '' }: ChosenSeatsProps) {
  const t = useMessages(orderingMessages)
  const language = useLanguage()
  return (
    <section
      aria-label={t.seatsChosen}
      className={`flex flex-wrap items-end justify-between gap-x-6 gap-y-3 ${className}`}
    >
      {selection.length === 0 ? (
        <p className="py-2 text-lg text-mist">{t.seatsNone}</p>
      ) : (
        <>
          <ul className="flex flex-wrap gap-2">
            {selection.map(index => (
              <li
                key={index}
                className="tabular rounded-xl bg-ink-800 px-4 py-2 text-lg font-semibold ring-1 ring-inset ring-ink-600"
              >
                {seatNameAt(hall, index, language)}
              </li>
            ))}
          </ul>
          <p className="ml-auto flex items-baseline gap-3">
            <span className="text-base text-mist">{t.expectedTotal}</span>
            <Price label={priceLabel(expectedTotal(hall, selection))} className="text-4xl text-lamp" />
          </p>
        </>
      )}
    </section>
  )
}
