import type { Fen } from '#contract/money.ts'

/** "88.8" or "88.80" or "88" as 8880 fen, digit by digit; undefined when the text is no such amount. */
export function fenOf(text: string): Fen | undefined {
  const [, whole, fraction = ''] = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}
