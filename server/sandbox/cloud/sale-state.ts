import { addDays, businessDay } from '#contract/time.ts'
import type { Cinema } from '../world/world.ts'
import type { Show } from './shows.ts'

/**
 * Whether the cinema sells the show: it may have stopped it, or not have begun with its day. Until when an open
 * show sells is another question, which stopSellingTime alone answers (specification 4.2.4).
 */
export function saleStateOf(show: Show, cinema: Cinema, now: number): 'open' | 'stopped' | 'not-yet' {
  if (show.stopped === 1) return 'stopped'
  return show.day > addDays(businessDay(now), cinema.presaleDays - 1) ? 'not-yet' : 'open'
}
