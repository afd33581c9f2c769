import type { Verdict } from '#contract/reconciliation.ts'
import { addDays, calendarDay, type LocalDate } from '#contract/time.ts'

const hourMs = 3_600_000
/** Providers have a day's bill ready by ten o'clock of the next morning. */
const billReadyMs = 34 * hourMs
/** Providers keep their bills for three months; what is older nobody can compare any more. */
const daysBackMax = 90

/** The last day whose bills are ready. */
export const latestDay = (now: number): LocalDate => calendarDay(now - billReadyMs)

/** The first day that may still have to be compared. */
export const earliestDay = (now: number): LocalDate => addDays(latestDay(now), 1 - daysBackMax)

/**
 * The days to compare now, oldest first: since the first order every day that was not, or not whole, so that none is
 * skipped however long the house was closed.
 */
export function daysDue(
  now: number,
  firstOrderAt: number | undefined,
  compared: ReadonlyMap<LocalDate, Verdict>,
): LocalDate[] {
  if (firstOrderAt === undefined) return []
  const latest = latestDay(now)
  const first = [calendarDay(firstOrderAt), earliestDay(now)].sort().at(-1) ?? latest
  const days: LocalDate[] = []
  for (let day = first; day <= latest; day = addDays(day, 1)) {
    const verdict = compared.get(day)
    if (verdict === undefined || verdict === 'unreadable') days.push(day)
  }
  return days
}
