import { yuan } from '#contract/money.ts'
import type { GoodsLine } from '../cloud/goods-held.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Goods, GoodsMenu } from '../world/goods.ts'
import type { GoodsWish } from './goods-lines.ts'
import { checkPaid } from './item-payments.ts'

/**
 * The goods as the cinema will put them aside, when it sells all of them, so many and at these prices. `cardPercent`
 * has what cards pay of the price, by the line's place, for the lines that are sold at their discount.
 *
 * @throws BizRefusal GOODS_NOT_FOUND, GOODS_DISABLED_OR_END_SALE, GOODS_PACKAGE_EMPTY,
 * GOODS_INFO_ERROR, GOODS_ORDER_FAILED, GOODS_PRICE_LESS, GOODS_AMOUNT_ERROR
 */
export function goodsToHold(
  wishes: readonly GoodsWish[],
  menu: GoodsMenu,
  cardPercent: ReadonlyMap<number, number>,
): GoodsLine[] {
  const counts = new Map<string, number>()
  return wishes.map((wish, line) => {
    const goods = menu.goods.find(({ goodsId }) => goodsId === wish.goodsId)
    if (!goods) throw new BizRefusal('GOODS_NOT_FOUND', wish.goodsId)
    if (!goods.onSale) throw new BizRefusal('GOODS_DISABLED_OR_END_SALE', goods.name)
    if (goods.contents?.length === 0) throw new BizRefusal('GOODS_PACKAGE_EMPTY', goods.name)
    if (wish.isPackage !== (goods.contents !== undefined))
      throw new BizRefusal('GOODS_INFO_ERROR', `isPackage of ${goods.name}`)
    // The limit is for one thing (6.1.4), in how many lines ever it is asked for.
    const count = (counts.get(goods.goodsId) ?? 0) + wish.count
    if (count > menu.maxBuyCount)
      throw new BizRefusal('GOODS_ORDER_FAILED', `at most ${menu.maxBuyCount} of ${goods.name}`)
    counts.set(goods.goodsId, count)
    checkPrice(wish, goods, cardPercent.get(line))
    return {
      goodsId: goods.goodsId,
      name: goods.name,
      saleFen: wish.saleFen,
      count: wish.count,
      package: wish.isPackage ? 1 : 0,
    }
  })
}

/** The settle price, to the fen; without one the partner's own, from the standard price up (6.2.2, note 3). */
function checkPrice({ saleFen, byCard }: GoodsWish, goods: Goods, cardPercent = 100): void {
  const { name, standardFen, cardDiscount } = goods
  if (byCard === 'discount' && !cardDiscount)
    throw new BizRefusal('GOODS_INFO_ERROR', `no discount on ${name}`)
  const percent = byCard === 'discount' ? cardPercent : 100
  const reducedFen = Math.round(((goods.settleFen ?? standardFen) * percent) / 100)
  // A card's price is the price, to the fen, as a settle price is.
  const settleFen = goods.settleFen === undefined && percent === 100 ? undefined : reducedFen
  const leastFen = settleFen ?? standardFen
  if (saleFen < leastFen) throw new BizRefusal('GOODS_PRICE_LESS', `${name} ${yuan(leastFen)}`)
  if (settleFen !== undefined && saleFen > settleFen)
    throw new BizRefusal('GOODS_AMOUNT_ERROR', `${name} ${yuan(settleFen)}`)
}

/** Every line is paid to the fen (5.6.3: salePrice x count). @throws BizRefusal PAYMENT_AMOUNT_ERROR */
export function checkGoodsPaid(wishes: readonly GoodsWish[]): void {
  for (const { goodsId, saleFen, count, payments } of wishes) checkPaid(payments, saleFen * count, goodsId)
}
