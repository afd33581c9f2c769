import type { Hall } from '#contract/hall.ts'
import type { Language } from '#contract/language.ts'
import type { QuoteLine } from '#contract/order.ts'
import { orderingMessages } from './messages.ts'

/** The seat at this position, with its section where a hall has several: row 1 is then in each of them. */
export function seatNameAt(hall: Hall, index: number, language: Language): string {
  const t = orderingMessages[language]
  const { row, column, section } = hall.seats
  const seat = t.seat(row[index] ?? '', column[index] ?? '')
  return hall.sections.length > 1 ? t.seatIn(hall.sections[section[index] ?? -1]?.name ?? '', seat) : seat
}

/** What a seat is called by: a line of a quote, or an issued ticket. */
type Seat = Pick<QuoteLine, 'row' | 'column' | 'sectionName'>

/** How bought seats are headed and called: a section that all share stands in the heading once. */
export function seatNamesOf(lines: readonly Seat[], language: Language): { label: string; seats: string[] } {
  const t = orderingMessages[language]
  const sections = [...new Set(lines.map(line => line.sectionName))]
  const [only = ''] = sections
  const named = (line: Seat) => t.seat(line.row, line.column)
  if (sections.length > 1) {
    return { label: t.seats, seats: lines.map(line => t.seatIn(line.sectionName, named(line))) }
  }
  return { label: only === '' ? t.seats : t.seatsIn(only), seats: lines.map(named) }
}
