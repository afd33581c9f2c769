import { declare } from '../declare.ts'
import { parameters, required } from '../params.ts'
import { printEcho } from '../parts.ts'

/** 5.10 Whether tickets may be printed; yes is PRINT_TICKET_ALLOW. */
export const getOrderPrintStatus = declare({
  name: 'ticket.getOrderPrintStatus',
  section: '5.10',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: parameters({ cinemaLinkId: required, printId: required }),
  result: printEcho,
})
