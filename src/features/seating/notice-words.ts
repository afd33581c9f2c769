import type { Hall } from '#contract/hall.ts'
import type { Language } from '#contract/language.ts'
import { namesInHall } from '#contract/seat-names.ts'
import { ruleSentence } from '#contract/seat-rule-words.ts'
import { seatingMessages } from './messages.ts'
import type { Notice } from './selection.ts'

/** The one sentence that tells a guest what became of a tap. */
export function noticeSentence(hall: Hall, { kind, seats }: Notice, language: Language): string {
  const words = seatingMessages[language]
  switch (kind) {
    case 'couple-added':
      return words.coupleAdded(namesInHall(hall, seats, language))
    case 'couple-removed':
      return words.coupleRemoved(namesInHall(hall, seats, language))
    case 'wheelchair-taken':
      return capitalised(words.wheelchairAsk(namesInHall(hall, seats, language)))
    default:
      return ruleSentence(hall, { rule: kind, seats }, language)
  }
}

/** Where a name stands at the beginning of a sentence. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
