import type { Api } from './api.ts'
import { allowanceFields, cardAtShow } from './card-allowance.ts'

/** 7.9 How many tickets of a show a card may still buy at its discount. */
export const getCardDiscountTickets: Api = {
  name: 'ykse.partner.card.getCardDiscountTickets',
  handle: call => ({ data: allowanceFields(cardAtShow(call).allowance) }),
}
