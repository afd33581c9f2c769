import { declare } from '../declare.ts'
import { record } from '../fields.ts'
import { confirmOf, parameters, paymentList, some, ticketLine } from '../params.ts'
import { confirmedTickets } from '../parts.ts'

/** 5.3 Issues the tickets of a paid lock. */
export const confirmOrder = declare({
  name: 'order.confirmOrder',
  section: '5.3',
  kind: 'settle',
  idempotentBy: 'lockOrderId',
  answer: 'object',
  params: parameters({
    ...confirmOf,
    ticketList: some(ticketLine),
    paymentList: paymentList.optional(),
  }),
  result: record(confirmedTickets),
})
