import { z } from 'zod'
import type { Answer } from '../answer.ts'
import type { Probe } from '../probe.ts'
import { OptionalText, objectIn, readable, Text } from '../reading.ts'
import type { Rule } from '../rule.ts'
import type { Bought } from '../sale.ts'
import { allOf, broken, done, held, holds, type Verdict } from '../verdict.ts'

const TicketInfo = z.object({
  printId: Text,
  bookingId: OptionalText,
  confirmationId: OptionalText,
  tickets: z.unknown().optional(),
})
const Ticket = z.object({ ticketNo: Text, printStatus: OptionalText, refundStatus: OptionalText })

const printing = { api: 'ticket.printTicket', mode: 'full' } as const

/** Pickup and print: specification 5.8 to 5.10. */
export const pickupRules: readonly Rule[] = [
  {
    api: 'order.getTicketInfo',
    mode: 'full',
    id: 'selling.ticket-info',
    section: '5.8.4',
    sentence:
      'The pickup number of an order gives its tickets, neither printed nor given back, and the number to print them by.',
    async check({ orders, ask, cinema: { cinemaLinkId } }) {
      const { confirmationId, ticketNos } = await orders.tickets()
      const answer = await ask('order.getTicketInfo', { cinemaLinkId, confirmationId })
      if (!answer.ok) return done(answer)
      const info = objectIn(answer, TicketInfo)
      const tickets = readable(info.tickets, Ticket)
      return allOf(
        holds(info.confirmationId === confirmationId, 'it has another pickup number', answer),
        holds(tickets.length === ticketNos.length, `it has ${tickets.length} tickets`, answer),
        holds(
          tickets.every(({ printStatus, refundStatus }) => printStatus === 'N' && refundStatus === 'N'),
          'a ticket is printed or given back',
          answer,
        ),
      )
    },
  },
  {
    api: 'ticket.getOrderPrintStatus',
    mode: 'full',
    id: 'selling.print-allowed',
    section: '5.10.5, 9.2.6',
    sentence: 'Before the tickets are printed they may be: PRINT_TICKET_ALLOW.',
    async check(probe) {
      const request = await printRequest(probe, await probe.orders.multiPaid())
      return answeredWith(await probe.ask('ticket.getOrderPrintStatus', request), 'PRINT_TICKET_ALLOW')
    },
  },
  {
    ...printing,
    id: 'selling.print',
    section: '5.9.2',
    sentence: 'Tickets are marked as printed, and are told to be so from then on.',
    async check(probe) {
      const order = await probe.orders.multiPaid()
      const request = await printRequest(probe, order)
      const answer = await probe.ask('ticket.printTicket', request)
      const info = await ticketInfo(probe, order)
      return allOf(
        done(answer),
        holds(
          readable(objectIn(info, TicketInfo).tickets, Ticket).every(
            ({ printStatus }) => printStatus === 'Y',
          ),
          'getTicketInfo says that they were not',
          info,
        ),
      )
    },
  },
  {
    ...printing,
    id: 'selling.print-once',
    section: '9.2.5',
    sentence: 'Tickets are printed once: PRINT_TICKET_NOT_ALLOW afterwards.',
    async check(probe) {
      const request = await printed(probe)
      const answer = await probe.ask('ticket.printTicket', request)
      return answeredWith(answer, 'PRINT_TICKET_NOT_ALLOW')
    },
  },
  {
    api: 'ticket.getOrderPrintStatus',
    mode: 'full',
    id: 'selling.print-status',
    section: '9.2.6',
    sentence: 'Printed tickets may not be printed again: PRINT_TICKET_NOT_ALLOW.',
    async check(probe) {
      const answer = await probe.ask('ticket.getOrderPrintStatus', await printed(probe))
      return answeredWith(answer, 'PRINT_TICKET_NOT_ALLOW')
    },
  },
]

const ticketInfo = ({ must, cinema: { cinemaLinkId } }: Probe, { confirmationId }: Bought) =>
  must('order.getTicketInfo', { cinemaLinkId, confirmationId })

async function printRequest(probe: Probe, order: Bought) {
  const { printId } = objectIn(await ticketInfo(probe, order), TicketInfo)
  return { cinemaLinkId: probe.cinema.cinemaLinkId, printId }
}

/** The print request of the order that the rule about printing has printed. */
export async function printed(probe: Probe) {
  const request = await printRequest(probe, await probe.orders.multiPaid())
  const was = probe.log.some(({ api, answer }) => api === 'ticket.printTicket' && answer?.ok)
  if (!was) await probe.must('ticket.printTicket', request)
  return request
}

/** Both print calls answer a code of their own with the object beside it (5.9.5, 5.10.5). */
const answeredWith = (answer: Answer, code: string): Verdict =>
  answer.code === code ? held : broken(`it was answered ${answer.code}`, answer)
