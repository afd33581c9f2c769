import type { Language } from '#contract/language.ts'
import { useLanguage } from './language.ts'

type Messages = Record<string, string | ((...values: never[]) => string)>

export type Bilingual<M extends Messages> = Readonly<Record<Language, M>>

/** A feature's words in both languages. A missing or differently parameterised message does not compile. */
export function defineMessages<M extends Messages>(zh: M, en: NoInfer<M>): Bilingual<M> {
  return { zh, en }
}

/** The words in the guest's present language. */
export function useMessages<M extends Messages>(messages: Bilingual<M>): M {
  return messages[useLanguage()]
}
