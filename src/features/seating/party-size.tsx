import { useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { seatingMessages } from './messages.ts'

interface PartySizeProps {
  /** The party that the present suggestion is for. */
  size: number | undefined
  /** The largest party that is offered. */
  largest: number
  onChoose: (size: number) => void
  /** Whether the party has a wheelchair with it; undefined where the hall has no place for one. */
  wheelchair: boolean | undefined
  onWheelchair: (needed: boolean) => void
}

/** "Best seats for 2" in one tap, with a wheelchair if need be. */
export function PartySize({ size, largest, onChoose, wheelchair, onWheelchair }: PartySizeProps) {
  const words = useMessages(seatingMessages)
  const sizes = Array.from({ length: largest }, (_, i) => i + 1)
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
      {wheelchair !== undefined && (
        <button
          type="button"
          aria-pressed={wheelchair}
          onClick={() => onWheelchair(!wheelchair)}
          className="flex h-12 shrink-0 items-center gap-1.5 rounded-full bg-ink-850 px-3.5 font-medium text-sm ring-1 ring-ink-700 ring-inset transition-colors aria-pressed:bg-paper aria-pressed:text-ink-950 in-data-[density=kiosk]:text-base"
        >
          <Icon name="wheelchair" className="size-5" />
          {words.needWheelchair}
        </button>
      )}
    </fieldset>
  )
}
