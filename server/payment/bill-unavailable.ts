import type { LocalDate } from '#contract/time.ts'

const hourMs = 3_600_000

/** The provider's books of a day can't be read now. An empty bill is something else: a day without payments. */
export class BillUnavailable extends Error {
  constructor(day: LocalDate, reason: string) {
    super(`The bill of ${day} is not available: ${reason}`)
    this.name = 'BillUnavailable'
  }
}

/**
 * Both providers have a day's bill ready by ten o'clock (Beijing) of the next morning. Before that "there is none"
 * would not mean an empty day.
 *
 * @throws BillUnavailable before then
 */
export function expectBillReady(day: LocalDate, now: number): void {
  const readyAt = Date.parse(`${day}T00:00:00+08:00`) + 34 * hourMs
  if (now < readyAt) throw new BillUnavailable(day, 'it is ready at ten o’clock the next morning')
}
