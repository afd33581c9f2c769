import { setLanguage, useLanguage } from '#src/i18n/language.ts'
import { Icon } from './icon.tsx'

const other = {
  zh: { language: 'en', word: 'English', lang: 'en' },
  en: { language: 'zh', word: '中文', lang: 'zh-CN' },
} as const

/** One press to the other language, written in that language so that whoever needs it can read it. */
export function LanguageSwitch({ className = '' }: { className?: string }) {
  const { language, word, lang } = other[useLanguage()]
  return (
    <button
      type="button"
      lang={lang}
      onClick={() => setLanguage(language)}
      className={`inline-flex min-h-12 items-center gap-2.5 rounded-2xl px-4 font-semibold hover:bg-ink-800 active:bg-ink-700 ${className}`}
    >
      <Icon name="globe" />
      {word}
    </button>
  )
}
