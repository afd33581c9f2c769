import { declare } from '../declare.ts'
import { record } from '../fields.ts'
import { confirmOf, parameters, some, splitTicketLine } from '../params.ts'
import { confirmedTickets } from '../parts.ts'

/** 5.4 Issues the tickets of a paid lock; every ticket says how it was paid. */
export const confirmOrderForMultiPay = declare({
  name: 'order.confirmOrderForMultiPay',
  section: '5.4',
  kind: 'settle',
  idempotentBy: 'lockOrderId',
  answer: 'object',
  params: parameters({ ...confirmOf, ticketList: some(splitTicketLine) }),
  result: record(confirmedTickets),
})
