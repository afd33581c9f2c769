import type { GoodsLine } from '../cloud/goods-held.ts'
import type { Cinema } from '../world/world.ts'
import type { Call } from './api.ts'

/** Has the counter put an order's goods aside, under a number of its own and a code for the guest. */
export function holdGoods(
  { cloud, now }: Call,
  { cinemaLinkId }: Cinema,
  orderId: string,
  goods: readonly GoodsLine[],
): void {
  const holdId = cloud.numbers.holdNumber(cinemaLinkId, now)
  const pickUpCode = cloud.numbers.pickUpCode(cinemaLinkId, now)
  cloud.goodsHeld.add({ orderId, cinemaLinkId, holdId, pickUpCode }, goods)
}
