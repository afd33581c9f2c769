import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dataOf } from '../test-client.ts'
import { evening, type ListedShow, priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'

const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
const asOther = { channel: other.channelCode, secret: other.secret }
const cinemaLinkId = '681'

let cloud: TestCloud
let show: ListedShow
beforeAll(async () => {
  cloud = await startTestCloud({ otherChannels: [other] })
  show = theShow(await cloud.shows(cinemaLinkId), priced.bySettle)
})
afterAll(() => cloud.close())

const status = (printId: unknown, data = {}, options = {}) =>
  cloud.ask('ticket.getOrderPrintStatus', { cinemaLinkId, printId, ...data }, options)
const print = (printId: unknown, data = {}, options = {}) =>
  cloud.ask('ticket.printTicket', { cinemaLinkId, printId, ...data }, options)

const Info = z.looseObject({
  printId: z.string(),
  tickets: z.array(z.looseObject({ printStatus: z.string(), refundStatus: z.string() })),
})
async function bought(count = 1) {
  const order = await cloud.buy(show, count)
  const { confirmationId } = order
  const info = await cloud.ask('order.getTicketInfo', { cinemaLinkId, confirmationId })
  return { ...order, printId: dataOf(info, Info).printId }
}
/** The print states of an order's tickets, by both calls that tell them. */
async function printStates({ orderId, confirmationId }: { orderId: string; confirmationId: string }) {
  const Order = z.looseObject({ tickets: Info.shape.tickets })
  const order = dataOf(await cloud.ask('order.getOrderInfo', { cinemaLinkId, orderId }), Order)
  const info = dataOf(await cloud.ask('order.getTicketInfo', { cinemaLinkId, confirmationId }), Info)
  return [order, info].map(({ tickets }) => tickets.map(ticket => ticket.printStatus).join(''))
}

describe('tickets', () => {
  test('are printed once: every ticket of the order, and both calls have the example’s object each time', async () => {
    const order = await bought(2)
    const data = { cinemaLinkId, printId: order.printId }
    expect(await printStates(order)).toEqual(['NN', 'NN'])
    expect((await status(order.printId)).data).toEqual({
      bizCode: 'PRINT_TICKET_ALLOW',
      bizMsg: '影票可打印',
      data,
    })
    expect((await print(order.printId)).data).toEqual({ bizCode: 'SUCCESS', bizMsg: '操作成功', data })
    expect(await printStates(order)).toEqual(['YY', 'YY'])
    const no = { bizCode: 'PRINT_TICKET_NOT_ALLOW', bizMsg: '影票已打印,无法重复打印', data }
    expect((await print(order.printId)).data).toEqual(no)
    expect((await status(order.printId)).data).toEqual(no)
  })

  test('of 20 that print at once one does', async () => {
    const { printId } = await bought()
    const answers = await Promise.all(Array.from({ length: 20 }, () => print(printId)))
    expect(answers.filter(answer => answer.data?.bizCode === 'SUCCESS')).toHaveLength(1)
  })

  test('that were given back are printed no more', async () => {
    const { printId, orderId } = await bought()
    expect(await cloud.code('order.refundOrder', { cinemaLinkId, orderId })).toBe('SUCCESS')
    expect((await status(printId)).data?.bizCode).toBe('PRINT_TICKET_NOT_ALLOW')
    expect((await print(printId)).data?.bizCode).toBe('PRINT_TICKET_NOT_ALLOW')
  })

  test('that have not come yet have no print number', async () => {
    const seatIds = await cloud.freeSeats(show, 1)
    const lockOrderId = await cloud.lock(show, seatIds)
    await cloud.control('faults', { api: 'order.confirmOrder', kind: 'slow-tickets', delayMs: 60_000 })
    await cloud.ask('order.confirmOrder', cloud.confirmRequest(show, lockOrderId, seatIds))
    const Booked = z.looseObject({ bookingId: z.string() })
    const info = await cloud.ask('order.getOrderInfo', { cinemaLinkId, lockOrderId })
    const { bookingId } = dataOf(info, Booked)
    expect((await print(bookingId)).data?.bizCode).toBe('CONFIRMATIONID_WRONG')
    cloud.clock.time = evening + 60_000
    expect((await print(bookingId)).data?.bizCode).toBe('SUCCESS')
    cloud.clock.time = evening
  })
})

describe.each([
  ['getOrderPrintStatus', status],
  ['printTicket', print],
])('%s', (_, ask) => {
  test('knows its own print numbers only', async () => {
    const { printId, confirmationId } = await bought()
    const code = async (...parameters: Parameters<typeof ask>) => (await ask(...parameters)).data?.bizCode
    expect(await code('2015121983219819')).toBe('CONFIRMATIONID_WRONG')
    expect(await code(confirmationId)).toBe('CONFIRMATIONID_WRONG')
    expect(await code(printId, { cinemaLinkId: '112' })).toBe('CONFIRMATIONID_WRONG')
    expect(await code(printId, {}, asOther)).toBe('CONFIRMATIONID_WRONG')
    expect(await code(printId, { cinemaLinkId: '114' })).toBe('CHANNEL_CINEMA_NOT_FOUND')
    expect(await code(undefined)).toBe('NULL_ARGUMENT')
    expect(await code(6810)).toBe('FORMAT_ERROR')
  })
})
