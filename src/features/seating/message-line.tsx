import { useMessages } from '#src/i18n/messages.ts'
import type { HallLayout } from './layout/hall-layout.ts'
import { type SeatingMessages, seatingMessages } from './messages.ts'
import { noticeSentence, seatLabels } from './seat-words.ts'
import type { Said } from './use-seat-picking.ts'

interface MessageLineProps {
  layout: HallLayout
  said: Said | undefined
  selection: readonly number[]
  /** Goes on to another suggestion; absent when there is none. */
  onAnother: (() => void) | undefined
}

/** One sentence about what happened last, seen and spoken, with the next suggestion within reach. */
export function MessageLine({ layout, said, selection, onAnother }: MessageLineProps) {
  const words = useMessages(seatingMessages)
  return (
    <div className="flex min-h-12 items-center gap-3 [@container_(min-aspect-ratio:8/5)]:flex-wrap">
      <p
        role="status"
        data-tone={toneOf(said)}
        className="flex-1 [@container_(min-aspect-ratio:8/5)]:basis-full text-[0.95rem] leading-snug in-data-[density=kiosk]:text-base data-[tone=lost]:text-coral data-[tone=refused]:text-lamp"
      >
        {sentence(layout, said, selection, words)}
      </p>
      {onAnother && (
        <button
          type="button"
          onClick={onAnother}
          className="h-12 shrink-0 rounded-full px-4 font-medium text-lamp text-sm ring-1 ring-lamp/60 ring-inset active:bg-lamp/15 in-data-[density=kiosk]:text-base"
        >
          {words.another}
        </button>
      )}
    </div>
  )
}

function toneOf(said: Said | undefined): 'calm' | 'refused' | 'lost' {
  switch (said?.kind) {
    case undefined:
    case 'suggested':
    case 'went-nearer':
    case 'couple-added':
    case 'couple-removed':
      return 'calm'
    case 'taken-meanwhile':
      return 'lost'
    default:
      return 'refused'
  }
}

function sentence(
  layout: HallLayout,
  said: Said | undefined,
  selection: readonly number[],
  words: SeatingMessages,
): string {
  if (said === undefined) {
    return selection.length > 0
      ? words.picked(selection.length, seatLabels(layout, selection, words))
      : words.hint
  }
  switch (said.kind) {
    case 'suggested':
      return words.suggested(seatLabels(layout, said.seats, words))
    case 'none-together':
      return said.atThisPrice ? words.noneTogetherHere(said.size) : words.noneTogether(said.size)
    case 'went-nearer':
      return words.zoomedForYou
    default:
      return noticeSentence(layout, said, words)
  }
}
