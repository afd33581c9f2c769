import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { evening } from '../test-cloud.ts'
import { failing, type GroundCloud, minute, openGroundCloud, prompt, slow } from '../test-ground.ts'
import type { Ground } from './api.ts'

const kinds = {
  tickets: { confirm: 'confirmOrder', refund: 'refundOrder', reverse: 'reverseOrder', goods: {} },
  'tickets and goods': {
    confirm: 'confirmMixOrder',
    refund: 'refundMixOrder',
    reverse: 'reverseMixOrder',
    goods: { goodsList: [{ goodsId: '1728', count: 1, isPackage: false, salePrice: '18.00' }] },
  },
} as const

describe.each(Object.entries(kinds))('an order of %s', (_, kind) => {
  let box: GroundCloud
  beforeEach(() => {
    box = openGroundCloud()
  })
  afterEach(() => box.close())

  /** An order of a seat, at eight in the evening. */
  function ordered(ground: Ground) {
    box.clock.time = evening
    const show = box.show()
    const request = { ...box.lock(show), ...kind.goods }
    const seatId = String(request.ticketList[0]?.seatId)
    box.ask(kind.confirm, request, ground)
    const at = { cinemaLinkId: request.cinemaLinkId, lockOrderId: request.lockOrderId }
    const info = () => box.ask('getOrderInfo', at).data
    const numbers = info()
    const own = { cinemaLinkId: at.cinemaLinkId, orderId: numbers['orderId'] }
    const printed = { cinemaLinkId: at.cinemaLinkId, printId: numbers['bookingId'] }
    const pickup = { cinemaLinkId: at.cinemaLinkId, confirmationId: numbers['confirmationId'] }
    return {
      refund: (by: Ground) => box.ask(kind.refund, own, by).code,
      reverse: () => box.ask(kind.reverse, own).code,
      print: () => box.ask('printTicket', printed).code,
      answers: {
        status: () => String(info()['status']),
        confirmAgain: () => box.ask(kind.confirm, request).code,
        ticketInfo: () => box.ask('getTicketInfo', pickup).code,
        printStatus: () => box.ask('getOrderPrintStatus', printed).code,
        print: () => box.ask('printTicket', printed).code,
        refund: () => box.ask(kind.refund, own).code,
        reverse: () => box.ask(kind.reverse, own).code,
        release: () => box.ask('releaseSeats', at).code,
        seat: () => (box.isFree(show, seatId) ? 'free' : 'taken'),
      },
    }
  }
  type Order = ReturnType<typeof ordered>
  const wait = (minutes: number) => {
    box.clock.time = evening + minutes * minute
  }

  /** How an order comes into each state, the clock being where the state is looked at. */
  const states = {
    'waiting for 11 minutes': () => later(ordered(slow(60 * minute)), 11),
    'waiting for 12 minutes': () => later(ordered(slow(60 * minute)), 12),
    'waiting, to fail later': () => later(ordered(failing(60 * minute)), 11),
    'ticketed in time': () => later(ordered(slow(2 * minute)), 13),
    'ticketed late': () => later(ordered(slow(12 * minute)), 13),
    printed: () => {
      const order = later(ordered(prompt), 1)
      expect(order.print()).toBe('SUCCESS')
      return order
    },
    'failed at once': () => later(ordered(failing()), 0),
    'failed in time': () => later(ordered(failing(5 * minute)), 5),
    'failed late': () => later(ordered(failing(13 * minute)), 13),
    refunding: () => refunded(ordered(prompt), slow(9 * minute), 'ORDER_PROCESSING', 8),
    refunded: () => refunded(ordered(prompt), slow(9 * minute), 'ORDER_PROCESSING', 9),
    'refunding in vain': () => refunded(ordered(prompt), failing(9 * minute), 'ORDER_PROCESSING', 8),
    'refund failed': () => refunded(ordered(prompt), failing(9 * minute), 'ORDER_PROCESSING', 9),
    'refund failed at once': () => refunded(ordered(prompt), failing(), 'CINEMA_EXECUTOR_ERROR', 0),
    'ticketed late, refund failed': () =>
      refunded(later(ordered(slow(12 * minute)), 13), failing(), 'CINEMA_EXECUTOR_ERROR', 13),
    'reversed while it waited': () => reversed(ordered(slow(60 * minute))),
    'reversed while it waited to fail': () => reversed(ordered(failing(20 * minute))),
    'ticketed late, reversed': () => reversed(ordered(slow(12 * minute))),
  } as const

  function later(order: Order, minutes: number): Order {
    wait(minutes)
    return order
  }
  function refunded(order: Order, by: Ground, code: string, minutes: number): Order {
    expect(order.refund(by)).toBe(code)
    return later(order, minutes)
  }
  function reversed(order: Order): Order {
    wait(14)
    expect(order.reverse()).toBe('SUCCESS')
    return later(order, 61)
  }

  const none = {
    ticketInfo: 'CONFIRMATIONID_WRONG',
    printStatus: 'CONFIRMATIONID_WRONG',
    print: 'CONFIRMATIONID_WRONG',
  }
  const good = { ticketInfo: 'SUCCESS', printStatus: 'PRINT_TICKET_ALLOW', print: 'SUCCESS' }
  const worthless = {
    ticketInfo: 'SUCCESS',
    printStatus: 'PRINT_TICKET_NOT_ALLOW',
    print: 'PRINT_TICKET_NOT_ALLOW',
  }
  const [noRefund, noReversal] = ['REFUND_TICKET_STATUS_INCORRECT', 'REVERSE_TICKET_STATUS_INCORRECT']
  const waiting = {
    status: 'wait_ticket',
    confirmAgain: 'ORDER_PROCESSING',
    ...none,
    refund: noRefund,
    seat: 'taken',
  }
  const ticketed = {
    status: 'ticket_success',
    confirmAgain: 'SUCCESS',
    ...good,
    refund: 'SUCCESS',
    seat: 'taken',
  }
  const failed = {
    status: 'ticket_failed',
    confirmAgain: 'ORDER_PROCESS_TIME_OUT',
    ...none,
    refund: noRefund,
    reverse: noReversal,
    seat: 'free',
  }
  const refunding = {
    status: 'refunding',
    confirmAgain: 'ORDER_PROCESSING',
    ...worthless,
    refund: 'ORDER_PROCESSING',
    reverse: noReversal,
    seat: 'taken',
  }
  // The way out is another refund: to the platform the order is neither unanswered nor late any more.
  const refundFailed = { ...ticketed, status: 'refund_failed', reverse: noReversal }
  const gone = { confirmAgain: 'ORDER_SEAT_ERROR', seat: 'free' }
  const reversal = { status: 'reverse_success', ...gone, refund: noRefund, reverse: 'SUCCESS' }

  const expected: Record<keyof typeof states, Omit<Record<keyof Order['answers'], string>, 'release'>> = {
    'waiting for 11 minutes': { ...waiting, reverse: 'REVERSE_TICKET_NO_TIME_YET' },
    'waiting for 12 minutes': { ...waiting, reverse: 'SUCCESS' },
    'waiting, to fail later': { ...waiting, reverse: 'REVERSE_TICKET_NO_TIME_YET' },
    'ticketed in time': { ...ticketed, reverse: noReversal },
    'ticketed late': { ...ticketed, reverse: 'SUCCESS' },
    printed: { ...ticketed, ...worthless, refund: 'TICKET_HAS_PRINT', reverse: noReversal },
    'failed at once': failed,
    'failed in time': failed,
    'failed late': failed,
    refunding,
    refunded: {
      ...gone,
      ...worthless,
      status: 'refund_success',
      refund: 'TICKET_HAS_REFUND',
      reverse: noReversal,
    },
    'refunding in vain': refunding,
    'refund failed': refundFailed,
    'refund failed at once': refundFailed,
    'ticketed late, refund failed': refundFailed,
    'reversed while it waited': { ...reversal, ...none },
    'reversed while it waited to fail': { ...reversal, ...none },
    'ticketed late, reversed': { ...reversal, ...worthless },
  }

  test.each(Object.entries(states))('%s: every interface has its answer', (state, make) => {
    const interfaces = Object.keys(make().answers)
    // Each is asked about an order of its own: some of them change what they are asked about.
    const answers = Object.fromEntries(
      interfaces.map(name => {
        const ask = Object.entries(make().answers).find(([known]) => known === name)?.[1]
        return [name, ask?.()]
      }),
    )
    const row = Object.entries(expected).find(([known]) => known === state)?.[1]
    // A lock that was confirmed is spent, whatever became of its order.
    expect(answers).toEqual({ ...row, release: 'UN_LOCK_SEAT_UNSUCCESS' })
  })
})
