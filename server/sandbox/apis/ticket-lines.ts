import { BizRefusal } from '../protocol/refusal.ts'
import { type Arguments, fen, flag, isAbsent, isObject, text } from './arguments.ts'
import { type ItemPayment, itemPaymentsOf, type Paying } from './item-payments.ts'

/** One line of a confirm's ticketList (specification 5.3.3, 5.4.3). */
export interface TicketLine {
  seatId: string
  ticketFen: number
  feeFen: number
  /** Paid with a benefit card or at a member card's discount. */
  byCard: 'benefit' | 'discount' | 'no'
  /** Empty when the call says what it was paid with for the order as a whole. */
  payments: readonly ItemPayment[]
}

/**
 * @throws BizRefusal SEAT_INFO_NOT_NULL, SEAT_INFO_ERROR, NULL_ARGUMENT, FORMAT_ERROR, PAYMENT_METHOD_ERROR and the codes of
 * itemPaymentsOf
 */
export function ticketLinesOf(args: Arguments, paying: Paying): TicketLine[] {
  const list = args['ticketList']
  if (isAbsent(list)) throw new BizRefusal('SEAT_INFO_NOT_NULL', 'ticketList')
  if (!Array.isArray(list)) throw new BizRefusal('SEAT_INFO_ERROR', 'ticketList has to be a list')
  if (list.length === 0) throw new BizRefusal('SEAT_INFO_NOT_NULL', 'ticketList')
  const sellerId = text(args, 'cinemaLinkId')
  const lines = list.map((line: unknown): TicketLine => {
    if (!isObject(line)) throw new BizRefusal('SEAT_INFO_ERROR', 'a ticket has to be an object')
    return {
      seatId: text(line, 'seatId', 80),
      ticketFen: fen(line, 'ticketPrice'),
      feeFen: fen(line, 'ticketFee'),
      ...(paying === 'in-all' ? paidInAll(line) : paidByItself(line, sellerId)),
    }
  })
  if (new Set(lines.map(line => line.seatId)).size < lines.length)
    throw new BizRefusal('SEAT_INFO_ERROR', 'a seat is named twice')
  return lines
}

function paidInAll(line: Arguments): Pick<TicketLine, 'byCard' | 'payments'> {
  const discount = flag(line, 'isCardDiscount')
  const benefit = flag(line, 'isBenefit')
  if (discount && benefit)
    throw new BizRefusal('PAYMENT_METHOD_ERROR', 'a benefit card and a member card do not go together')
  return { byCard: benefit ? 'benefit' : discount ? 'discount' : 'no', payments: [] }
}

function paidByItself(line: Arguments, sellerId: string): Pick<TicketLine, 'byCard' | 'payments'> {
  const payments = itemPaymentsOf(line, sellerId)
  return { byCard: payments.some(({ card }) => card?.discounted) ? 'discount' : 'no', payments }
}
