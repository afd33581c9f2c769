import type { Hall } from '#contract/hall.ts'
import { priceLabel } from '#contract/money.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Price } from '#src/ui/price.tsx'
import { orderingMessages } from './messages.ts'
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
  const { seats } = hall
  return (
    <section aria-label={t.seatsChosen} className={className}>
      {selection.length === 0 ? (
        <p className="py-2 text-lg text-mist">{t.seatsNone}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {selection.map(index => (
            <li
              key={index}
              className="tabular rounded-xl bg-ink-800 px-4 py-2 text-lg font-semibold ring-1 ring-inset ring-ink-600"
            >
              {t.seat(seats.row[index] ?? '', seats.column[index] ?? '')}
            </li>
          ))}
        </ul>
      )}
      {selection.length > 0 && (
        <p className="mt-4 flex items-baseline justify-between gap-4">
          <span className="text-lg text-mist">{t.expectedTotal}</span>
          <Price label={priceLabel(expectedTotal(hall, selection))} className="text-3xl text-lamp" />
        </p>
      )}
    </section>
  )
}
