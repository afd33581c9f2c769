import type { Language } from '#contract/language.ts'
import { addDays, businessDay, type Instant, type LocalDate, toInstant } from '#contract/time.ts'

const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** How a day is named on a button: "今天" over "11月23日", "Mon" over "23 Nov". */
export interface DayLabel {
  name: string
  date: string
}

/** `today` is the present business day; it and the day after are called by their own names. */
export function dayLabel(date: LocalDate, today: LocalDate, language: Language): DayLabel {
  return { name: nearName(date, today, language) ?? weekday(date, language), date: monthDay(date, language) }
}

/** "11月23日 周一" / "Mon 23 November": for tickets and summaries; `date` is a calendar day. */
export function longDate(date: LocalDate, language: Language): string {
  const day = new Intl.DateTimeFormat(locale[language], {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
  }).format(atNoon(date))
  return language === 'zh' ? `${day} ${weekday(date, language)}` : `${weekday(date, language)} ${day}`
}

/** The calendar day in Beijing that an instant falls on. */
export function calendarDay(instant: Instant): LocalDate {
  return toInstant(Date.parse(instant)).slice(0, 10)
}

/** True for a show after midnight, which belongs to the business day before its calendar day. */
export function isAfterMidnight(instant: Instant): boolean {
  return calendarDay(instant) !== businessDay(Date.parse(instant))
}

function nearName(date: LocalDate, today: LocalDate, language: Language): string | undefined {
  if (date === today) return language === 'zh' ? '今天' : 'Today'
  if (date === addDays(today, 1)) return language === 'zh' ? '明天' : 'Tomorrow'
  return undefined
}

function weekday(date: LocalDate, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { timeZone: 'UTC', weekday: 'short' }).format(atNoon(date))
}

function monthDay(date: LocalDate, language: Language): string {
  const month = language === 'zh' ? 'long' : 'short'
  return new Intl.DateTimeFormat(locale[language], { timeZone: 'UTC', month, day: 'numeric' }).format(
    atNoon(date),
  )
}

const atNoon = (date: LocalDate): Date => new Date(`${date}T12:00:00Z`)
