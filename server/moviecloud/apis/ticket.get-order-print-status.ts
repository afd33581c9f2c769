import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { printEcho } from '../parts.ts'

/** 5.10 Whether tickets may be printed; yes is PRINT_TICKET_ALLOW. */
export const getOrderPrintStatus = declare({
  name: 'ticket.getOrderPrintStatus',
  section: '5.10',
  kind: 'read',
  answer: 'object',
  params: z.object({ cinemaLinkId: required, printId: required }),
  result: printEcho,
})
