import type { ShowId } from '#contract/ids.ts'
import type { Quote } from '#contract/order.ts'
import type { Cards } from '../cards/cards.ts'
import type { OrderStore } from '../journal/store.ts'
import type { ShowRef } from '../moviecloud/gateway-types.ts'
import type { Seating } from '../seating/seating.ts'
import { sectionsOf } from '../seating/sections-of.ts'
import type { PriceWithCard } from './baskets.ts'

/** Prices an order with a card: where its seats are comes from the hall, for the cloud asks by section (7.10). */
export function createCardPrices(parts: { cards: Cards; seating: Pick<Seating, 'hall'> }): PriceWithCard {
  const { cards, seating } = parts

  const sections = async (showId: ShowId, { lines }: Quote) => {
    const { hall } = await seating.hall(showId)
    return sectionsOf(
      hall,
      lines.map(line => line.seatId),
    )
  }

  return async ({ ref, show, quote }, wish, client) => {
    const order =
      'scheduleId' in ref && 'id' in show
        ? { ref, quote, sections: await sections(show.id, quote) }
        : { cinemaId: ref.cinemaId, quote }
    const { lines, card, payable, notice } = await cards.priceFor(order, wish, client)
    return {
      lines,
      card: { ...card, payableFen: payable, ...(notice !== undefined && { notice }) },
    }
  }
}

/** How many tickets of a show a benefit card has bought that still stand: the cloud leaves this count to us (8.5.2). */
export function benefitsUsed(store: Pick<OrderStore, 'byCard'>) {
  return async (number: string, show: ShowRef): Promise<number> => {
    const orders = await store.byCard(number, show)
    return orders.flatMap(({ quote }) => quote.lines).filter(line => line.deal === 'benefit').length
  }
}
