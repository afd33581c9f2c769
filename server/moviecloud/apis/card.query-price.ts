import { declare } from '../declare.ts'
import { decimal, fen, flag, list, record, text, whole } from '../fields.ts'
import { cardAtShow } from '../params.ts'

/** 7.10 What tickets of a show cost with a card. */
export const queryPrice = declare({
  name: 'card.queryPrice',
  section: '7.10',
  kind: 'read',
  timeoutMs: 30_000,
  answer: 'object',
  params: cardAtShow,
  result: record({
    maxDiscountTickets: whole.optional(),
    calculatePerTicketTimes: whole.optional(),
    tickets: list(
      record({
        ticketType: text.optional(),
        isCardDiscount: flag.optional(),
        priceFen: fen.optional(),
        maxTickets: whole.optional(),
        tradePoints: decimal.optional(),
      }),
    ),
  }),
})
