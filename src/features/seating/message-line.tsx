import type { GapRepair, GapVerdict } from '#contract/gap-repair.ts'
import { useMessages } from '#src/i18n/messages.ts'
import type { HallLayout } from './layout/hall-layout.ts'
import { type SeatingMessages, seatingMessages } from './messages.ts'
import { noticeSentence, seatLabels } from './seat-words.ts'
import type { Said } from './use-seat-picking.ts'

interface MessageLineProps {
  layout: HallLayout
  said: Said | undefined
  selection: readonly number[]
  gaps: GapVerdict
  /** Takes the repair of a gap. */
  onRepair: (seats: readonly number[]) => void
  /** Goes on to another suggestion; absent when there is none. */
  onAnother: (() => void) | undefined
}

/** One sentence about what happened last, seen and spoken, with the next suggestion within reach. */
export function MessageLine({ layout, said, selection, gaps, onRepair, onAnother }: MessageLineProps) {
  const words = useMessages(seatingMessages)
  const gap = gaps.kind === 'lone' && toneOf(said) === 'calm' ? gaps : undefined
  return (
    <div className="flex min-h-12 items-center gap-3 [@container_(min-aspect-ratio:8/5)]:flex-wrap">
      <p
        role="status"
        data-tone={gap ? 'refused' : toneOf(said)}
        className="flex-1 [@container_(min-aspect-ratio:8/5)]:basis-full text-[0.95rem] leading-snug in-data-[density=kiosk]:text-base data-[tone=lost]:text-coral data-[tone=refused]:text-lamp"
      >
        {gap
          ? words.lone(
              seatLabels(
                layout,
                gap.lone.map(({ seat }) => seat),
                words,
              ),
            )
          : sentence(layout, said, selection, words)}
      </p>
      {gap ? (
        <LineButton onPress={() => onRepair(gap.repair.seats)}>
          {repairLabel(layout, gap.repair, words)}
        </LineButton>
      ) : (
        onAnother && <LineButton onPress={onAnother}>{words.another}</LineButton>
      )}
    </div>
  )
}

function LineButton({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="h-12 max-w-1/2 shrink-0 rounded-full px-4 font-medium text-lamp text-sm leading-tight ring-1 ring-lamp/60 ring-inset active:bg-lamp/15 in-data-[density=kiosk]:text-base"
    >
      {children}
    </button>
  )
}

function repairLabel(layout: HallLayout, { seats, shift }: GapRepair, words: SeatingMessages): string {
  if (shift === -1) return words.moveLeft
  if (shift === 1) return words.moveRight
  return words.instead(seatLabels(layout, seats, words))
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
