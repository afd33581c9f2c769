import { money, words } from './forms.ts'
import { array, type Field, field, optional } from './notation.ts'
import { itemPaymentList } from './payments.ts'

const wish: readonly Field[] = [
  field('goodsId', 'String'),
  field('count', 'String', { alsoTyped: 'Integer' }),
  field('salePrice', 'String', { form: money }),
  field('isPackage', 'Boolean', { alsoTyped: 'String' }),
]
/** Goods of an order that is paid in all. */
export const wishes = array([...wish, optional('isCardDiscount', 'Boolean')])
/** Goods that are paid line by line. */
export const paidWishes = array([...wish, itemPaymentList])

/** Goods as every answer about an order tells them. */
export const orderedGoods = array([
  field('goodsId', 'String', { alsoTyped: 'Integer' }),
  field('name', 'String'),
  field('salePrice', 'String', { form: money }),
  field('count', 'Integer', { alsoTyped: 'String' }),
  field('isPackage', 'Boolean', { alsoTyped: 'String' }),
])

export const holdId = field('holdId', 'String')
export const pickUpCode = field('pickUpCode', 'String', { length: [4, 20] })
export const totalGoodsPrice = field('totalGoodsPrice', 'String', { form: money })
export const totalGoodsFee = field('totalGoodsFee', 'String', { form: money })

export const goodsStatus = words(
  ['wait_goods', 'goods_success', 'goods_failed', 'refunding', 'refund_success', 'refund_failed'],
  ['goods success'],
)
