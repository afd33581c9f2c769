import type { Language } from '#contract/language.ts'
import { namesInHall } from '#contract/seat-names.ts'
import type { HallLayout } from '../layout/hall-layout.ts'
import { seatingMessages } from '../messages.ts'

/** More seats than this are counted, not named. */
const namedUpTo = 3

/** What others did to the hall between two moments. */
export interface SeatNews {
  readonly sold: readonly number[]
  readonly freed: readonly number[]
  /** Seats that can be had now. */
  readonly left: number
}

/** What has changed from one moment to the other; undefined when nothing has, though it may have to and fro. */
export function seatNews(
  layout: HallLayout,
  before: ReadonlySet<number>,
  after: ReadonlySet<number>,
): SeatNews | undefined {
  const sold = [...after].filter(seat => !before.has(seat))
  const freed = [...before].filter(seat => !after.has(seat))
  return sold.length + freed.length === 0 ? undefined : { sold, freed, left: layout.count - after.size }
}

/** All of it in one sentence: a reader who is told of every seat by itself hears of nothing else. */
export function newsSentence(
  layout: HallLayout,
  { sold, freed, left }: SeatNews,
  language: Language,
): string {
  const words = seatingMessages[language]
  const told = (
    seats: readonly number[],
    named: (names: string) => string,
    counted: (count: number) => string,
  ) => {
    if (seats.length === 0) return []
    return seats.length <= namedUpTo
      ? [named(namesInHall(layout.hall, seats, language))]
      : [counted(seats.length)]
  }
  return [
    ...told(sold, words.justSold, words.justSoldMany),
    ...told(freed, words.justFreed, words.justFreedMany),
    words.leftNow(left),
  ].join(words.and)
}
