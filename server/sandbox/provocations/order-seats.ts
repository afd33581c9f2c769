import { as, type Guest, minutes } from './guest.ts'
import type { Provocation } from './provocation.ts'
import { underFault } from './under-fault.ts'

const locked = async ({ order, show }: Guest) => order(await show())
async function bought({ buy, show }: Guest) {
  const { orderId } = await buy(await show())
  return { cinemaLinkId: '681', orderId }
}

/** What confirms of tickets are answered for seats, time and the cinema’s state (9.2.3). */
export const orderSeats: readonly Provocation[] = [
  {
    code: 'OVER_BOOKING_DAY',
    api: 'seat.lockSeats',
    how: 'Lock a seat of a show three days ahead in hall 2 of cinema 681 as channel FOYER-NEW, which may sell today and two days more.',
    async provoke({ ask, showIn, freeSeats, lockRequest }) {
      const show = await showIn('2', '2026-11-26')
      return ask('seat.lockSeats', lockRequest(show, await freeSeats(show, 1)), as('FOYER-NEW'))
    },
  },
  {
    code: 'OVER_MAX_TICKET',
    api: 'seat.lockSeats',
    how: 'Lock nine seats at cinema 681, which sells eight at once.',
    async provoke({ ask, show, freeSeats, lockRequest }) {
      const found = await show()
      return ask('seat.lockSeats', lockRequest(found, await freeSeats(found, 9)))
    },
  },
  {
    code: 'SEAT_COUNT_ERROR',
    api: 'order.confirmOrder',
    how: 'Lock two seats and confirm one of them.',
    async provoke({ ask, order, show }) {
      const right = await order(await show(), 2)
      return ask('order.confirmOrder', { ...right, ticketList: right.ticketList.slice(1) })
    },
  },
  {
    code: 'ORDER_SEAT_ERROR',
    api: 'order.confirmOrder',
    how: 'Lock a seat, move the clock 15 minutes ahead (`POST /control/clock {"forwardMs":900000}`), then confirm: the lock is over.',
    async provoke({ ask, forward, order, show }) {
      const request = await order(await show())
      await forward(minutes(15))
      return ask('order.confirmOrder', request)
    },
  },
  {
    code: 'ORDER_SEAT_ERROR',
    api: 'order.confirmOrder',
    how: 'Lock a seat, and confirm another one.',
    async provoke({ ask, freeSeats, orderWith, show }) {
      const found = await show()
      const [seatId] = (await freeSeats(found, 2)).slice(1)
      return ask('order.confirmOrder', await orderWith(found, { seatId }))
    },
  },
  {
    code: 'LOCK_SEAT_UNSUCCESS',
    api: 'order.confirmOrder',
    how: 'Confirm with a lockOrderId that was never given.',
    provoke: async ({ ask, order, show }) =>
      ask('order.confirmOrder', { ...(await order(await show())), lockOrderId: '1' }),
  },
  {
    code: 'ORDER_TICKET_TIME_END',
    api: 'order.confirmOrder',
    how: 'Move the clock to a minute before the stopSellingTime of a show, lock a seat, move it a minute on, then confirm.',
    async provoke({ ask, forward, order, show, until }) {
      const found = await show()
      await until(found.stopSellingTime, 1)
      const request = await order(found)
      await forward(minutes(1))
      return ask('order.confirmOrder', request)
    },
  },
  {
    code: 'ORDER_PROCESSING',
    api: 'order.confirmOrder',
    how: 'Confirm with mobile `13900000011`: the cinema takes two minutes. Repeat the confirm until its answer is clear.',
    provoke: async ({ ask, order, show }) =>
      ask('order.confirmOrder', { ...(await order(await show())), mobile: '13900000011' }),
  },
  underFault({
    code: 'ORDER_PROCESSING',
    api: 'order.refundOrder',
    first: 'Buy a ticket',
    fault: { kind: 'slow-tickets', delayMs: 120_000, api: 'order.refundOrder' },
    last: 'give it back.',
    request: bought,
  }),
  {
    code: 'ORDER_PROCESS_TIME_OUT',
    api: 'order.confirmOrder',
    how: 'Confirm with mobile `13900000013`, move the clock half a minute ahead, and repeat the confirm: the cinema could not do it, and the seats are free.',
    async provoke({ ask, forward, order, show }) {
      const request = { ...(await order(await show())), mobile: '13900000013' }
      await ask('order.confirmOrder', request)
      await forward(minutes(1 / 2))
      return ask('order.confirmOrder', request)
    },
  },
  underFault({
    code: 'NO_USB_ERROR',
    api: 'order.confirmOrder',
    first: 'Lock a seat at cinema 681',
    fault: { kind: 'trouble', trouble: 'no-dongle', cinemaLinkId: '681' },
    last: 'confirm it.',
    request: locked,
  }),
  underFault({
    code: 'SETTLEACCOUNT_PAY_FAIL',
    api: 'order.confirmOrder',
    first: 'Lock a seat at cinema 681',
    fault: { kind: 'trouble', trouble: 'account-empty', cinemaLinkId: '681' },
    last: 'confirm it.',
    request: locked,
  }),
  {
    code: 'SETTLEACCOUNT_PAY_FAIL',
    api: 'order.confirmOrder',
    how: 'Confirm with mobile `13900000014`.',
    provoke: async ({ ask, order, show }) =>
      ask('order.confirmOrder', { ...(await order(await show())), mobile: '13900000014' }),
  },
  underFault({
    code: 'TICKET_ORDER_CLOSE_ERROR',
    api: 'order.confirmOrder',
    first: 'Lock a seat at cinema 681',
    fault: { kind: 'trouble', trouble: 'tickets-closed', cinemaLinkId: '681' },
    last: 'confirm it.',
    request: locked,
  }),
  underFault({
    code: 'TICKET_ORDER_CLOSE_ERROR',
    api: 'order.refundOrder',
    first: 'Buy a ticket at cinema 681',
    fault: { kind: 'trouble', trouble: 'tickets-closed', cinemaLinkId: '681' },
    last: 'give it back.',
    request: bought,
  }),
]
