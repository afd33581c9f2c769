import type { Hall } from '#contract/hall.ts'
import { priceLabel } from '#contract/money.ts'
import { orderingMessages } from '#src/features/ordering/messages.ts'
import { seatNameAt } from '#src/features/ordering/seat-names.ts'
import { expectedTotal } from '#src/features/ordering/selection.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useKeptFocus } from '#src/lib/use-kept-focus.ts'
import { Button } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { Price } from '#src/ui/price.tsx'
import { checkoutMessages } from './messages.ts'

interface SeatsDockProps {
  hall: Hall
  /** Positions in the hall. */
  selection: readonly number[]
  onRemove: (index: number) => void
  onContinue: () => void
  busy: boolean
  selling: boolean
  /** A rule of the cinema speaks against these seats. */
  forbidden: boolean
}

/**
 * The chosen seats, each to be taken out by a tap, what they come to, and the way on; all in one hand's reach.
 * It is as high without seats as with them, so that the map above does not move under the thumb.
 */
export function SeatsDock({
  hall,
  selection,
  onRemove,
  onContinue,
  busy,
  selling,
  forbidden,
}: SeatsDockProps) {
  const t = useMessages(checkoutMessages)
  const words = useMessages(orderingMessages)
  const language = useLanguage()
  const { keeper, pressed } = useKeptFocus<HTMLElement>()
  return (
    <section ref={keeper} tabIndex={-1} aria-label={words.seatsChosen} className="space-y-2.5">
      {selection.length === 0 ? (
        <p className="flex min-h-12 items-center text-base text-mist">{t.chosenNone}</p>
      ) : (
        <ul className="no-scrollbar -mx-5 flex gap-2 overflow-x-auto px-5 tight:flex-wrap">
          {selection.map(index => {
            const seat = seatNameAt(hall, index, language)
            return (
              <li key={index} className="shrink-0 animate-fade">
                <button
                  type="button"
                  aria-label={t.remove(seat)}
                  disabled={busy}
                  onClick={() => {
                    pressed()
                    onRemove(index)
                  }}
                  className="tabular flex min-h-12 items-center gap-2 rounded-2xl bg-ink-800 pr-3 pl-4 font-semibold ring-1 ring-inset ring-ink-600 active:bg-ink-700"
                >
                  {seat}
                  <Icon name="close" className="size-4 text-mist" />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <div className="flex items-center justify-between gap-4 tight:flex-wrap">
        {!selling ? (
          <p className="text-base text-mist">{t.paused}</p>
        ) : (
          <p className="leading-tight">
            <span className="block text-sm text-mist">{words.expectedTotal}</span>
            <Price label={priceLabel(expectedTotal(hall, selection))} className="text-3xl text-lamp" />
          </p>
        )}
        <Button
          size="large"
          className="min-w-36 shrink-0 px-6"
          disabled={selection.length === 0 || !selling || forbidden}
          busy={busy}
          onClick={onContinue}
        >
          {busy ? t.holding : t.toBasket}
        </Button>
      </div>
    </section>
  )
}
