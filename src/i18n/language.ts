import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Language } from '#contract/language.ts'

interface LanguageState {
  language: Language
}

/** The guest's language; switching it never touches the order. Kept for the tab, wiped with it. */
export const useLanguageStore = create<LanguageState>()(
  persist(() => ({ language: firstLanguage() }), { name: 'foyer-language' }),
)

export const useLanguage = (): Language => useLanguageStore(state => state.language)

export function setLanguage(language: Language): void {
  useLanguageStore.setState({ language })
}

/** `?lang=en` (a partner's link) wins, then the device's own language; Chinese otherwise. */
function firstLanguage(): Language {
  if (typeof location === 'undefined') return 'zh'
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'zh' || asked === 'en') return asked
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
