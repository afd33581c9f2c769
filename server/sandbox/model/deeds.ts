import { type Books, statusOf } from './books.ts'

/** Things that a run has to have brought about, or its books prove little. */
export type Deeds = Record<
  | 'paid by member card'
  | 'given back to member card'
  | 'paid by times'
  | 'given back by times'
  | 'paid by benefit card'
  | 'given back to benefit card'
  | 'seats of areas sold'
  | 'tickets late enough to reverse'
  | 'refunds that took the cinema some time'
  | 'orders reversed'
  | 'orders of another channel',
  number
>

export function deedsIn(books: Books): Deeds {
  const orders = [...books.orders.values()]
  const entries = [...books.memberCards.values()].flatMap(card => card.entries)
  const consumed = entries.filter(entry => entry.kind === 'consume')
  const uses = [...books.benefitCards.values()].flatMap(card => card.uses)
  const isArea = (scheduleId: string, seatId: string) =>
    books.shows.get(scheduleId)?.areaFen.has(seatId) === true
  return {
    'paid by member card': consumed.filter(({ fen }) => fen < 0).length,
    'given back to member card': consumed.filter(({ fen, backAt }) => fen < 0 && backAt !== undefined).length,
    'paid by times': consumed.filter(({ times }) => times < 0).length,
    'given back by times': consumed.filter(({ times, backAt }) => times < 0 && backAt !== undefined).length,
    'paid by benefit card': uses.length,
    'given back to benefit card': uses.filter(({ backAt }) => backAt !== undefined).length,
    'seats of areas sold': orders
      .flatMap(({ scheduleId, tickets }) => tickets.map(ticket => isArea(scheduleId, ticket.seatId)))
      .filter(Boolean).length,
    'tickets late enough to reverse': orders.filter(
      order => order.ticketsAt >= order.confirmedAt + 12 * 60_000,
    ).length,
    'refunds that took the cinema some time': [...books.memberCards.values()]
      .flatMap(card => card.entries)
      .filter(({ backAt, backTurn }) => backAt !== undefined && backTurn === undefined).length,
    'orders reversed': orders.filter(order => statusOf(order, order.confirmedAt) === 'reverse_success')
      .length,
    'orders of another channel': orders.filter(({ channel }) => channel !== orders[0]?.channel).length,
  }
}
