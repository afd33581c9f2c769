import { useMessages } from '#src/i18n/messages.ts'
import { seatingMessages } from './messages.ts'

const largestParty = 6

interface PartySizeProps {
  /** The party that the present suggestion is for. */
  size: number | undefined
  /** The order's own limit. */
  maxSeats: number
  onChoose: (size: number) => void
}

/** "Best seats for 2" in one tap. */
export function PartySize({ size, maxSeats, onChoose }: PartySizeProps) {
  const words = useMessages(seatingMessages)
  const sizes = Array.from({ length: Math.min(largestParty, maxSeats) }, (_, i) => i + 1)
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
          className="tabular h-12 min-w-10 shrink-0 rounded-full bg-ink-850 px-2 font-medium text-sm ring-1 ring-ink-700 ring-inset transition-colors aria-pressed:bg-paper aria-pressed:text-ink-950 in-data-[density=kiosk]:min-w-14 in-data-[density=kiosk]:text-base"
        >
          {words.people(people)}
        </button>
      ))}
    </fieldset>
  )
}
