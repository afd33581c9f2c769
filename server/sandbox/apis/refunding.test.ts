import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dataOf } from '../test-client.ts'
import { evening, type ListedShow, priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }
const minute = 60_000
const cinemaLinkId = '681'

let cloud: TestCloud
let show: ListedShow
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
  show = theShow(await cloud.shows(cinemaLinkId), priced.bySettle)
})
afterAll(() => cloud.close())

const refund = (orderId: unknown, data = {}, options = {}) =>
  cloud.code('order.refundOrder', { cinemaLinkId, orderId, ...data }, options)
const Info = z.looseObject({
  status: z.string(),
  bookingId: z.string(),
  tickets: z.array(z.looseObject({ refundStatus: z.string() })),
})
const info = async (orderId: string) =>
  dataOf(await cloud.ask('order.getOrderInfo', { cinemaLinkId, orderId }), Info)
const startOf = ({ showDateTime }: ListedShow) => Date.parse(`${showDateTime.replace(' ', 'T')}+08:00`)

/** An order whose tickets the cinema takes a minute for. */
async function waitingOrder(): Promise<string> {
  const seatIds = await cloud.freeSeats(show, 1)
  const lockOrderId = await cloud.lock(show, seatIds)
  await cloud.control('faults', { api: 'order.confirmOrder', kind: 'slow-tickets', delayMs: minute })
  await cloud.ask('order.confirmOrder', cloud.confirmRequest(show, lockOrderId, seatIds))
  const answer = await cloud.ask('order.getOrderInfo', { cinemaLinkId, lockOrderId })
  return dataOf(answer, z.looseObject({ orderId: z.string() })).orderId
}

describe('refundOrder', () => {
  test('has the table’s fields, frees every seat, and the order says so everywhere', async () => {
    const { orderId, confirmationId, seatIds, request } = await cloud.buy(show, 2)
    expect(await info(orderId)).toMatchObject({ status: 'ticket_success' })
    const answer = await cloud.ask('order.refundOrder', { cinemaLinkId, orderId })
    expect(answer.data).toEqual({ bizCode: 'SUCCESS', bizMsg: '操作成功', data: { cinemaLinkId, orderId } })

    const order = await info(orderId)
    expect(order.status).toBe('refund_success')
    expect(order.tickets.map(ticket => ticket.refundStatus)).toEqual(['Y', 'Y'])
    const tickets = dataOf(
      await cloud.ask('order.getTicketInfo', { cinemaLinkId, confirmationId }),
      Info.pick({ tickets: true }),
    )
    expect(tickets.tickets.map(ticket => ticket.refundStatus)).toEqual(['Y', 'Y'])
    expect(await cloud.unavailable(show)).not.toContain(seatIds[0])
    // The lock is spent: only a new one sells the seats again.
    expect(await cloud.code('order.confirmOrder', request)).toBe('ORDER_SEAT_ERROR')
    const again = await cloud.lock(show, seatIds)
    expect(await cloud.code('order.confirmOrder', cloud.confirmRequest(show, again, seatIds))).toBe('SUCCESS')
    expect((await info(orderId)).status).toBe('refund_success')
  })

  test('gives back once', async () => {
    const { orderId } = await cloud.buy(show)
    const codes = await Promise.all(Array.from({ length: 20 }, () => refund(orderId)))
    expect(codes.filter(code => code === 'SUCCESS')).toHaveLength(1)
    expect(codes.filter(code => code === 'TICKET_HAS_REFUND')).toHaveLength(19)
  })

  test('takes nothing back that was printed', async () => {
    const { orderId, bookingId } = await cloud.buy(show)
    await cloud.ask('ticket.printTicket', { cinemaLinkId, printId: bookingId })
    expect(await refund(orderId)).toBe('TICKET_HAS_PRINT')
    expect((await info(orderId)).tickets[0]?.refundStatus).toBe('N')
  })

  test('takes nothing back that has not come yet', async () => {
    const orderId = await waitingOrder()
    expect(await refund(orderId)).toBe('REFUND_TICKET_STATUS_INCORRECT')
    cloud.clock.time = evening + minute
    expect(await refund(orderId)).toBe('SUCCESS')
    cloud.clock.time = evening
  })

  test('ends as many minutes before the film as the cinema has set', async () => {
    const [early, late] = [await cloud.buy(show), await cloud.buy(show)]
    cloud.clock.time = startOf(show) - 60 * minute - 1
    expect(await refund(early.orderId)).toBe('SUCCESS')
    cloud.clock.time += 1
    expect(await refund(late.orderId)).toBe('CANCEL_TIME_ERROR')
    cloud.clock.time = startOf(show) - 1
    expect(await refund(late.orderId)).toBe('CANCEL_TIME_ERROR')
    cloud.clock.time = startOf(show)
    expect(await refund(late.orderId)).toBe('REFUND_POLICY_HAS_EXPIRE')
    cloud.clock.time = evening
    expect((await info(late.orderId)).status).toBe('ticket_success')
  })

  test('is refused at a cinema that has no rule for it', async () => {
    const beijing = theShow(await cloud.shows('92'), found => priced.bySettle(found) && found.hallId === '2')
    const { orderId } = await cloud.buy(beijing)
    expect(await refund(orderId, { cinemaLinkId: '92' })).toBe('REFUND_POLICY_NOT_FOUND')
  })

  test('begins some time after buying where the cinema has set one', async () => {
    const [shenzhen, day] = ['7788', '2026-11-26']
    const { orderId } = await cloud.buy(theShow(await cloud.shows(shenzhen, day), priced.bySettle))
    cloud.clock.time = evening + 10 * minute - 1
    expect(await refund(orderId, { cinemaLinkId: shenzhen })).toBe('CANCEL_ORDER_CONDITION_ERROR')
    cloud.clock.time += 1
    expect(await refund(orderId, { cinemaLinkId: shenzhen })).toBe('SUCCESS')
    cloud.clock.time = evening
  })

  test('takes back so many orders of a show, whoever sold them, and not one more', async () => {
    const shows = (await cloud.shows('112')).filter(
      found => priced.bySettle(found) && found.saleStatus === 'Y',
    )
    const [full, next] = shows
    if (!full || !next) throw new Error('two shows are needed')
    const orders = [await cloud.buy(full, 2), await cloud.buy(full), await cloud.buy(full)]
    const codes: string[] = []
    for (const { orderId } of orders) codes.push(await refund(orderId, { cinemaLinkId: '112' }))
    expect(codes).toEqual(['SUCCESS', 'SUCCESS', 'OVER_REFUND_UPPER_LIMIT'])
    const elsewhere = await cloud.buy(next)
    expect(await refund(elsewhere.orderId, { cinemaLinkId: '112' })).toBe('SUCCESS')
  })

  test('finds nobody else’s order', async () => {
    const { orderId } = await cloud.buy(show)
    expect(await refund('2015121983219819')).toBe('ORDER_NOT_FOUND')
    expect(await refund(orderId, { cinemaLinkId: '112' })).toBe('ORDER_NOT_FOUND')
    expect(await refund(orderId, {}, asOther)).toBe('ORDER_NOT_FOUND')
    expect(await refund(null)).toBe('NULL_ARGUMENT')
    expect(await refund(orderId, { cinemaLinkId: '0' })).toBe('CINEMA_INVALID')
  })
})

describe('a refund that the cinema is slow with', () => {
  test('is on its way for every repetition, holds the seats so long, and is done at last', async () => {
    const { orderId, bookingId, seatIds } = await cloud.buy(show)
    await cloud.control('faults', { api: 'order.refundOrder', kind: 'slow-tickets', delayMs: 5 * minute })
    expect(await refund(orderId)).toBe('ORDER_PROCESSING')
    cloud.clock.time = evening + 5 * minute - 1
    expect(await refund(orderId)).toBe('ORDER_PROCESSING')
    expect(await info(orderId)).toMatchObject({ status: 'refunding', tickets: [{ refundStatus: 'N' }] })
    expect(await cloud.code('ticket.printTicket', { cinemaLinkId, printId: bookingId })).toBe(
      'PRINT_TICKET_NOT_ALLOW',
    )
    expect(await cloud.unavailable(show)).toContain(seatIds[0])
    cloud.clock.time = evening + 5 * minute
    expect(await refund(orderId)).toBe('TICKET_HAS_REFUND')
    expect(await info(orderId)).toMatchObject({ status: 'refund_success', tickets: [{ refundStatus: 'Y' }] })
    expect(await cloud.unavailable(show)).not.toContain(seatIds[0])
    cloud.clock.time = evening
  })
})

describe('a reversal', () => {
  /** An order whose tickets come so late that it may be reversed. */
  async function lateOrder() {
    const seatIds = await cloud.freeSeats(show, 1)
    const lockOrderId = await cloud.lock(show, seatIds)
    await cloud.control('faults', { api: 'order.confirmOrder', kind: 'slow-tickets', delayMs: 13 * minute })
    await cloud.ask('order.confirmOrder', cloud.confirmRequest(show, lockOrderId, seatIds))
    const answer = await cloud.ask('order.getOrderInfo', { cinemaLinkId, lockOrderId })
    return dataOf(answer, z.looseObject({ orderId: z.string(), bookingId: z.string() }))
  }
  const reverse = (orderId: string) => cloud.code('order.reverseOrder', { cinemaLinkId, orderId })

  test('undoes nothing that was printed or given back, and is no refund', async () => {
    const [printed, refunded, reversed] = [await lateOrder(), await lateOrder(), await lateOrder()]
    cloud.clock.time = evening + 14 * minute
    await cloud.ask('ticket.printTicket', { cinemaLinkId, printId: printed.bookingId })
    expect(await refund(refunded.orderId)).toBe('SUCCESS')
    expect(await reverse(printed.orderId)).toBe('REVERSE_TICKET_FAILED')
    expect(await reverse(refunded.orderId)).toBe('REVERSE_TICKET_STATUS_INCORRECT')
    expect(await reverse(reversed.orderId)).toBe('SUCCESS')
    expect(await refund(reversed.orderId)).toBe('REFUND_TICKET_STATUS_INCORRECT')
    cloud.clock.time = evening
  })
})
