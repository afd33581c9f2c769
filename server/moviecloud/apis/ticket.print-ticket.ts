import { z } from 'zod'
import { declare, required } from '../declare.ts'
import { printEcho } from '../parts.ts'

/** 5.9 Marks tickets as printed. Cannot be repeated: the second call is refused. */
export const printTicket = declare({
  name: 'ticket.printTicket',
  section: '5.9',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: z.object({ cinemaLinkId: required, printId: required }),
  result: printEcho,
})
