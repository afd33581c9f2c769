import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { SandboxState } from '#contract/sandbox-control.ts'
import { bizCodeOf, dataOf } from '../test-client.ts'
import { type ListedShow, priced, startTestCloud, type TestCloud, theShow } from '../test-cloud.ts'
import { magicInputs } from './magic.ts'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.close())

const confirmOrder = 'order.confirmOrder'
const Status = z.looseObject({ status: z.string() })

async function confirmBy(mobile: string) {
  const show = theShow(await cloud.shows('681'), priced.bySettle)
  const seatIds = await cloud.freeSeats(show, 1)
  return { ...cloud.confirmRequest(show, await cloud.lock(show, seatIds), seatIds), mobile }
}
async function statusOf({ cinemaLinkId, lockOrderId }: { cinemaLinkId: string; lockOrderId: string }) {
  const answer = await cloud.ask('order.getOrderInfo', { cinemaLinkId, lockOrderId })
  return bizCodeOf(answer) === 'SUCCESS' ? dataOf(answer, Status).status : bizCodeOf(answer)
}
/** What a caller makes of a call: its code, or that it cannot say. */
const told = (api: string, data: object) => cloud.code(api, data).catch(() => 'unclear')

describe('a mobile number', () => {
  const table: [mobile: string, first: string, status: string, again: string][] = [
    ['13900000001', 'unclear', 'ticket_success', 'SUCCESS'],
    ['13900000002', 'unclear', 'ORDER_NOT_FOUND', 'SUCCESS'],
    ['13900000003', 'unclear', 'ticket_success', 'SUCCESS'],
    ['13900000004', 'unclear', 'ticket_success', 'SUCCESS'],
    ['13900000005', 'unclear', 'ticket_success', 'SUCCESS'],
    ['13900000007', 'PHOENIX_8_UNDOCUMENTED', 'ticket_success', 'SUCCESS'],
    ['13900000008', 'ORDER_SEAT_ERROR', 'ticket_success', 'ORDER_SEAT_ERROR'],
    ['13900000011', 'ORDER_PROCESSING', 'wait_ticket', 'ORDER_PROCESSING'],
    ['13900000012', 'ORDER_PROCESSING', 'wait_ticket', 'ORDER_PROCESSING'],
    ['13900000013', 'ORDER_PROCESSING', 'wait_ticket', 'ORDER_PROCESSING'],
    ['13900000014', 'SETTLEACCOUNT_PAY_FAIL', 'ORDER_NOT_FOUND', 'SETTLEACCOUNT_PAY_FAIL'],
  ]
  test.each(table)('%s: %s, the order is %s, a repetition says %s', async (mobile, first, status, again) => {
    const request = await confirmBy(mobile)
    expect(await told(confirmOrder, request)).toBe(first)
    expect(await statusOf(request)).toBe(status)
    expect(await told(confirmOrder, request)).toBe(again)
  })

  test('that keeps its caller waiting is handled at once', async () => {
    const request = await confirmBy('13900000006')
    const waiting = told(confirmOrder, request)
    await expect.poll(() => statusOf(request)).toBe('ticket_success')
    await cloud.close()
    expect(await waiting).toBe('unclear')
    cloud = await startTestCloud()
  })
})

test.each(['mobile', 'cardNumber', 'scheduleId'])('an object in place of %s is no magic', async name => {
  const nothing = { toString: 'nothing', valueOf: 'nothing' }
  const ticketList = [{ seatId: nothing, ticketPrice: '45.00', ticketFee: '0.00' }]
  const answer = await cloud.ask(confirmOrder, { cinemaLinkId: '206', ticketList, [name]: nothing })
  expect(answer.retCode).toBe('0')
})

describe('a seat of the front row of the magic hall', () => {
  async function magicShow(): Promise<ListedShow> {
    return theShow(await cloud.shows('206'), show => show.hallId === '1')
  }
  const seatId = (column: string) => `0000000000000001-1-${column}`

  test('01: its lock is granted, and nobody hears of it', async () => {
    const show = await magicShow()
    expect(await told('seat.lockSeats', cloud.lockRequest(show, [seatId('01')]))).toBe('unclear')
    expect(await cloud.unavailable(show)).toContain(seatId('01'))
  })

  test('02: somebody else is always faster', async () => {
    const show = await magicShow()
    for (const _ of [1, 2])
      expect(await told('seat.lockSeats', cloud.lockRequest(show, [seatId('02')]))).toBe('LOCK_SEAT_ERROR')
  })

  test.each([
    ['03', 'unclear', 'ticket_success'],
    ['04', 'ORDER_PROCESSING', 'wait_ticket'],
    ['05', 'ORDER_PROCESSING', 'wait_ticket'],
    ['06', 'ORDER_PROCESSING', 'wait_ticket'],
  ])('%s: its confirm says %s, the order is %s', async (column, code, status) => {
    const show = await magicShow()
    const request = cloud.confirmRequest(show, await cloud.lock(show, [seatId(column)]), [seatId(column)])
    expect(await told(confirmOrder, request)).toBe(code)
    expect(await statusOf(request)).toBe(status)
  })
})

test.each([
  ['99990001', 'CINEMA_CONNECTION_ERROR'],
  ['99990002', 'unclear'],
])('the card %s: %s, however often', async (cardNumber, code) => {
  for (const _ of [1, 2])
    expect(await told('card.queryBalance', { cinemaLinkId: '681', cardNumber, password: 'x' })).toBe(code)
})

test('they are listed, and can be switched off', async () => {
  const stateOf = async (of: TestCloud) =>
    SandboxState.parse(await (await fetch(`${of.sandbox.url}/control/state`)).json())
  expect((await stateOf(cloud)).magic).toEqual(magicInputs)
  const plain = await startTestCloud({ magic: false })
  expect((await stateOf(plain)).magic).toEqual([])
  const card = { cinemaLinkId: '681', cardNumber: '99990001' }
  expect(await plain.code('card.getCardDetail', card)).toBe('CARD_NOT_EXIST_ERROR')
  await plain.close()
})
