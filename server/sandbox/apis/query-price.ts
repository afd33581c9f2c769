import { yuan } from '#contract/money.ts'
import type { Api } from './api.ts'
import { allowanceFields, cardAtShow } from './card-allowance.ts'
import { discountedFen, fullPriceFen } from './card-prices.ts'

/** The specification's word for "as many as you like" (7.10.4). */
const noLimit = 9999

/** 7.10 What tickets of a show cost with a card: at its discount, as far as it has one here, and without. */
export const queryPrice: Api = {
  name: 'ykse.partner.card.queryPrice',
  handle(call) {
    const { place, allowance } = cardAtShow(call)
    const { discount, tickets } = allowance
    const kinds = [
      ...(discount ? [asTicket('会员票', true, discountedFen(place.show, discount), tickets)] : []),
      asTicket('成人票', false, fullPriceFen(place.show), noLimit),
    ]
    return { data: { ...allowanceFields(allowance), tickets: kinds } }
  },
}

const asTicket = (ticketType: string, isCardDiscount: boolean, priceFen: number, maxTickets: number) => ({
  ticketType,
  isCardDiscount,
  price: yuan(priceFen),
  maxTickets,
  // A point for every yuan.
  tradePoints: yuan(priceFen),
})
