import type { Cinema } from '#contract/catalog.ts'
import type { Fen } from '#contract/money.ts'
import type { QuoteLine } from '#contract/order.ts'
import { feeOn } from '../catalog/show-price.ts'
import type { CardKind, CloudShow } from '../moviecloud/gateway-types.ts'

/** What a card makes of a ticket, in the cloud's answer; undefined where it has no price of its own. */
type CardPriceOf = (line: QuoteLine) => Fen | undefined

/** Whether a line may have a card's price at all: a seat in a priced area costs what its area does (5.3.2, note 3). */
export const isOutsideAreas = ({ areaName }: QuoteLine): boolean => areaName === undefined

/**
 * The lines with the card's price on as many as it may buy so, those first that save most; never below the show's
 * lowest price (5.3.3), and with no more fee than the new price bears (note 4).
 *
 * @param evenAtNoSaving a card by times pays with times, whatever the price
 */
export function dealLines(
  lines: readonly QuoteLine[],
  deal: {
    kind: CardKind
    priceOf: CardPriceOf
    most: number
    show: CloudShow
    cinema: Cinema
    evenAtNoSaving: boolean
  },
): QuoteLine[] {
  const { kind, priceOf, most, show, cinema, evenAtNoSaving } = deal
  const offers = lines
    .filter(isOutsideAreas)
    .flatMap(line => {
      const cardFen = priceOf(line)
      return cardFen === undefined ? [] : { line, ticketFen: Math.max(cardFen, show.lowestFen) }
    })
    .filter(({ line, ticketFen }) => evenAtNoSaving || ticketFen < line.ticketFen)
    .toSorted((a, b) => b.line.ticketFen - b.ticketFen - (a.line.ticketFen - a.ticketFen))
    .slice(0, Math.max(0, most))
  const priceBySeat = new Map(offers.map(({ line, ticketFen }) => [line.seatId, ticketFen]))
  return lines.map(line => {
    const ticketFen = priceBySeat.get(line.seatId)
    if (ticketFen === undefined) return line
    const feeFen = feeOn({ ...show, feeFen: line.feeFen }, ticketFen, cinema.cityCode)
    return { ...line, ticketFen, feeFen, deal: kind }
  })
}
