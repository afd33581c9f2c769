import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { Language } from '#contract/language.ts'

interface LanguageState {
  language: Language
}

const deviceLanguage = firstLanguage()

/** The guest's language; switching it never touches the order. Kept for the tab, wiped with it. */
export const useLanguageStore = create<LanguageState>()(
  persist(() => ({ language: deviceLanguage }), {
    name: 'foyer-language',
    storage: createJSONStorage(() => sessionStorage),
    // A link that names a language wins over what an earlier visit in this tab chose.
    merge: (kept, current) => {
      const parsed = Language.safeParse(
        kept instanceof Object && 'language' in kept ? kept.language : undefined,
      )
      return askedLanguage() === undefined && parsed.success ? { language: parsed.data } : current
    },
  }),
)

// What a link asked for holds for the whole visit, also after a reload of an address that no longer says it.
if (askedLanguage() !== undefined) useLanguageStore.setState({ language: deviceLanguage })

export const useLanguage = (): Language => useLanguageStore(state => state.language)

/** The language of this moment, for code outside React. */
export const currentLanguage = (): Language => useLanguageStore.getState().language

export function setLanguage(language: Language): void {
  useLanguageStore.setState({ language })
}

/** Back to what the device or its address asked for at start: the next guest's language is unknown. */
export function resetLanguage(): void {
  setLanguage(deviceLanguage)
}

/** `?lang=en` (a partner's link, a kiosk's address) wins, then the device's own language; Chinese otherwise. */
function firstLanguage(): Language {
  const asked = askedLanguage()
  if (asked) return asked
  if (typeof navigator === 'undefined') return 'zh'
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

function askedLanguage(): Language | undefined {
  if (typeof location === 'undefined') return undefined
  return Language.safeParse(new URLSearchParams(location.search).get('lang')).data
}
