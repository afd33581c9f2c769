import { z } from 'zod'

/** An instant as ISO 8601 with its offset, always +08:00 when it comes from our server. */
export const Instant = z.iso.datetime({ offset: true })
export type Instant = z.infer<typeof Instant>

/** A calendar day in Beijing, `yyyy-MM-dd`. */
export const LocalDate = z.iso.date()
export type LocalDate = z.infer<typeof LocalDate>

const beijingOffsetMs = 8 * 3_600_000
const dayMs = 86_400_000
/** A business day runs from 06:00:00 to 05:59:59 (specification 4.2.2). */
const businessDayStartMs = 6 * 3_600_000

/** The instant `epochMs` written in Beijing time: `2026-11-23T19:30:00+08:00` (whole seconds). */
export function toInstant(epochMs: number): Instant {
  return `${new Date(epochMs + beijingOffsetMs).toISOString().slice(0, 19)}+08:00`
}

/** The business day an instant belongs to: 02:00 on the 6th is still the 5th (specification 4.2.2). */
export function businessDay(epochMs: number): LocalDate {
  return new Date(epochMs + beijingOffsetMs - businessDayStartMs).toISOString().slice(0, 10)
}

/** From when to when (not included) a business day runs, epoch ms. */
export function businessDayBounds(day: LocalDate): { from: number; to: number } {
  const from = Date.parse(`${day}T06:00:00+08:00`)
  return { from, to: from + dayMs }
}

/** From when to when (not included) a calendar day runs in Beijing, by which payment providers keep their books. */
export function calendarDayBounds(day: LocalDate): { from: number; to: number } {
  const from = Date.parse(`${day}T00:00:00+08:00`)
  return { from, to: from + dayMs }
}

/** The calendar day an instant belongs to in Beijing. */
export function calendarDay(epochMs: number): LocalDate {
  return new Date(epochMs + beijingOffsetMs).toISOString().slice(0, 10)
}

/** The day `days` after `date`; negative goes back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** "19:30" in Beijing, whatever the device's own time zone is. */
export function clockTime(instant: Instant): string {
  return new Date(Date.parse(instant) + beijingOffsetMs).toISOString().slice(11, 16)
}
