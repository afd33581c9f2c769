import { mobile, money } from './forms.ts'
import {
  holdId,
  orderedGoods,
  paidWishes,
  pickUpCode,
  totalGoodsFee,
  totalGoodsPrice,
  wishes,
} from './goods-lines.ts'
import { array, data, type Field, field, object, optional, table } from './notation.ts'
import { itemPaymentList, paymentList } from './payments.ts'
import { showKey } from './seats.ts'

const order = [...showKey, field('lockOrderId', 'String'), field('mobile', 'String', { form: mobile })]

const ticket: readonly Field[] = [
  field('seatId', 'String'),
  field('ticketPrice', 'String', { form: money }),
  field('ticketFee', 'String', { form: money }),
]
const ticketList = field(
  'ticketList',
  array([...ticket, optional('isBenefit', 'Boolean'), optional('isCardDiscount', 'Boolean')]),
)
const paidTicketList = field('ticketList', array([...ticket, itemPaymentList]))

const confirmed: readonly Field[] = [
  field('orderId', 'String'),
  field('bookingId', 'String'),
  field('confirmationId', 'String'),
  field(
    'tickets',
    array([
      field('ticketNo', 'String'),
      field('seatId', 'String'),
      field('seatCode', 'String'),
      field('sectionId', 'String'),
      field('rowId', 'String'),
      field('columnId', 'String'),
      field('serviceFee', 'String', { form: money }),
    ]),
  ),
]
const confirmedMix: readonly Field[] = [
  ...confirmed,
  // The goods of a mixed order are not required (5.5.3, goodsList).
  optional(
    'goodsOrder',
    object([
      holdId,
      pickUpCode,
      totalGoodsPrice,
      totalGoodsFee,
      field('goods', orderedGoods, { alsoNamed: ['goodsList'] }),
    ]),
  ),
]

export const confirmOrder = table(
  '5.3',
  'ykse.partner.order.confirmOrder',
  [...order, ticketList, paymentList],
  data(confirmed),
)

export const confirmOrderForMultiPay = table(
  '5.4',
  'ykse.partner.order.confirmOrderForMultiPay',
  [...order, paidTicketList],
  data(confirmed),
)

export const confirmMixOrder = table(
  '5.5',
  'ykse.partner.order.confirmMixOrder',
  [...order, ticketList, optional('goodsList', wishes), paymentList],
  data(confirmedMix),
)

export const confirmMixOrderForMultiPay = table(
  '5.6',
  'ykse.partner.order.confirmMixOrderForMultiPay',
  [...order, paidTicketList, optional('goodsList', paidWishes)],
  data(confirmedMix),
)
