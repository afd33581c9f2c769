import { z } from 'zod'
import type { Answer } from '../answer.ts'
import type { Probe } from '../probe.ts'
import { OptionalText, objectIn, readable, Text } from '../reading.ts'
import type { Rule } from '../rule.ts'
import type { Bought } from '../sale.ts'
import { allOf, done, held, holds, refusedWith, Untried, type Verdict } from '../verdict.ts'
import { soldSeats } from './selling-locks.ts'

const TicketInfo = z.object({
  printId: Text,
  bookingId: OptionalText,
  confirmationId: OptionalText,
  tickets: z.unknown().optional(),
})
const Order = z.object({ status: OptionalText })
const Ticket = z.object({ ticketNo: Text, printStatus: OptionalText, refundStatus: OptionalText })

const printing = { api: 'ticket.printTicket', mode: 'full' } as const
const refunding = { api: 'order.refundOrder', mode: 'full' } as const

/** What becomes of an order: pickup, print, refund and reversal, specification 5.8 to 5.14. */
export const afterwardsRules: readonly Rule[] = [
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
  {
    ...refunding,
    id: 'selling.refund-printed',
    section: '9.2.4',
    sentence: 'Printed tickets are not taken back: TICKET_HAS_PRINT.',
    async check(probe) {
      const { orders, ask, cinema } = probe
      needsRefunds(probe)
      await printed(probe)
      const { orderId } = await orders.multiPaid()
      const answer = await ask('order.refundOrder', { cinemaLinkId: cinema.cinemaLinkId, orderId })
      return refusedWith(answer, 'TICKET_HAS_PRINT')
    },
  },
  {
    api: 'order.refundMixOrder',
    mode: 'full',
    id: 'selling.refund-as-mixed',
    section: '9.2.4',
    sentence: 'An order of tickets alone is not given back as a mixed one: REFUND_ORDER_TYPE_NOT_MATCH.',
    check: async ({ orders, ask, cinema: { cinemaLinkId } }) =>
      refusedWith(
        await ask('order.refundMixOrder', { cinemaLinkId, orderId: (await orders.tickets()).orderId }),
        'REFUND_ORDER_TYPE_NOT_MATCH',
      ),
  },
  {
    ...refunding,
    id: 'selling.refund-mixed-as-tickets',
    section: '9.2.4',
    sentence: 'A mixed order is not given back as one of tickets alone: REFUND_ORDER_TYPE_NOT_MATCH.',
    check: async ({ orders, ask, cinema: { cinemaLinkId } }) =>
      refusedWith(
        await ask('order.refundOrder', { cinemaLinkId, orderId: (await orders.mixed()).orderId }),
        'REFUND_ORDER_TYPE_NOT_MATCH',
      ),
  },
  {
    api: 'order.reverseOrder',
    mode: 'full',
    id: 'selling.reverse-too-early',
    section: '5.13.2, 9.2.10',
    sentence:
      'An order that got its tickets at once is not reversed: REVERSE_TICKET_STATUS_INCORRECT, or within 12 minutes REVERSE_TICKET_NO_TIME_YET.',
    check: async ({ orders, ask, cinema: { cinemaLinkId } }) =>
      refusedWith(
        await ask('order.reverseOrder', { cinemaLinkId, orderId: (await orders.tickets()).orderId }),
        'REVERSE_TICKET_STATUS_INCORRECT',
        'REVERSE_TICKET_NO_TIME_YET',
      ),
  },
  {
    api: 'order.reverseMixOrder',
    mode: 'full',
    id: 'selling.reverse-mixed-too-early',
    section: '5.14.2, 9.2.10',
    sentence:
      'A mixed order that got its tickets at once is not reversed: REVERSE_TICKET_STATUS_INCORRECT, or within 12 minutes REVERSE_TICKET_NO_TIME_YET.',
    check: async ({ orders, ask, cinema: { cinemaLinkId } }) =>
      refusedWith(
        await ask('order.reverseMixOrder', { cinemaLinkId, orderId: (await orders.mixed()).orderId }),
        'REVERSE_TICKET_STATUS_INCORRECT',
        'REVERSE_TICKET_NO_TIME_YET',
      ),
  },
  {
    api: 'order.reverseMixOrder',
    mode: 'full',
    id: 'selling.reverse-as-mixed',
    section: '9.2.10',
    sentence: 'An order of tickets alone is not reversed as a mixed one: REVERSE_ORDER_TYPE_UNMATCH.',
    check: async ({ orders, ask, cinema: { cinemaLinkId } }) =>
      refusedWith(
        await ask('order.reverseMixOrder', { cinemaLinkId, orderId: (await orders.tickets()).orderId }),
        'REVERSE_ORDER_TYPE_UNMATCH',
      ),
  },
  {
    api: 'order.reverseOrder',
    mode: 'full',
    id: 'selling.reverse-unknown',
    section: '9.2.1',
    sentence: 'An order that does not exist is not reversed: ORDER_NOT_FOUND.',
    check: async ({ ask, cinema: { cinemaLinkId } }) =>
      refusedWith(
        await ask('order.reverseOrder', { cinemaLinkId, orderId: '000000000000' }),
        'ORDER_NOT_FOUND',
      ),
  },
  {
    ...refunding,
    id: 'selling.refund',
    section: '4.1.4, 5.11',
    sentence:
      'Before refundBeforeTime tickets are taken back; where it is empty they never are (REFUND_POLICY_NOT_FOUND, or another refusal).',
    check: async ({ orders, cinema }) =>
      refundVerdict(await orders.ticketsRefund(), cinema.refundBeforeMinutes !== undefined),
  },
  {
    ...refunding,
    id: 'selling.refund-twice',
    section: '9.2.4',
    sentence: 'What was given back is not given back again: TICKET_HAS_REFUND.',
    async check(probe) {
      const { ask, cinema } = probe
      const { orderId } = await refundedOrder(probe)
      const answer = await ask('order.refundOrder', { cinemaLinkId: cinema.cinemaLinkId, orderId })
      return refusedWith(answer, 'TICKET_HAS_REFUND')
    },
  },
  {
    api: 'order.getOrderInfo',
    mode: 'full',
    id: 'selling.refunded-order',
    section: '5.7.4',
    sentence: 'The query of an order that was given back says refund_success.',
    async check(probe) {
      const { ask, cinema } = probe
      const { orderId } = await refundedOrder(probe)
      const answer = await ask('order.getOrderInfo', { cinemaLinkId: cinema.cinemaLinkId, orderId })
      if (!answer.ok) return done(answer)
      const { status } = objectIn(answer, Order)
      return holds(status === 'refund_success', `it says ${status}`, answer)
    },
  },
  {
    ...refunding,
    id: 'selling.refunded-are-free',
    section: '4.5.2, 5.11',
    sentence: 'The seats of an order that was given back can be bought again.',
    async check(probe) {
      const { lock } = await refundedOrder(probe)
      const sold = await soldSeats(probe, lock.show)
      const listed = lock.seatIds.find(seatId => sold.has(seatId))
      return holds(listed === undefined, `${listed} is still listed`, probe.log.at(-1)?.answer)
    },
  },
  {
    ...refunding,
    id: 'selling.refund-too-late',
    section: '4.1.4, 9.2.4',
    sentence:
      'Later than refundBeforeTime tickets are not taken back: CANCEL_TIME_ERROR (or CANCEL_ORDER_CONDITION_ERROR, REFUND_POLICY_HAS_EXPIRE).',
    async check({ programme, plans, sale, ask, cinema: { cinemaLinkId } }) {
      const show = await programme.lateShow()
      const lock = await sale.lock(show, await plans.freeSeats(show, 1))
      const { orderId } = await sale.buy('order.confirmOrder', lock, sale.confirmRequest(lock))
      return refusedWith(
        await ask('order.refundOrder', { cinemaLinkId, orderId }),
        'CANCEL_TIME_ERROR',
        'CANCEL_ORDER_CONDITION_ERROR',
        'REFUND_POLICY_HAS_EXPIRE',
      )
    },
  },
  {
    api: 'order.refundMixOrder',
    mode: 'full',
    id: 'selling.refund-mixed',
    section: '5.12',
    sentence: 'Before refundBeforeTime a mixed order is taken back as a whole.',
    check: async ({ orders, cinema }) =>
      refundVerdict(await orders.mixedRefund(), cinema.refundBeforeMinutes !== undefined),
  },
]

/** The cinema's own conditions of a refund, which no interface tells (5.11.2, note 1). */
const conditions = new Set([
  'CANCEL_ORDER_CONDITION_ERROR',
  'OVER_REFUND_UPPER_LIMIT',
  'CANCEL_TIME_ERROR',
  'REFUND_POLICY_HAS_EXPIRE',
  'ORDER_PROCESSING',
])

function refundVerdict(answer: Answer, takesBack: boolean): Verdict {
  if (!takesBack) return holds(!answer.ok, 'it was taken back though refundBeforeTime is empty', answer)
  if (conditions.has(answer.code))
    throw new Untried('not-applicable', `the cinema’s own conditions forbid it now (${answer.code})`)
  return done(answer)
}

/** The order of tickets, given back. */
async function refundedOrder({ orders }: Probe): Promise<Bought> {
  const order = await orders.tickets()
  const answer = await orders.ticketsRefund()
  if (!answer.ok) throw new Untried('not-applicable', `the order was not taken back (${answer.code})`)
  return order
}

function needsRefunds({ cinema }: Probe): void {
  if (cinema.refundBeforeMinutes === undefined)
    throw new Untried('not-applicable', 'the cinema takes no tickets back')
}

const ticketInfo = ({ must, cinema: { cinemaLinkId } }: Probe, { confirmationId }: Bought) =>
  must('order.getTicketInfo', { cinemaLinkId, confirmationId })

async function printRequest(probe: Probe, order: Bought) {
  const { printId } = objectIn(await ticketInfo(probe, order), TicketInfo)
  return { cinemaLinkId: probe.cinema.cinemaLinkId, printId }
}

/** The print request of the order that the rule about printing has printed. */
async function printed(probe: Probe) {
  const request = await printRequest(probe, await probe.orders.multiPaid())
  const was = probe.log.some(({ api, answer }) => api === 'ticket.printTicket' && answer?.ok)
  if (!was) await probe.must('ticket.printTicket', request)
  return request
}

/** Both print calls answer a code of their own with the object beside it (5.9.5, 5.10.5). */
const answeredWith = (answer: Answer, code: string): Verdict =>
  answer.code === code ? held : holds(false, `it was answered ${answer.code}`, answer)
