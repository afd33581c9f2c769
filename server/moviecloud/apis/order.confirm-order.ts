import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { record } from '../fields.ts'
import { confirmedTickets, mobile, paymentList, ticketLine } from '../parts.ts'

/** 5.3 Issues the tickets of a paid lock. */
export const confirmOrder = declare({
  name: 'order.confirmOrder',
  section: '5.3',
  kind: 'settle',
  idempotentBy: 'lockOrderId',
  answer: 'object',
  params: z.object({
    cinemaLinkId: required,
    lockOrderId: required,
    scheduleId: required,
    scheduleKey: required,
    ticketList: z.array(ticketLine).min(1),
    mobile,
    paymentList: paymentList.optional(),
  }),
  result: record(confirmedTickets),
})
