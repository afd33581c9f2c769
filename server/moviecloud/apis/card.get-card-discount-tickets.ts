import { declare } from '../declare.ts'
import { record, whole } from '../fields.ts'
import { cardAtShow } from '../params.ts'

/** 7.9 How many discounted tickets a card may still buy for a show. */
export const getCardDiscountTickets = declare({
  name: 'card.getCardDiscountTickets',
  section: '7.9',
  kind: 'read',
  timeoutMs: 30_000,
  answer: 'object',
  params: cardAtShow,
  result: record({ maxDiscountTickets: whole.optional(), calculatePerTicketTimes: whole.optional() }),
})
