import type { Language } from '#contract/language.ts'

/** The language that `Accept-Language` likes best of the two we speak; Chinese when it says nothing of use. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const liked = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .flatMap((range, order) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const language = tag.split('-')[0]
      if (language !== 'zh' && language !== 'en') return []
      const q = parameters.map(p => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(value => value !== undefined)
      return [{ language, weight: q === undefined ? 1 : Number(q), order }] as const
    })
    .filter(entry => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  return liked[0]?.language ?? 'zh'
}
