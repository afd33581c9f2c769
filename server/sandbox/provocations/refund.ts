import { lastOf } from './guest.ts'
import type { Provocation } from './provocation.ts'

const cinemaLinkId = '681'

/** What refunds of tickets are answered (9.2.4). */
export const refund: readonly Provocation[] = [
  {
    code: 'REFUND_POLICY_NOT_FOUND',
    api: 'order.refundOrder',
    how: 'Buy a ticket at cinema 92, which has no refundBeforeTime, and give it back.',
    async provoke({ ask, buy, show }) {
      const { orderId } = await buy(await show('92'))
      return ask('order.refundOrder', { cinemaLinkId: '92', orderId })
    },
  },
  {
    code: 'REFUND_POLICY_HAS_EXPIRE',
    api: 'order.refundOrder',
    how: 'Buy a ticket, move the clock to the beginning of the show (`POST /control/clock`), and give it back.',
    async provoke({ ask, buy, show, until }) {
      const found = await show()
      const { orderId } = await buy(found)
      await until(found.showDateTime, 0)
      return ask('order.refundOrder', { cinemaLinkId, orderId })
    },
  },
  {
    code: 'CANCEL_TIME_ERROR',
    api: 'order.refundOrder',
    how: 'Buy a ticket at cinema 681, whose refundBeforeTime is 60, move the clock to an hour before the show, and give it back.',
    async provoke({ ask, buy, show, until }) {
      const found = await show()
      const { orderId } = await buy(found)
      await until(found.showDateTime, 60)
      return ask('order.refundOrder', { cinemaLinkId, orderId })
    },
  },
  {
    code: 'CANCEL_ORDER_CONDITION_ERROR',
    api: 'order.refundOrder',
    how: 'Buy a ticket at cinema 7788 for a show three days ahead, and give it back at once: the cinema takes tickets back from ten minutes after they were bought.',
    async provoke({ ask, buy, show }) {
      const { orderId } = await buy(await show('7788', '2026-11-26'))
      return ask('order.refundOrder', { cinemaLinkId: '7788', orderId })
    },
  },
  {
    code: 'TICKET_HAS_REFUND',
    api: 'order.refundOrder',
    how: 'Buy a ticket, and give it back twice.',
    async provoke({ ask, buy, show }) {
      const { orderId } = await buy(await show())
      return lastOf(2, () => ask('order.refundOrder', { cinemaLinkId, orderId }))
    },
  },
  {
    code: 'TICKET_HAS_PRINT',
    api: 'order.refundOrder',
    how: 'Buy a ticket, print it (`ticket.printTicket` with its bookingId as printId), and give it back.',
    async provoke({ ask, buy, show }) {
      const { orderId, bookingId } = await buy(await show())
      await ask('ticket.printTicket', { cinemaLinkId, printId: bookingId })
      return ask('order.refundOrder', { cinemaLinkId, orderId })
    },
  },
  {
    code: 'OVER_REFUND_UPPER_LIMIT',
    api: 'order.refundOrder',
    how: 'Buy three orders of one show at cinema 112, whose refundLimitCount is 2, and give all of them back.',
    async provoke({ ask, buy, show }) {
      const found = await show('112')
      return lastOf(3, async () => {
        const { orderId } = await buy(found)
        return ask('order.refundOrder', { cinemaLinkId: '112', orderId })
      })
    },
  },
  {
    code: 'REFUND_TICKET_STATUS_INCORRECT',
    api: 'order.refundOrder',
    how: 'Confirm with mobile `13900000011`: the tickets take two minutes. Give them back before they are there; `order.getOrderInfo` tells the orderId.',
    provoke: async ({ ask, show, waitingOrder }) =>
      ask('order.refundOrder', await waitingOrder(await show(), '13900000011')),
  },
  {
    code: 'REFUND_ORDER_TYPE_NOT_MATCH',
    api: 'order.refundOrder',
    how: 'Buy tickets with goods (`order.confirmMixOrder`), and give them back by refundOrder instead of refundMixOrder.',
    provoke: async ({ ask, mixOrder, show }) => ask('order.refundOrder', await mixOrder(await show())),
  },
]
