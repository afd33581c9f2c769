import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Probe } from '../probe.ts'
import { fenOf, OptionalText, objectIn, readable, Text } from '../reading.ts'
import type { Rule } from '../rule.ts'
import type { Bought } from '../sale.ts'
import { allOf, done, holds, judged, refused, refusedWith } from '../verdict.ts'
import { soldSeats } from './selling-locks.ts'

const confirming = { api: 'order.confirmOrder', mode: 'full' } as const

const Order = z.object({
  orderId: Text,
  status: OptionalText,
  confirmationId: OptionalText,
  tickets: z.unknown().optional(),
  goodsOrder: z.unknown().optional(),
})
const PaidTicket = z.object({ ticketNo: Text, ticketPrice: OptionalText, ticketFee: OptionalText })

/** Each confirm of tickets, with the order that it made. */
const confirms: readonly { api: string; section: string; order: (probe: Probe) => Promise<Bought> }[] = [
  { api: 'order.confirmOrder', section: '5.3', order: ({ orders }) => orders.tickets() },
  { api: 'order.confirmOrderForMultiPay', section: '5.4', order: ({ orders }) => orders.multiPaid() },
  { api: 'order.confirmMixOrder', section: '5.5', order: ({ orders }) => orders.mixed() },
  {
    api: 'order.confirmMixOrderForMultiPay',
    section: '5.6',
    order: ({ orders }) => orders.mixedMultiPaid(),
  },
]
const nameOf = (api: string) =>
  (api.split('.').at(-1) ?? '').replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** Orders of tickets: specification 5.3 to 5.7. */
export const orderRules: readonly Rule[] = [
  ...confirms.flatMap(({ api, section, order }): Rule[] => [
    {
      id: `selling.${nameOf(api)}`,
      api,
      mode: 'full',
      section: `${section}.4`,
      sentence: 'A right confirm gives one ticket for every seat of the lock, each with a number of its own.',
      check: probe =>
        judged(api, async () => {
          const { answer, ticketNos, lock } = await order(probe)
          const different = new Set(ticketNos).size
          return holds(
            different === lock.seatIds.length,
            `${lock.seatIds.length} seats, ${different} different ticket numbers`,
            answer,
          )
        }),
    },
    {
      id: `selling.${nameOf(api)}-again`,
      api,
      mode: 'full',
      section: `${section}.2, note 2`,
      sentence:
        'The same confirm again gives the same order, with the same tickets (idempotent by lockOrderId).',
      async check(probe) {
        const { request, answer } = await order(probe)
        const again = await probe.ask(api, request)
        const same = isDeepStrictEqual(again.payload, answer.payload)
        return allOf(done(again), holds(same, 'the second answer is another one', again))
      },
    },
    {
      id: `selling.${nameOf(api)}-otherwise`,
      api,
      mode: 'full',
      section: '9.2.1',
      sentence:
        'The same lockOrderId with another mobile number is refused with REQUEST_PARAM_INCONFORMITY_ERROR.',
      async check(probe) {
        const { request } = await order(probe)
        const answer = await probe.ask(api, { ...request, mobile: '13800138001' })
        return refusedWith(answer, 'REQUEST_PARAM_INCONFORMITY_ERROR')
      },
    },
  ]),
  {
    ...confirming,
    id: 'selling.bought-are-sold',
    section: '4.5.2',
    sentence: 'A seat that was bought is among those that cannot be bought.',
    async check(probe) {
      const { lock } = await probe.orders.tickets()
      const sold = await soldSeats(probe, lock.show)
      const free = lock.seatIds.find(seatId => !sold.has(seatId))
      return holds(free === undefined, `${free} was bought and is not listed`, probe.log.at(-1)?.answer)
    },
  },
  {
    ...confirming,
    id: 'selling.bought-are-not-locked',
    section: '9.2.2',
    sentence: 'A seat that was bought is not locked again: LOCK_SEAT_ERROR.',
    async check({ orders, sale, ask }) {
      const { lock } = await orders.tickets()
      const answer = await ask('seat.lockSeats', sale.lockRequest(lock.show, lock.seatIds))
      return refusedWith(answer, 'LOCK_SEAT_ERROR')
    },
  },
  {
    api: 'seat.releaseSeats',
    mode: 'full',
    id: 'selling.release-bought',
    section: '5.2.2',
    sentence: 'What was confirmed is not released: UN_LOCK_SEAT_UNSUCCESS, or another refusal.',
    async check({ orders, ask, cinema: { cinemaLinkId } }) {
      const { lock } = await orders.tickets()
      return refused(await ask('seat.releaseSeats', { cinemaLinkId, lockOrderId: lock.lockOrderId }))
    },
  },
  {
    api: 'order.getOrderInfo',
    mode: 'full',
    id: 'selling.order-info',
    section: '5.7.3, 5.7.4',
    sentence:
      'An order is found by its lockOrderId and by its orderId: status ticket_success, the tickets of the confirm at the prices that were paid.',
    async check(probe) {
      const { orders, ask, cinema } = probe
      const order = await orders.tickets()
      const { cinemaLinkId } = cinema
      const byLock = await ask('order.getOrderInfo', { cinemaLinkId, lockOrderId: order.lock.lockOrderId })
      const byId = await ask('order.getOrderInfo', { cinemaLinkId, orderId: order.orderId })
      if (!byLock.ok || !byId.ok) return allOf(done(byLock), done(byId))
      const { tickets, ...found } = objectIn(byLock, Order)
      const paid = readable(tickets, PaidTicket)
      const paidFen = paid.reduce(
        (sum, { ticketPrice, ticketFee }) => sum + (fenOf(ticketPrice) ?? 0) + (fenOf(ticketFee) ?? 0),
        0,
      )
      const numbers = paid.map(({ ticketNo }) => ticketNo)
      return allOf(
        holds(found.orderId === order.orderId, `it is order ${found.orderId}`, byLock),
        holds(found.status === 'ticket_success', `its status is ${found.status}`, byLock),
        holds(found.confirmationId === order.confirmationId, 'it has another pickup number', byLock),
        holds(isSameSet(numbers, order.ticketNos), 'it has other tickets', byLock),
        holds(
          paidFen === order.totalFen,
          `tickets and fees are ${paidFen} fen, not ${order.totalFen}`,
          byLock,
        ),
        holds(isDeepStrictEqual(byId.payload, byLock.payload), 'by its orderId it is another one', byId),
      )
    },
  },
  {
    api: 'order.getOrderInfo',
    mode: 'full',
    id: 'selling.order-info-unconfirmed',
    section: '5.7.2',
    sentence: 'A lock that was not confirmed is no order: ORDER_NOT_FOUND.',
    async check({ sale, ask, cinema: { cinemaLinkId } }) {
      const { lockOrderId } = await sale.trialLock()
      return refusedWith(await ask('order.getOrderInfo', { cinemaLinkId, lockOrderId }), 'ORDER_NOT_FOUND')
    },
  },
  {
    api: 'order.getOrderInfo',
    mode: 'full',
    id: 'selling.order-info-mixed',
    section: '5.7.4',
    sentence: 'The query of a mixed order tells its goods as well.',
    async check({ orders, ask, cinema: { cinemaLinkId } }) {
      const { orderId } = await orders.mixed()
      const answer = await ask('order.getOrderInfo', { cinemaLinkId, orderId })
      if (!answer.ok) return done(answer)
      const told = OrderedGoods.safeParse(objectIn(answer, Order).goodsOrder)
      return holds(told.success, 'there are no goods', answer)
    },
  },
  {
    api: 'order.confirmMixOrder',
    mode: 'full',
    id: 'selling.mix-without-goods',
    section: '5.5.2',
    sentence: 'confirmMixOrder is for tickets together with goods: without goods it is refused.',
    async check({ sale, counter, ask }) {
      await counter.firstGoods()
      const lock = await sale.trialLock()
      return refused(await ask('order.confirmMixOrder', { ...sale.confirmRequest(lock), goodsList: [] }))
    },
  },
]

const OrderedGoods = z.object({ goods: z.array(z.unknown().optional()).min(1) })

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  String([...a].sort()) === String([...b].sort())
