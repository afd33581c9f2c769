import { useMessages } from '#src/i18n/messages.ts'
import { seatingMessages } from './messages.ts'

const largestParty = 6

interface PartySizeProps {
  /** The party that the present suggestion is for. */
  size: number | undefined
  /** The order's own limit. */
  maxSeats: number
  onChoose: (size: number) => void
  /** Absent when there is no other suggestion to go to. */
  onAnother: (() => void) | undefined
}

/** "Best seats for 2" in one tap, and another suggestion with the next. */
export function PartySize({ size, maxSeats, onChoose, onAnother }: PartySizeProps) {
  const words = useMessages(seatingMessages)
  const sizes = Array.from({ length: Math.min(largestParty, maxSeats) }, (_, i) => i + 1)
  const chip =
    'min-h-11 shrink-0 rounded-full text-sm ring-1 ring-ink-700 ring-inset transition-colors in-data-[density=kiosk]:min-h-12 in-data-[density=kiosk]:text-base'
  return (
    <fieldset className="contents">
      <legend className="sr-only">{words.party}</legend>
      <span
        aria-hidden="true"
        className="shrink-0 self-center text-mist text-sm in-data-[density=kiosk]:text-base"
      >
        {words.party}
      </span>
      {sizes.map(people => (
        <button
          key={people}
          type="button"
          aria-label={words.bestFor(people)}
          aria-pressed={people === size}
          onClick={() => onChoose(people)}
          className={`${chip} tabular min-w-11 bg-ink-850 px-3 font-medium aria-pressed:bg-paper aria-pressed:text-ink-950 in-data-[density=kiosk]:min-w-12`}
        >
          {words.people(people)}
        </button>
      ))}
      {onAnother && (
        <button
          type="button"
          onClick={onAnother}
          className={`${chip} px-4 font-medium text-lamp ring-lamp/60`}
        >
          {words.another}
        </button>
      )}
    </fieldset>
  )
}
