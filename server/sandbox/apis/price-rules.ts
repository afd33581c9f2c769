import { yuan } from '#contract/money.ts'
import type { Show } from '../cloud/shows.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { areaOf } from '../world/areas.ts'
import type { Seat } from '../world/seat-plan.ts'
import type { Cinema, Hall } from '../world/world.ts'
import type { TicketLine } from './ticket-lines.ts'

/** The settle price of the area that the seat lies in; undefined outside the show's areas. */
function areaSettleFen(show: Show, hall: Hall, seat: Seat): number | undefined {
  if (show.areaPrices.length === 0) return undefined
  const code = areaOf(hall.areas, seat)?.code
  return show.areaPrices.find(area => area.code === code)?.settleFen
}

/**
 * The price of a ticket (specification 5.3.2, note 3): the area's settle price, else the show's, to the fen; with
 * neither, any price from the lowest up. A card's price takes the place of both outside the areas (5.3.3).
 *
 * @param cardFen what the ticket costs with the card that pays for it; absent without a discount
 * @throws BizRefusal with the code that names the rule
 */
export function checkPrice(line: TicketLine, seat: Seat, show: Show, hall: Hall, cardFen?: number): void {
  if (line.ticketFen === 0) throw new BizRefusal('TICKET_PRICE_ERROR', line.seatId)
  const areaFen = areaSettleFen(show, hall, seat)
  const settleFen = cardFen ?? show.settleFen
  if (areaFen !== undefined) {
    if (line.byCard === 'benefit') throw new BizRefusal('AREA_SEAT_NOT_SUPPORT_BENEFIT', line.seatId)
    if (line.ticketFen < areaFen)
      throw new BizRefusal('AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR', `${line.seatId} ${yuan(areaFen)}`)
  } else if (settleFen !== null) {
    if (line.ticketFen < settleFen)
      throw new BizRefusal('LOW_THAN_SETTLE_PRICE_ERROR', `${line.seatId} ${yuan(settleFen)}`)
  } else if (line.ticketFen < show.lowestFen)
    throw new BizRefusal('LOW_THAN_LEAST_PRICE_ERROR', `${line.seatId} ${yuan(show.lowestFen)}`)
  const exact = areaFen ?? settleFen
  if (exact !== null && line.ticketFen > exact)
    throw new BizRefusal('TICKET_PRICE_VALID_ERROR', `${line.seatId} ${yuan(exact)}`)
}

const shanghai = '310'
const shanghaiMostFen = 1200
const shanghaiMostPercent = 20

/**
 * The fees of an order: what the show names, on every ticket or once in all (4.2.4, feeType); where it names none,
 * the channel's own. In Shanghai no ticket bears more than 12 yuan or a fifth of its price (5.3.2, note 4).
 *
 * @throws BizRefusal TICKET_FEE_ERROR
 */
export function checkFees(lines: readonly TicketLine[], show: Show, cinema: Cinema): void {
  if (cinema.cityCode.startsWith(shanghai)) {
    for (const { seatId, ticketFen, feeFen } of lines)
      if (feeFen > shanghaiMostFen || feeFen * 100 > ticketFen * shanghaiMostPercent)
        throw new BizRefusal('TICKET_FEE_ERROR', `${seatId}: more than 12.00 or 20 %`)
  }
  if (show.feeFen === null) return
  const wanted = show.feeFen
  const right =
    cinema.fee.type === 'order'
      ? lines.reduce((sum, line) => sum + line.feeFen, 0) === wanted
      : lines.every(line => line.feeFen === wanted)
  if (!right) throw new BizRefusal('TICKET_FEE_ERROR', `${yuan(wanted)} per ${cinema.fee.type}`)
}
