import type { Books } from '../books.ts'
import { dayAt, daysAfter, minuteMs, startOf } from '../calendar.ts'
import type { Dice } from '../dice.ts'

/** How long nobody calls: seconds mostly, now and then up to where something changes, or over it. */
export function waitingMs(books: Books, now: number, dice: Dice): number {
  if (dice.percent(45)) return (1 + dice.below(50)) * 1000
  if (dice.percent(50)) return (1 + dice.below(11)) * minuteMs
  if (dice.percent(40)) return (12 + dice.below(5)) * minuteMs
  if (dice.percent(20)) return (1 + dice.below(5)) * 60 * minuteMs
  const tomorrow = startOf(daysAfter(dayAt(now), 1))
  const locks = [...books.locks.values()].filter(lock => lock.until > now)
  const shows = locks.flatMap(({ scheduleId }) => books.shows.get(scheduleId) ?? [])
  const moments = [
    dice.pick(locks)?.until,
    dice.pick(locks)?.until,
    dice.pick(shows)?.stopsAt,
    dice.pick(shows)?.startsAt,
    dice.percent(30) ? tomorrow + dice.below(8) * 60 * minuteMs : undefined,
  ].filter(moment => moment !== undefined && moment > now && moment < now + 8 * 60 * minuteMs)
  const moment = dice.pick(moments) ?? now + minuteMs
  return Math.max(1, moment - now + (dice.pick([-1, 0, 1]) ?? 0))
}
