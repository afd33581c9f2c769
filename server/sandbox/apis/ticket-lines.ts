import { BizRefusal } from '../protocol/refusal.ts'
import { type Arguments, fen, isAbsent, isObject, text } from './arguments.ts'

/** One line of a confirm's ticketList (specification 5.3.3). */
export interface TicketLine {
  seatId: string
  ticketFen: number
  feeFen: number
  /** Paid with a benefit card or at a member card's discount. */
  byCard: 'benefit' | 'discount' | 'no'
}

/** @throws BizRefusal SEAT_INFO_NOT_NULL, SEAT_INFO_ERROR, NULL_ARGUMENT, FORMAT_ERROR */
export function ticketLinesOf(args: Arguments): TicketLine[] {
  const list = args['ticketList']
  if (isAbsent(list)) throw new BizRefusal('SEAT_INFO_NOT_NULL', 'ticketList')
  if (!Array.isArray(list)) throw new BizRefusal('SEAT_INFO_ERROR', 'ticketList has to be a list')
  if (list.length === 0) throw new BizRefusal('SEAT_INFO_NOT_NULL', 'ticketList')
  const lines = list.map((line: unknown): TicketLine => {
    if (!isObject(line)) throw new BizRefusal('SEAT_INFO_ERROR', 'a ticket has to be an object')
    const discount = flag(line, 'isCardDiscount') ? 'discount' : 'no'
    return {
      seatId: text(line, 'seatId', 80),
      ticketFen: fen(line, 'ticketPrice'),
      feeFen: fen(line, 'ticketFee'),
      byCard: flag(line, 'isBenefit') ? 'benefit' : discount,
    }
  })
  if (new Set(lines.map(line => line.seatId)).size < lines.length)
    throw new BizRefusal('SEAT_INFO_ERROR', 'a seat is named twice')
  return lines
}

function flag(line: Arguments, name: string): boolean {
  const value = line[name]
  if (isAbsent(value)) return false
  if (typeof value !== 'boolean') throw new BizRefusal('FORMAT_ERROR', `${name} has to be true or false`)
  return value
}
