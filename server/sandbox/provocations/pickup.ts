import { lastOf } from './guest.ts'
import type { Provocation } from './provocation.ts'

const cinemaLinkId = '681'

/** What is answered about printing and fetching tickets (9.2.5, 9.2.6, 9.2.11). */
export const pickup: readonly Provocation[] = [
  {
    code: 'PRINT_TICKET_ALLOW',
    api: 'ticket.getOrderPrintStatus',
    how: 'Buy a ticket, and ask whether it may be printed: printId is its bookingId.',
    async provoke({ ask, buy, show }) {
      const { bookingId } = await buy(await show())
      return ask('ticket.getOrderPrintStatus', { cinemaLinkId, printId: bookingId })
    },
  },
  {
    code: 'PRINT_TICKET_NOT_ALLOW',
    api: 'ticket.printTicket',
    how: 'Buy a ticket, and print it twice.',
    async provoke({ ask, buy, show }) {
      const { bookingId } = await buy(await show())
      return lastOf(2, () => ask('ticket.printTicket', { cinemaLinkId, printId: bookingId }))
    },
  },
  {
    code: 'PRINT_TICKET_NOT_ALLOW',
    api: 'ticket.getOrderPrintStatus',
    how: 'Buy a ticket, give it back, and ask whether it may be printed.',
    async provoke({ ask, buy, show }) {
      const { bookingId, orderId } = await buy(await show())
      await ask('order.refundOrder', { cinemaLinkId, orderId })
      return ask('ticket.getOrderPrintStatus', { cinemaLinkId, printId: bookingId })
    },
  },
  {
    code: 'CONFIRMATIONID_WRONG',
    api: 'order.getTicketInfo',
    how: 'Ask with a confirmationId that was never given: `0000000000000000`.',
    provoke: ({ ask }) => ask('order.getTicketInfo', { cinemaLinkId, confirmationId: '0000000000000000' }),
  },
]
