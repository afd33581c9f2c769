/* Beijing's calendar, reckoned here once more: the model shares no rule with the sandbox. */

const hourMs = 3_600_000
export const minuteMs = 60_000
export const dayMs = 24 * hourMs

/** The calendar day in Beijing. */
export const dayAt = (now: number): string => new Date(now + 8 * hourMs).toISOString().slice(0, 10)

/** The cinemas' day, from six to six (4.2.2). */
export const businessDayAt = (now: number): string => dayAt(now - 6 * hourMs)

/** When a day begins in Beijing. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

export const daysAfter = (day: string, days: number): string => dayAt(startOf(day) + days * dayMs)

/** The same day so many months later, or the month's last. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const later = new Date(Date.UTC(year, month - 1 + months, date))
  // A day that the month has not rolls over into the next one.
  if (later.getUTCDate() !== date) later.setUTCDate(0)
  return later.toISOString().slice(0, 10)
}

/** "2015-12-16 23:30:00" */
export const timeAt = (now: number): string =>
  new Date(now + 8 * hourMs).toISOString().slice(0, 19).replace('T', ' ')

export const instantOf = (time: string): number => Date.parse(`${time.replace(' ', 'T')}+08:00`)
