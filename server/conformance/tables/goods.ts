import { mobile, money, url, yesNo } from './forms.ts'
import {
  goodsStatus,
  holdId,
  orderedGoods,
  paidWishes,
  pickUpCode,
  totalGoodsFee,
  totalGoodsPrice,
  wishes,
} from './goods-lines.ts'
import { array, data, field, optional, table } from './notation.ts'
import { paymentList } from './payments.ts'

const cinemaLinkId = field('cinemaLinkId', 'String')

export const getGoods = table(
  '6.1',
  'ykse.partner.goods.getGoods',
  [cinemaLinkId],
  data([
    field('maxBuyCount', 'Integer'),
    cinemaLinkId,
    field(
      'goodsList',
      array([
        field('goodsId', 'String', { alsoTyped: 'Integer' }),
        field('name', 'String'),
        field('isPackage', 'Boolean', { alsoTyped: 'String' }),
        field('salePrice', 'String', { form: money, alsoNamed: ['standardPrice'] }),
        // Absent where channel and cinema agreed on a price (6.2.2, note 3).
        optional('settlePrice', 'String', { form: money, alsoNamed: ['settleprice'] }),
        field('goodsPicUrl', 'String', { form: url, mayBeEmpty: true }),
        field('desc', 'String', { mayBeEmpty: true }),
        field('isDiscount', 'String', { form: yesNo, lackedByExample: true }),
      ]),
    ),
  ]),
)

const ordered = data([
  field('goodsOrderId', 'String'),
  holdId,
  pickUpCode,
  totalGoodsPrice,
  totalGoodsFee,
  field('orderStatus', 'String', { form: goodsStatus }),
  field('goodsList', orderedGoods, { alsoNamed: ['goods'] }),
])

export const confirmGoodsOrder = table(
  '6.2',
  'ykse.partner.order.confirmGoodsOrder',
  [
    cinemaLinkId,
    field('thirdOrderId', 'String'),
    field('goodsList', wishes),
    field('mobile', 'String', { form: mobile, lackedByExample: true }),
    paymentList,
  ],
  ordered,
)

export const confirmGoodsOrderForMultiPay = table(
  '6.3',
  'ykse.partner.order.confirmGoodsOrderForMultiPay',
  [
    cinemaLinkId,
    field('thirdOrderId', 'String'),
    field('mobile', 'String', { form: mobile }),
    // 否 by its column, although the order is of nothing else.
    optional('goodsList', paidWishes),
  ],
  ordered,
)

const order = [cinemaLinkId, field('goodsOrderId', 'String')]

export const getGoodsOrderInfo = table('6.4', 'ykse.partner.order.getGoodsOrderInfo', order, ordered)
export const refundGoodsOrder = table('6.5', 'ykse.partner.order.refundGoodsOrder', order, data(order))
