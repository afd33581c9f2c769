import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bizCodeOf, dataOf } from '../test-client.ts'
import { evening, type ListedShow, priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }
const minute = 60_000

let cloud: TestCloud
let show: ListedShow
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
  show = theShow(await cloud.shows('681'), priced.bySettle)
})
afterAll(() => cloud.close())

const cinemaLinkId = '681'
const orderInfo = (data: object, options = {}) =>
  cloud.ask('order.getOrderInfo', { cinemaLinkId, ...data }, options)
const Status = z.looseObject({ status: z.string(), orderId: z.string(), confirmationId: z.string() })
const statusOf = async (lockOrderId: string) => dataOf(await orderInfo({ lockOrderId }), Status).status

/** A confirm whose tickets the cinema takes `ms` for. */
async function slowOrder(ms: number) {
  const seatIds = await cloud.freeSeats(show, 1)
  const lockOrderId = await cloud.lock(show, seatIds)
  const request = cloud.confirmRequest(show, lockOrderId, seatIds)
  await cloud.control('faults', { api: 'order.confirmOrder', kind: 'slow-tickets', delayMs: ms })
  const confirm = () => cloud.code('order.confirmOrder', request)
  expect(await confirm()).toBe('ORDER_PROCESSING')
  const { orderId, confirmationId } = dataOf(await orderInfo({ lockOrderId }), Status)
  return { seatIds, lockOrderId, orderId, confirmationId, confirm }
}

describe('getOrderInfo', () => {
  test('has the table’s fields, by either number or both', async () => {
    const { orderId, lockOrderId, confirmationId } = await cloud.buy(show, 2)
    const answer = await orderInfo({ lockOrderId })
    const info = dataOf(
      answer,
      z.strictObject({
        orderId: z.literal(orderId),
        bookingId: z.string(),
        confirmationId: z.literal(confirmationId),
        showDateTime: z.literal(show.showDateTime),
        hallId: z.literal(show.hallId),
        filmCode: z.string(),
        shortName: z.string(),
        status: z.literal('ticket_success'),
        tickets: z.array(
          z.strictObject({
            ticketNo: z.string(),
            seatCode: z.string(),
            sectionId: z.string(),
            rowId: z.string(),
            columnId: z.string(),
            ticketPrice: z.literal(show.settlePrice),
            ticketFee: z.literal('3.00'),
            serviceFee: z.literal('3.00'),
            printStatus: z.literal('N'),
            refundStatus: z.literal('N'),
          }),
        ),
      }),
    )
    expect(info.tickets).toHaveLength(2)
    expect(await orderInfo({ orderId })).toEqual(answer)
    expect(await orderInfo({ orderId, lockOrderId })).toEqual(answer)
  })

  test('knows no order before the confirm, none of others, none that does not fit', async () => {
    const lockOrderId = await cloud.lock(show, await cloud.freeSeats(show, 1))
    const [first, second] = [await cloud.buy(show), await cloud.buy(show)]
    const code = async (data: object, options = {}) => bizCodeOf(await orderInfo(data, options))
    expect(await code({ lockOrderId })).toBe('ORDER_NOT_FOUND')
    expect(await code({ lockOrderId: '311' })).toBe('ORDER_NOT_FOUND')
    expect(await code({ orderId: first.orderId }, asOther)).toBe('ORDER_NOT_FOUND')
    expect(await code({ orderId: first.orderId, cinemaLinkId: '112' })).toBe('ORDER_NOT_FOUND')
    expect(await code({ orderId: first.orderId, lockOrderId: second.lockOrderId })).toBe('ORDER_NOT_FOUND')
    expect(await code({})).toBe('NULL_ARGUMENT')
    expect(await code({ lockOrderId: '', orderId: null })).toBe('NULL_ARGUMENT')
  })
})

describe('getTicketInfo', () => {
  const ticketInfo = (data: object, options = {}) =>
    cloud.ask('order.getTicketInfo', { cinemaLinkId, ...data }, options)

  test('has the table’s fields', async () => {
    const { confirmationId } = await cloud.buy(show, 2)
    const info = dataOf(
      await ticketInfo({ confirmationId }),
      z.strictObject({
        printId: z.string(),
        bookingId: z.string(),
        confirmationId: z.literal(confirmationId),
        showDateTime: z.literal(show.showDateTime),
        cinemaName: z.literal('拾幕影城（天河珠江店）'),
        hallId: z.literal(show.hallId),
        hallName: z.string(),
        filmCode: z.string(),
        shortName: z.string(),
        channelCode: z.literal('FOYER'),
        channelName: z.string(),
        createDateTime: z.literal('2026-11-23 20:00:00'),
        tickets: z.array(
          z.strictObject({
            ticketNo: z.string(),
            sectionId: z.string(),
            sectionName: z.literal('普通区'),
            rowId: z.string(),
            columnId: z.string(),
            infoCode: z.string(),
            ticketPrice: z.literal(show.settlePrice),
            ticketFee: z.literal('3.00'),
            serviceFee: z.literal('3.00'),
            printStatus: z.literal('N'),
            refundStatus: z.literal('N'),
          }),
        ),
      }),
    )
    expect(new Set(info.tickets.map(ticket => ticket.infoCode)).size).toBe(2)
  })

  test('a wrong number, another cinema’s or channel’s, one that has no tickets yet, none', async () => {
    const { confirmationId } = await cloud.buy(show)
    const waiting = await slowOrder(minute)
    const code = async (data: object, options = {}) => bizCodeOf(await ticketInfo(data, options))
    expect(await code({ confirmationId: '2015121983219819' })).toBe('CONFIRMATIONID_WRONG')
    expect(await code({ confirmationId, cinemaLinkId: '112' })).toBe('CONFIRMATIONID_WRONG')
    expect(await code({ confirmationId }, asOther)).toBe('CONFIRMATIONID_WRONG')
    expect(await code({ confirmationId: waiting.confirmationId })).toBe('CONFIRMATIONID_WRONG')
    expect(await code({})).toBe('NULL_ARGUMENT')
  })
})

describe('an order that the cinema is slow with', () => {
  test('waits, is being processed for every repetition, and has its tickets at last', async () => {
    const order = await slowOrder(5 * minute)
    expect(await statusOf(order.lockOrderId)).toBe('wait_ticket')
    cloud.clock.time = evening + 5 * minute - 1
    expect(await order.confirm()).toBe('ORDER_PROCESSING')
    cloud.clock.time = evening + 5 * minute
    expect(await statusOf(order.lockOrderId)).toBe('ticket_success')
    expect(await order.confirm()).toBe('SUCCESS')
    cloud.clock.time = evening
  })
})

describe('reverseOrder', () => {
  const reverse = (orderId: string, options = {}) =>
    cloud.code('order.reverseOrder', { cinemaLinkId, orderId }, options)

  test('undoes a waiting order from twelve minutes on, as often as it is said', async () => {
    const order = await slowOrder(60 * minute)
    cloud.clock.time = evening + 12 * minute - 1
    expect(await reverse(order.orderId)).toBe('REVERSE_TICKET_NO_TIME_YET')
    cloud.clock.time = evening + 12 * minute
    const Reversed = z.strictObject({ cinemaLinkId: z.literal('681'), orderId: z.literal(order.orderId) })
    const data = { cinemaLinkId, orderId: order.orderId }
    dataOf(await cloud.ask('order.reverseOrder', data), Reversed)
    dataOf(await cloud.ask('order.reverseOrder', data), Reversed)
    expect(await statusOf(order.lockOrderId)).toBe('reverse_success')
    expect(await cloud.unavailable(show)).not.toContain(order.seatIds[0])
    // Neither time nor another confirm brings it back.
    cloud.clock.time = evening + 61 * minute
    expect(await statusOf(order.lockOrderId)).toBe('reverse_success')
    expect(await order.confirm()).toBe('ORDER_SEAT_ERROR')
    cloud.clock.time = evening
  })

  test('undoes an order whose tickets came after twelve minutes', async () => {
    const order = await slowOrder(12 * minute)
    cloud.clock.time = evening + 13 * minute
    expect(await statusOf(order.lockOrderId)).toBe('ticket_success')
    expect(await reverse(order.orderId)).toBe('SUCCESS')
    cloud.clock.time = evening
  })

  test('leaves an order alone whose tickets came in time', async () => {
    const [quick, slow] = [await cloud.buy(show), await slowOrder(12 * minute - 1)]
    expect(await reverse(quick.orderId)).toBe('REVERSE_TICKET_STATUS_INCORRECT')
    cloud.clock.time = evening + 13 * minute
    expect(await reverse(quick.orderId)).toBe('REVERSE_TICKET_STATUS_INCORRECT')
    expect(await reverse(slow.orderId)).toBe('REVERSE_TICKET_STATUS_INCORRECT')
    cloud.clock.time = evening
  })

  test('fails when the film has started, and finds nobody else’s order', async () => {
    const order = await slowOrder(40 * 60 * minute)
    expect(await reverse('20160727XX778800000044')).toBe('ORDER_NOT_FOUND')
    expect(await reverse(order.orderId, asOther)).toBe('ORDER_NOT_FOUND')
    expect(await reverse('')).toBe('NULL_ARGUMENT')
    cloud.clock.time = Date.parse(`${show.showDateTime.replace(' ', 'T')}+08:00`)
    expect(await reverse(order.orderId)).toBe('REVERSE_TICKET_FAILED')
    cloud.clock.time -= 1
    expect(await reverse(order.orderId)).toBe('SUCCESS')
    cloud.clock.time = evening
  })
})
