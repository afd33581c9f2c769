import type { Language } from '#contract/language.ts'

/** The cloud names spoken languages in Chinese; those it is known to name. Others are shown as they come. */
const english: Readonly<Record<string, string>> = {
  国语: 'Mandarin',
  普通话: 'Mandarin',
  汉语普通话: 'Mandarin',
  中文: 'Chinese',
  粤语: 'Cantonese',
  英语: 'English',
  原版: 'Original language',
  日语: 'Japanese',
  韩语: 'Korean',
  法语: 'French',
  印地语: 'Hindi',
}

/** "国语 IMAX 3D": what kind of showing this is, in one short line. */
export function versionLabel(
  showing: { language: string; dimension: string; screen?: string },
  language: Language,
): string {
  const spoken = language === 'en' ? (english[showing.language] ?? showing.language) : showing.language
  const screen = showing.screen === 'NORMAL' ? '' : showing.screen
  return [spoken, screen, showing.dimension].filter(Boolean).join(' ')
}
