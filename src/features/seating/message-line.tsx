import type { Judgement } from '#contract/judge-seats.ts'
import type { Language } from '#contract/language.ts'
import { namesInHall } from '#contract/seat-names.ts'
import { noOtherChoiceWords, ruleSentence } from '#contract/seat-rule-words.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useKeptFocus } from '#src/lib/use-kept-focus.ts'
import type { HallLayout } from './layout/hall-layout.ts'
import { type SeatingMessages, seatingMessages } from './messages.ts'
import { noticeSentence } from './notice-words.ts'
import { spokenSum } from './seat-words.ts'
import { noSuggestionSentence, suggestionSentence } from './suggestion-words.ts'
import type { Said, Wished } from './use-seat-picking.ts'

interface MessageLineProps {
  layout: HallLayout
  said: Said | undefined
  selection: readonly number[]
  judgement: Judgement
  /** Takes the seats of a repair in place of those that are chosen. */
  onRepair: (seats: readonly number[]) => void
  /** Takes the last repair back. */
  onUndo: (seats: readonly number[]) => void
  /** Asks for the best seats anew, for other guests or at all prices. */
  onSuggest: (size: number, wished?: Wished) => void
  /** Goes on to another suggestion; absent when there is none. */
  onAnother: (() => void) | undefined
}

/** One sentence about what happened last, seen and spoken, with the way out or the next suggestion beside it. */
export function MessageLine(props: MessageLineProps) {
  const language = useLanguage()
  const { text, spokenToo, tone, action } = lineOf(props, language)
  const { keeper, pressed } = useKeptFocus<HTMLParagraphElement>()
  return (
    <div className="flex min-h-12 items-center gap-3 [@container_(min-aspect-ratio:8/5)]:flex-wrap">
      <p
        ref={keeper}
        role="status"
        tabIndex={-1}
        data-tone={tone}
        className="flex-1 [@container_(min-aspect-ratio:8/5)]:basis-full text-[0.95rem] leading-snug in-data-[density=kiosk]:text-base data-[tone=lost]:text-coral data-[tone=refused]:text-lamp"
      >
        {text}
        {spokenToo && <span className="sr-only">{spokenToo}</span>}
        {action && <span className="sr-only">{seatingMessages[language].button(action.label)}</span>}
      </p>
      {action && (
        <button
          type="button"
          onClick={() => {
            pressed()
            action.press()
          }}
          className="min-h-12 max-w-1/2 shrink-0 rounded-full px-4 py-1 font-medium text-lamp text-sm leading-tight ring-1 ring-lamp/60 ring-inset active:bg-lamp/15 in-data-[density=kiosk]:text-base"
        >
          {action.label}
        </button>
      )}
    </div>
  )
}

interface Line {
  readonly text: string
  /** What an eye finds elsewhere, such as the price of the seats. */
  readonly spokenToo?: string
  readonly tone: 'calm' | 'refused' | 'lost'
  readonly action?: { readonly label: string; readonly press: () => void } | undefined
}

/** What became of the last tap speaks first, then a rule that the choice breaks, then the choice itself. */
function lineOf(props: MessageLineProps, language: Language): Line {
  const { layout, said, selection, onAnother } = props
  const words = seatingMessages[language]
  const names = (seats: readonly number[]) => namesInHall(layout.hall, seats, language)
  const spoken = said && saidLine(props, said, language)
  if (spoken) return spoken
  const another = onAnother && { label: words.another, press: onAnother }
  const ruled = ruleLine(props, language, another)
  if (ruled) return ruled
  if (said?.kind === 'suggested') {
    const text = suggestionSentence(layout, said.suggestion, language)
    return { text, spokenToo: spokenSum(layout, selection, words), tone: 'calm', action: another }
  }
  if (said?.kind === 'couple-added' || said?.kind === 'couple-removed') {
    return { text: noticeSentence(layout.hall, said, language), tone: 'calm' }
  }
  if (selection.length === 0) return { text: words.hint, tone: 'calm' }
  return {
    text: words.picked(selection.length, names(selection)),
    spokenToo: spokenSum(layout, selection, words),
    tone: 'calm',
  }
}

/** What has to be said of the last tap before anything else; undefined when it can wait. */
function saidLine(props: MessageLineProps, said: Said, language: Language): Line | undefined {
  const { layout, selection, onRepair, onUndo } = props
  const { hall } = layout
  const words = seatingMessages[language]
  const names = (seats: readonly number[]) => namesInHall(hall, seats, language)
  const repairTo = (seats: readonly number[] | undefined, label: (names: string) => string) =>
    seats && {
      label: label(names(seats.filter(seat => !selection.includes(seat)))),
      press: () => onRepair(seats),
    }
  switch (said.kind) {
    case 'suggested':
    case 'couple-added':
    case 'couple-removed':
      return undefined
    case 'none-suggested':
      return {
        text: noSuggestionSentence(said.reason, said.atThisPrice, language),
        tone: 'refused',
        action: elsewhere(props, said, words),
      }
    case 'went-nearer':
      return { text: words.zoomedForYou, tone: 'calm' }
    case 'changed': {
      const undo = { label: words.undo, press: () => onUndo(said.before) }
      return { text: words.changed(names(said.seats)), tone: 'calm', action: undo }
    }
    case 'limit': {
      const action = repairTo(said.repair, words.swap)
      return { text: noticeSentence(hall, said, language), tone: 'refused', action }
    }
    default: {
      const tone = said.kind === 'taken-meanwhile' ? 'lost' : 'refused'
      const action = repairTo(said.repair, words.instead)
      return { text: noticeSentence(hall, said, language), tone, action }
    }
  }
}

/** What to ask for when nothing can be suggested. */
function elsewhere(
  { onSuggest }: MessageLineProps,
  { reason, size, atThisPrice }: Extract<Said, { kind: 'none-suggested' }>,
  words: SeatingMessages,
): Line['action'] {
  if (atThisPrice) return { label: words.allPrices, press: () => onSuggest(size, { allPrices: true }) }
  const forSoMany = (count: number) => ({ label: words.forSoMany(count), press: () => onSuggest(count) })
  switch (reason.kind) {
    case 'no-wheelchair-place':
      return { label: words.withoutWheelchair, press: () => onSuggest(size, { wheelchair: false }) }
    case 'too-few':
      return forSoMany(reason.left)
    case 'only-couples':
      return forSoMany(size + 1)
    default:
      return undefined
  }
}

/** The gravest rule that the choice breaks, and its repair, or the word that nobody can do better. */
function ruleLine(
  { layout, judgement, onRepair }: MessageLineProps,
  language: Language,
  another: Line['action'],
): Line | undefined {
  const [violation] = judgement.kind === 'fine' ? [] : judgement.violations
  if (!violation) return undefined
  const words = seatingMessages[language]
  const sentence = ruleSentence(layout.hall, violation, language)
  if (judgement.kind !== 'violated') {
    const free = judgement.kind === 'unavoidable'
    const text = free ? `${sentence}${words.and}${noOtherChoiceWords[language]}` : sentence
    return { text, tone: free ? 'calm' : 'refused', action: another }
  }
  const { seats, shift } = judgement.repair
  const names = namesInHall(layout.hall, seats, language)
  const label = shift === -1 ? words.moveLeft : shift === 1 ? words.moveRight : words.instead(names)
  return { text: sentence, tone: 'refused', action: { label, press: () => onRepair(seats) } }
}
