import { declare } from '../declare.ts'
import { parameters, required } from '../params.ts'
import { printEcho } from '../parts.ts'

/** 5.9 Marks tickets as printed. Cannot be repeated: the second call is refused. */
export const printTicket = declare({
  name: 'ticket.printTicket',
  section: '5.9',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: parameters({ cinemaLinkId: required, printId: required }),
  result: printEcho,
})
