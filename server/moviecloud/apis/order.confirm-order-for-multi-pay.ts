import { z } from 'zod'
import { declare } from '../declare.ts'
import { record } from '../fields.ts'
import { confirmedTickets, confirmOf, splitTicketLine } from '../parts.ts'

/** 5.4 Issues the tickets of a paid lock; every ticket says how it was paid. */
export const confirmOrderForMultiPay = declare({
  name: 'order.confirmOrderForMultiPay',
  section: '5.4',
  kind: 'settle',
  idempotentBy: 'lockOrderId',
  answer: 'object',
  params: z.object({ ...confirmOf, ticketList: z.array(splitTicketLine).min(1) }),
  result: record(confirmedTickets),
})
