import type { Fen } from '#contract/money.ts'
import type { CloudShow } from '../moviecloud/gateway-types.ts'

/** In Shanghai a fee may be 12 yuan at most, and a fifth of the ticket's price at most (specification 5.3.2). */
const shanghaiFeeMaxFen = 1200
const shanghaiTicketShare = 5
/** Shanghai and its districts, by the statistics office's codes: 310000, 310101, ... */
const shanghaiCityCodes = '310'

type Prices = Pick<CloudShow, 'standardFen' | 'lowestFen' | 'settleFen' | 'feeFen' | 'areaPrices'>

/**
 * What a seat outside the priced areas costs: the settle price when the cinema set one, else our own price, for
 * which we take the standard price, but never less than the lowest (specification 5.3.2, note 3).
 */
export function basePrice(show: Prices): Fen {
  return show.settleFen ?? Math.max(show.standardFen, show.lowestFen)
}

/** What a seat of the named area costs; undefined when the cinema set no price for that area. */
export function areaPrice(show: Prices, areaName: string): Fen | undefined {
  return show.areaPrices.find(area => area.name === areaName)?.settleFen
}

/** The fee on a ticket of this price, or on the order whose first ticket it is. */
export function feeOn(show: Prices, ticketFen: Fen, cityCode: string): Fen {
  if (!cityCode.startsWith(shanghaiCityCodes)) return show.feeFen
  return Math.min(show.feeFen, shanghaiFeeMaxFen, Math.trunc(ticketFen / shanghaiTicketShare))
}

/** The lowest ticket price of the show plus its fee. */
export function fromPrice(show: Prices, cityCode: string): Fen {
  const prices = [basePrice(show), ...show.areaPrices.map(area => area.settleFen)]
  return Math.min(...prices.map(price => price + feeOn(show, price, cityCode)))
}
