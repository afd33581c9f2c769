import type { Hall } from '#contract/hall.ts'
import type { Language } from '#contract/language.ts'
import type { Order } from '#contract/order.ts'
import { orderingMessages } from './messages.ts'

/** The seats with these ids as a guest calls them, "8排7座、8排8座"; ids that the hall does not know are left out. */
export function seatNamesIn(hall: Hall, seatIds: readonly string[], language: Language): string {
  const { seats } = hall
  const wanted: ReadonlySet<string> = new Set(seatIds)
  const names = seats.id.flatMap((id, i) => {
    const [row, column] = [seats.row[i], seats.column[i]]
    return wanted.has(id) && row !== undefined && column !== undefined
      ? [orderingMessages[language].seat(row, column)]
      : []
  })
  return joined(names, language)
}

/** The order's seats, one name each. */
export function seatNamesOf(order: Order, language: Language): string[] {
  return order.quote.lines.map(line => orderingMessages[language].seat(line.row, line.column))
}

export const joined = (names: readonly string[], language: Language): string =>
  names.join(orderingMessages[language].listGlue)
