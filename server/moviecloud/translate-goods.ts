import type { z } from 'zod'
import type { getGoods } from './apis/goods.get-goods.ts'
import type { Asked } from './freeze-confirm.ts'
import type { CloudGoods, CloudGoodsLine, CloudOrder, CloudOrderStatus, Confirmed } from './gateway-types.ts'
import type { goodsLine, goodsOrder } from './parts.ts'

type UpstreamLine = z.output<typeof goodsLine>
type UpstreamOrder = z.output<typeof goodsOrder>

/** 6.2.4 In the words of tickets, so that the rules of orders are said once. */
const statuses: ReadonlyMap<string | undefined, CloudOrderStatus> = new Map([
  ['wait_goods', 'wait_ticket'],
  ['goods_success', 'ticket_success'],
  ['goods_failed', 'ticket_failed'],
  ['refunding', 'refunding'],
  ['refund_success', 'refund_success'],
  ['refund_failed', 'refund_failed'],
])
const statusOf = (status: string | undefined): CloudOrderStatus => statuses.get(status) ?? 'other'

/** 6.1 What has no name or no price cannot be sold and is left out. */
export function toGoods(answer: z.output<typeof getGoods.result>): CloudGoods {
  return {
    ...(answer.maxBuyCount !== undefined && { maxCount: answer.maxBuyCount }),
    goods: answer.goodsList.flatMap(({ goodsId, name, desc, isPackage, isDiscount, ...prices }) => {
      const unitFen = prices.settlePriceFen ?? prices.salePriceFen
      if (name === undefined || unitFen === undefined || unitFen <= 0) return []
      return {
        goodsId,
        name,
        ...(desc !== undefined && { description: desc }),
        isPackage: isPackage === true,
        unitFen,
        cardDiscount: isDiscount === true,
      }
    }),
  }
}

/** The lines of an order; undefined when one of them does not say how many. */
export function toLines(lines: readonly UpstreamLine[]): CloudGoodsLine[] | undefined {
  const counted = lines.flatMap(({ goodsId, count }) => (count === undefined ? [] : { goodsId, count }))
  return counted.length === lines.length ? counted : undefined
}

/** Whether the lines come to exactly what was asked for, in how many lines ever. */
export function isExactly(lines: readonly CloudGoodsLine[], asked: readonly CloudGoodsLine[]): boolean {
  const counts = new Map<string, number>()
  const add = (goodsId: string, count: number) => counts.set(goodsId, (counts.get(goodsId) ?? 0) + count)
  for (const { goodsId, count } of lines) add(goodsId, count)
  for (const { goodsId, count } of asked) add(goodsId, -count)
  return lines.every(({ count }) => count > 0) && [...counts.values()].every(count => count === 0)
}

/**
 * 6.2, 6.3 Issued only by its status, with a pickup code and exactly our goods. While the cinema is at it, its number is
 * worth having: nothing else finds the order again.
 */
export function toConfirmedGoods(answer: UpstreamOrder, { goods: asked }: Asked): Confirmed | undefined {
  const { goodsOrderId: cloudOrderId, holdId, pickUpCode, orderStatus, goodsList } = answer
  const goods = toLines(goodsList)
  if (orderStatus === undefined || goods === undefined) return undefined
  const status = statusOf(orderStatus)
  const exact = isExactly(goods, asked)
  if (status !== 'ticket_success') {
    return exact || goods.length === 0 ? { is: 'waiting', cloudOrderId, status } : undefined
  }
  if (pickUpCode === undefined || !exact) return undefined
  return { is: 'issued', cloudOrderId, bookingNo: holdId ?? '', pickupCode: pickUpCode, tickets: [], goods }
}

/** 6.4 */
export function toGoodsOrder(order: UpstreamOrder): CloudOrder | undefined {
  const goods = toLines(order.goodsList)
  if (goods === undefined) return undefined
  return {
    cloudOrderId: order.goodsOrderId,
    status: statusOf(order.orderStatus),
    ...(order.holdId !== undefined && { bookingNo: order.holdId }),
    ...(order.pickUpCode !== undefined && { pickupCode: order.pickUpCode }),
    goods,
    tickets: [],
  }
}
