/** Who sells and what, in at most `length` characters, without signs that a provider does not take. */
export function shortText(merchant: string, subject: string, length: number): string {
  const text = `${merchant} ${subject}`
    .replace(/[/=&,|<>"'\\\p{Cc}\p{Cs}\p{Co}]+/gu, ' ')
    .replace(/\s+/g, ' ')
  return [...text.trim()].slice(0, length).join('').trim()
}
