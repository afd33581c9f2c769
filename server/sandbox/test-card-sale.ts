import { type ListedShow, startTestCloud, theShow } from './test-cloud.ts'

export type CardSale = Awaited<ReturnType<typeof openCardSale>>

export const money = (amount: number): string => amount.toFixed(2)

/** A sandbox, and a show of cinema 681 in an ordinary hall whose settle price leaves room for discounts. */
export async function openCardSale() {
  const cloud = await startTestCloud()
  const show = theShow(
    await cloud.shows('681'),
    found =>
      ['2', '3', '4'].includes(found.hallId) &&
      found.areaSettlePrices === undefined &&
      Number(found.settlePrice) >= Number(found.lowestPrice) + 15,
  )
  const lowest = Number(show.lowestPrice)
  const full = Number(show.settlePrice)

  /** A confirm with a card, right as it stands for the price. */
  async function request(
    count: number,
    price: number,
    paymentList: object[],
    line: object = {},
    of: ListedShow = show,
  ) {
    const seatIds = await cloud.freeSeats(of, count)
    const lockOrderId = await cloud.lock(of, seatIds)
    const right = cloud.confirmRequest(of, lockOrderId, seatIds, money(price))
    return { ...right, ticketList: right.ticketList.map(ticket => ({ ...ticket, ...line })), paymentList }
  }

  return {
    cloud,
    show,
    /** Without any card, in yuan. */
    full,
    /** With so much off, but never below the lowest price. */
    less: (yuanOff: number) => Math.max(full - yuanOff, lowest),
    request,
    confirm: (order: object) => cloud.code('order.confirmOrder', order),
    close: cloud.close,
  }
}
