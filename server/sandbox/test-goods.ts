import { z } from 'zod'
import { dataOf } from './test-client.ts'
import type { ListedShow, TestCloud } from './test-cloud.ts'

const ListedGoods = z.strictObject({
  goodsId: z.string(),
  name: z.string(),
  isPackage: z.boolean(),
  salePrice: z.string().regex(/^\d+\.\d\d$/),
  settlePrice: z
    .string()
    .regex(/^\d+\.\d\d$/)
    .optional(),
  goodsPicUrl: z.string(),
  desc: z.string(),
  isDiscount: z.enum(['Y', 'N']),
})
export type ListedGoods = z.infer<typeof ListedGoods>

/** Exactly the fields of specification 6.1.4. */
export const Menu = z.strictObject({
  maxBuyCount: z.int(),
  cinemaLinkId: z.string(),
  goodsList: z.array(ListedGoods),
})

const SoldGoods = z.strictObject({
  goodsId: z.string(),
  name: z.string(),
  salePrice: z.string(),
  count: z.int(),
  isPackage: z.boolean(),
})
const held = {
  holdId: z.string(),
  pickUpCode: z.string().regex(/^\d{4,20}$/),
  totalGoodsFee: z.literal('0.00'),
}
/** `goodsOrder` of 5.7.4, and of 5.5.4, which has the total as well. */
export const OrderedGoods = z.strictObject({ ...held, goods: z.array(SoldGoods) })
export const ConfirmedGoods = OrderedGoods.extend({ totalGoodsPrice: z.string() })
/** Exactly the fields of 6.2.4 and 6.4.4. */
export const GoodsOrder = z.strictObject({
  ...held,
  goodsOrderId: z.string(),
  totalGoodsPrice: z.string(),
  orderStatus: z.string(),
  goodsList: z.array(SoldGoods),
})

export async function menuAt(cloud: TestCloud, cinemaLinkId: string): Promise<ListedGoods[]> {
  return dataOf(await cloud.ask('goods.getGoods', { cinemaLinkId }), Menu).goodsList
}

/** A right line of a goodsList. */
export function wish({ goodsId, settlePrice, salePrice, isPackage }: ListedGoods, count = 1) {
  return { goodsId, count: String(count), isPackage, salePrice: settlePrice ?? salePrice }
}
export type Wish = ReturnType<typeof wish>

/** What a right confirm of one of these tickets and two things of the menu says. */
export async function mixRequest(cloud: TestCloud, show: ListedShow) {
  const [first, second] = await menuAt(cloud, show.cinemaLinkId)
  if (!first || !second) throw new Error('the cinema sells nothing')
  const seatIds = await cloud.freeSeats(show, 2)
  const lockOrderId = await cloud.lock(show, seatIds)
  return {
    ...cloud.confirmRequest(show, lockOrderId, seatIds),
    goodsList: [wish(first, 2), wish(second)],
  }
}
