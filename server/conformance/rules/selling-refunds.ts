import { z } from 'zod'
import type { Answer } from '../answer.ts'
import type { Probe } from '../probe.ts'
import { OptionalText, objectIn } from '../reading.ts'
import type { Rule } from '../rule.ts'
import type { Bought } from '../sale.ts'
import { done, holds, refusedWith, Untried, type Verdict } from '../verdict.ts'
import { soldSeats } from './selling-locks.ts'
import { printed } from './selling-pickup.ts'

const Order = z.object({ status: OptionalText })

const refunding = { api: 'order.refundOrder', mode: 'full' } as const

/** Refunds and reversals: specification 5.11 to 5.14. */
export const refundRules: readonly Rule[] = [
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
    check: async probe =>
      refundVerdict(await probe.orders.ticketsRefund(), await probe.orders.tickets(), probe),
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
    check: async probe => refundVerdict(await probe.orders.mixedRefund(), await probe.orders.mixed(), probe),
  },
]

/** The cinema's own conditions of a refund, which no interface tells (5.11.2, note 1). */
const conditions = new Set(['CANCEL_ORDER_CONDITION_ERROR', 'OVER_REFUND_UPPER_LIMIT', 'ORDER_PROCESSING'])
const minute = 60_000

function refundVerdict(answer: Answer, { lock: { show } }: Bought, { cinema, clock }: Probe): Verdict {
  const { refundBeforeMinutes } = cinema
  if (refundBeforeMinutes === undefined)
    return holds(!answer.ok, 'it was taken back though refundBeforeTime is empty', answer)
  if (conditions.has(answer.code))
    throw new Untried('not-applicable', `the cinema’s own conditions forbid it now (${answer.code})`)
  if (!answer.ok && show.startsAt - refundBeforeMinutes * minute < clock.now())
    throw new Untried('not-applicable', 'no show of the next days is far enough ahead')
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
