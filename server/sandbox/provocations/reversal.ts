import { minutes } from './guest.ts'
import type { Provocation } from './provocation.ts'
import { underFault } from './under-fault.ts'

const cinemaLinkId = '681'

/** What reversals are answered (9.2.10). */
export const reversal: readonly Provocation[] = [
  {
    code: 'REVERSE_ORDER_TYPE_UNMATCH',
    api: 'order.reverseOrder',
    how: 'Buy tickets with goods (`order.confirmMixOrder`), and reverse them by reverseOrder instead of reverseMixOrder.',
    provoke: async ({ ask, mixOrder, show }) => ask('order.reverseOrder', await mixOrder(await show())),
  },
  {
    code: 'REVERSE_TICKET_STATUS_INCORRECT',
    api: 'order.reverseOrder',
    how: 'Buy a ticket, and reverse it: the cinema has answered in time.',
    async provoke({ ask, buy, show }) {
      const { orderId } = await buy(await show())
      return ask('order.reverseOrder', { cinemaLinkId, orderId })
    },
  },
  {
    code: 'REVERSE_TICKET_NO_TIME_YET',
    api: 'order.reverseOrder',
    how: 'Confirm with mobile `13900000012`: the tickets take 20 minutes. Reverse them at once; 12 minutes later it succeeds.',
    provoke: async ({ ask, show, waitingOrder }) =>
      ask('order.reverseOrder', await waitingOrder(await show(), '13900000012')),
  },
  underFault({
    code: 'REVERSE_TICKET_FAILED',
    api: 'order.reverseOrder',
    first:
      'Confirm with mobile `13900000012`, move the clock 12 minutes ahead (`POST /control/clock {"forwardMs":720000}`)',
    fault: { kind: 'fail-tickets', api: 'order.reverseOrder' },
    last: 'reverse: the cinema could not do it. Ask again, and it can.',
    async request({ forward, show, waitingOrder }) {
      const order = await waitingOrder(await show(), '13900000012')
      await forward(minutes(12))
      return order
    },
  }),
]
