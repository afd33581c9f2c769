import type { Books } from '../books.ts'
import { dayAt, daysAfter, minuteMs, startOf } from '../calendar.ts'
import type { Dice } from '../dice.ts'

/** How long nobody calls: seconds mostly, now and then up to where something changes, or over it. */
export function waitingMs(books: Books, now: number, dice: Dice): number {
  if (dice.percent(70)) return someTime(dice)
  const tomorrow = startOf(daysAfter(dayAt(now), 1))
  const locks = [...books.locks.values()].filter(lock => lock.until > now)
  const shows = locks.flatMap(({ scheduleId }) => books.shows.get(scheduleId) ?? [])
  const stops = [...books.shows.values()].map(show => show.stopsAt).filter(stopsAt => stopsAt > now)
  const moments = [
    dice.pick(locks)?.until,
    dice.pick(locks)?.until,
    dice.pick(shows)?.stopsAt,
    // Time for a last lock, and then the end of its sale while the lock still holds.
    Math.min(...stops) - 2 * minuteMs,
    ...shows.map(show => show.stopsAt).filter(stopsAt => stopsAt < now + 3 * minuteMs),
    dice.pick(shows)?.startsAt,
    dice.percent(30) ? tomorrow + dice.below(8) * 60 * minuteMs : undefined,
  ].filter(moment => moment !== undefined && moment > now && moment < now + 8 * 60 * minuteMs)
  const moment = dice.pick(moments) ?? now + minuteMs
  return Math.max(1, moment - now + (dice.pick([-1, 0, 1]) ?? 0))
}

function someTime(dice: Dice): number {
  if (dice.percent(60)) return (1 + dice.below(50)) * 1000
  if (dice.percent(60)) return (1 + dice.below(11)) * minuteMs
  if (dice.percent(70)) return (12 + dice.below(5)) * minuteMs
  return (1 + dice.below(5)) * 60 * minuteMs
}
