import { BizRefusal } from '../protocol/refusal.ts'
import { type Arguments, fen, flag, isAbsent, isObject, text } from './arguments.ts'
import { type ItemPayment, itemPaymentsOf, type Paying } from './item-payments.ts'

/** One line of a goodsList (specification 5.5.3, 6.2.3). */
export interface GoodsWish {
  goodsId: string
  saleFen: number
  count: number
  isPackage: boolean
  /** Sold at a member card's discount. */
  byCard: 'discount' | 'no'
  /** Empty when the call says what it was paid with for the order as a whole. */
  payments: readonly ItemPayment[]
}

/**
 * The goods a call asks for. Numbers may come as strings, and "false" for false: the specification's own examples
 * have both.
 *
 * @throws BizRefusal GOODS_INFO_NOT_NULL, GOODS_INFO_ERROR, GOODS_PRICE_ERROR, NULL_ARGUMENT, FORMAT_ERROR and the
 * codes of itemPaymentsOf
 */
export function goodsWishesOf(args: Arguments, paying: Paying): GoodsWish[] {
  const list = args['goodsList']
  if (isAbsent(list)) throw new BizRefusal('GOODS_INFO_NOT_NULL', 'goodsList')
  if (!Array.isArray(list)) throw new BizRefusal('GOODS_INFO_ERROR', 'goodsList has to be a list')
  if (list.length === 0) throw new BizRefusal('GOODS_INFO_NOT_NULL', 'goodsList')
  const sellerId = text(args, 'cinemaLinkId')
  return list.map((line: unknown): GoodsWish => {
    if (!isObject(line)) throw new BizRefusal('GOODS_INFO_ERROR', 'a line of goods has to be an object')
    for (const name of ['salePrice', 'count'])
      if (isAbsent(line[name])) throw new BizRefusal('GOODS_PRICE_ERROR', name)
    const wish = {
      goodsId: goodsIdOf(line),
      saleFen: fen(line, 'salePrice'),
      count: countOf(line['count']),
      isPackage: packageFlag(line),
    }
    if (paying === 'per-item') {
      const payments = itemPaymentsOf(line, sellerId)
      return { ...wish, payments, byCard: payments.some(({ card }) => card?.discounted) ? 'discount' : 'no' }
    }
    return { ...wish, payments: [], byCard: flag(line, 'isCardDiscount') ? 'discount' : 'no' }
  })
}

function goodsIdOf(line: Arguments): string {
  const value = line['goodsId']
  return Number.isSafeInteger(value) ? String(value) : text(line, 'goodsId', 32)
}

function countOf(value: unknown): number {
  const count = typeof value === 'number' ? String(value) : value
  if (typeof count !== 'string' || !/^[1-9]\d{0,3}$/.test(count))
    throw new BizRefusal('GOODS_INFO_ERROR', 'count has to be a whole number from 1')
  return Number(count)
}

function packageFlag(line: Arguments): boolean {
  const value = line['isPackage']
  if (isAbsent(value)) throw new BizRefusal('NULL_ARGUMENT', 'isPackage')
  if (value === 'true' || value === 'false') return value === 'true'
  return flag(line, 'isPackage')
}
