import { cipher, money, words } from './forms.ts'
import { array, field, object, optional } from './notation.ts'

/** How an order as a whole is paid, where it is not by the channel itself (5.3.3, 5.5.3, 6.2.3). */
export const paymentList = optional(
  'paymentList',
  array([
    field('paymentMethod', 'String', { form: words(['BenefitCard', 'MemberCard']) }),
    field(
      'payCardInfo',
      object([
        optional('benefitCardNumber', 'String'),
        optional('payAmount', 'String', { form: money }),
        optional('cinemaLinkId', 'String'),
        optional('cardNumber', 'String'),
        optional('cardPassword', 'String', { form: cipher }),
      ]),
    ),
  ]),
)

/** How one ticket or one line of goods is paid (5.4.3, 5.6.3, 6.3.3). */
export const itemPaymentList = field(
  'paymentList',
  array([
    field('paymentMethod', 'String', {
      form: words(['Ali', 'WeChat', 'MemberCard', 'Cash', 'Corp', 'CinemaPay']),
    }),
    field('payAmount', 'String', { form: money }),
    optional('thirdPartPayment', object([field('thirdTradeNo', 'String'), field('outTradeNo', 'String')])),
    optional(
      'payCardInfo',
      object([
        field('cardNumber', 'String'),
        field('cardPassword', 'String', { form: cipher }),
        // 是 by its column; its remark wants it for a card of another cinema only.
        optional('cinemaLinkId', 'String'),
        field('totalDisTickets', 'String', { form: words(['0', '1']) }),
      ]),
    ),
  ]),
)
