import { z } from 'zod'
import type { FaultInput } from '#contract/sandbox-faults.ts'
import type { SandboxOptions } from '../sandbox.ts'
import { tradeNo } from '../test-cards.ts'
import { type Answer, dataOf } from '../test-client.ts'
import { type ListedShow, priced, startTestCloud, theShow, tomorrow } from '../test-cloud.ts'
import { menuAt, mixRequest, wish } from '../test-goods.ts'
import { limitedChannels } from '../world/channels.ts'

const minuteMs = 60_000
export const minutes = (count: number): number => count * minuteMs

const State = z.object({ faults: z.array(z.unknown()), aheadMs: z.int() })
const Order = z.looseObject({ orderId: z.string() })
const GoodsOrder = z.looseObject({ goodsOrderId: z.string() })
const Areas = z.object({
  sectionAreas: z.array(
    z.object({ areaDetails: z.array(z.object({ seats: z.array(z.object({ seatId: z.string() })) })) }),
  ),
})

export type Guest = Awaited<ReturnType<typeof openGuest>>

/** A sandbox, and somebody who knows how to buy in it and how to make it fail. */
export async function openGuest(options: SandboxOptions = {}) {
  const cloud = await startTestCloud(options)
  const { ask, forward } = cloud
  const cinemaLinkId = '681'

  /** Lets the next call of an interface fail, or as many as it says. */
  const fault = (what: FaultInput): Promise<unknown> => cloud.control('faults', what)

  /** A show of tomorrow that has no areas and a settle price. */
  const show = async (at = cinemaLinkId, day = tomorrow): Promise<ListedShow> =>
    theShow(await cloud.shows(at, day), priced.bySettle)

  /** A show of one of the halls. */
  const showIn = async (hallId: string, day = tomorrow): Promise<ListedShow> =>
    theShow(await cloud.shows(cinemaLinkId, day), found => found.hallId === hallId)

  /** What a right confirm of so many seats of the show says; they are locked. */
  async function order(of: ListedShow, count = 1) {
    const seatIds = await cloud.freeSeats(of, count)
    return cloud.confirmRequest(of, await cloud.lock(of, seatIds), seatIds)
  }
  /** A right confirm whose first ticket says something else. */
  async function orderWith(of: ListedShow, line: object) {
    const right = await order(of)
    return { ...right, ticketList: right.ticketList.map(ticket => ({ ...ticket, ...line })) }
  }
  /** A right confirm of a seat in an area of the IMAX hall, but for whatever its ticket says otherwise. */
  async function areaOrder(line: object) {
    const of = theShow(await cloud.shows(cinemaLinkId), priced.byAreas)
    const { sectionAreas } = dataOf(await ask('seat.getScheduleAreaSeats', cloud.key(of)), Areas)
    const gone = await cloud.unavailable(of)
    const inAreas = sectionAreas.flatMap(section => section.areaDetails).flatMap(area => area.seats)
    const seatIds = inAreas.map(seat => seat.seatId).filter(seatId => !gone.has(seatId))
    const [seatId = ''] = seatIds
    const right = cloud.confirmRequest(of, await cloud.lock(of, [seatId]), [seatId])
    return { ...right, ticketList: right.ticketList.map(ticket => ({ ...ticket, ...line })) }
  }
  /** An order of a mobile number for which the cinema is slow; it has not answered yet. */
  async function waitingOrder(of: ListedShow, mobile: string) {
    const request = { ...(await order(of)), mobile }
    await ask('order.confirmOrder', request)
    const { cinemaLinkId: at, lockOrderId } = request
    const found = await ask('order.getOrderInfo', { cinemaLinkId: at, lockOrderId })
    return { cinemaLinkId: at, orderId: dataOf(found, Order).orderId }
  }
  /** An order of tickets and goods. */
  async function mixOrder(of: ListedShow) {
    const request = await mixRequest(cloud, of)
    const { orderId } = dataOf(await ask('order.confirmMixOrder', request), Order)
    return { cinemaLinkId: of.cinemaLinkId, orderId }
  }

  /** What a right confirm of the first thing on the menu says; `line` is said otherwise of it. */
  async function goods(line: object = {}) {
    const [first] = await menuAt(cloud, cinemaLinkId)
    if (!first) throw new Error('the cinema sells nothing')
    const goodsList = [{ ...wish(first), ...line }]
    return { cinemaLinkId, thirdOrderId: tradeNo(), mobile: '13800138000', goodsList }
  }
  /** An order of goods alone. */
  async function goodsOrder() {
    const bought = await ask('order.confirmGoodsOrder', await goods())
    return { cinemaLinkId, goodsOrderId: dataOf(bought, GoodsOrder).goodsOrderId }
  }

  return {
    ...cloud,
    fault,
    show,
    showIn,
    order,
    orderWith,
    areaOrder,
    waitingOrder,
    mixOrder,
    goods,
    goodsOrder,
    /** Moves the clock to so many minutes before an instant that the cloud named. */
    until: (instant: string, before: number) =>
      forward(Date.parse(`${instant.replace(' ', 'T')}+08:00`) - minutes(before) - cloud.now()),
    /** @returns whatever faults the sandbox still has, and how far its clock is ahead, ms */
    state: async () => State.parse(await (await fetch(`${cloud.sandbox.url}/control/state`)).json()),
  }
}

/** What a call has to bear to be made by one of the accounts with fewer rights. */
export function as(channelCode: 'FOYER-TICKETS' | 'FOYER-ONE' | 'FOYER-NEW') {
  const account = limitedChannels.find(channel => channel.channelCode === channelCode)
  if (!account) throw new Error(`no account ${channelCode}`)
  return { channel: account.channelCode, secret: account.secret }
}

/** Asks as often as it takes to be given the last answer of `count`. */
export async function lastOf(count: number, ask: (index: number) => Promise<Answer>): Promise<Answer> {
  let last = await ask(0)
  for (let index = 1; index < count; index++) last = await ask(index)
  return last
}
