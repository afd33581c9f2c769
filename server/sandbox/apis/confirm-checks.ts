import { BizRefusal } from '../protocol/refusal.ts'
import { type Cinema, seatsById } from '../world/world.ts'
import { type Arguments, optionalText } from './arguments.ts'
import type { ShowInHall } from './lookups.ts'
import { checkFees, checkPrice } from './price-rules.ts'
import type { TicketLine } from './ticket-lines.ts'

/** The buyer's mobile number, eleven digits (5.3.3). @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR */
export function mobileOf(args: Arguments): string {
  const mobile = optionalMobile(args)
  if (mobile === undefined) throw new BizRefusal('NULL_ARGUMENT', 'mobile')
  return mobile
}

/** @throws BizRefusal FORMAT_ERROR */
export function optionalMobile(args: Arguments): string | undefined {
  const mobile = optionalText(args, 'mobile')
  if (mobile !== undefined && !/^1[3-9]\d{9}$/.test(mobile)) throw new BizRefusal('FORMAT_ERROR', 'mobile')
  return mobile
}

/** The seats of the confirm are those of the lock. @throws BizRefusal SEAT_COUNT_ERROR, ORDER_SEAT_ERROR */
export function checkLockedSeats(lines: readonly TicketLine[], lockedSeatIds: readonly string[]): void {
  if (lines.length !== lockedSeatIds.length)
    throw new BizRefusal('SEAT_COUNT_ERROR', `${lockedSeatIds.length} seats are locked`)
  const other = lines.find(line => !lockedSeatIds.includes(line.seatId))
  if (other) throw new BizRefusal('ORDER_SEAT_ERROR', `${other.seatId} is not of this lock`)
}

/** Prices and fees; `cardFen` has the prices by seat that cards make. @throws BizRefusal SEAT_NOT_FOUND and the codes of checkPrice and checkFees */
export function checkTicketMoney(
  lines: readonly TicketLine[],
  cinema: Cinema,
  { show, hall, plan }: ShowInHall,
  cardFen: ReadonlyMap<string, number>,
): void {
  const seats = seatsById(plan)
  for (const line of lines) {
    const seat = seats.get(line.seatId)
    if (!seat) throw new BizRefusal('SEAT_NOT_FOUND', line.seatId)
    checkPrice(line, seat, show, hall, cardFen.get(line.seatId))
  }
  checkFees(lines, show, cinema)
}
