import {
  cipher,
  day,
  discount,
  email,
  mobile,
  money,
  percent,
  points,
  signedMoney,
  wholeNumber,
  words,
} from './forms.ts'
import {
  array,
  codesAlone,
  data,
  dataAlsoInList,
  dataList,
  type Field,
  field,
  optional,
  table,
} from './notation.ts'
import { hallType } from './programme.ts'
import { showKey } from './seats.ts'

const cinemaLinkId = field('cinemaLinkId', 'String')
const cardNumber = field('cardNumber', 'String')
const cardPassword = field('cardPassword', 'String', { form: cipher })
const gradeType = field('gradeType', 'String', { form: words(['V', 'A', 'G', 'T']) })
/** What the caller knows an order by (7.2.3); never given out twice. */
const outTradeNo = field('outTradeNo', 'String', { length: [16, 32] })
const description = optional('description', 'String', { length: [1, 100] })
const cardOrder: readonly Field[] = [outTradeNo, field('cardOrderId', 'String')]

export const getCardGradeList = table(
  '7.1',
  'ykse.partner.card.getCardGradeList',
  [cinemaLinkId],
  dataList([
    cinemaLinkId,
    field('gradeId', 'String'),
    field('gradeDesc', 'String'),
    gradeType,
    optional('goodsDiscount', 'String', { form: percent }),
    field('maxDiscountTicketsPerDay', 'Integer'),
    field('maxDiscountTicketsPerShow', 'Integer'),
    field('minAmount', 'String', { form: money }),
    field('cardCostFee', 'String', { form: money, lackedByExample: true }),
    field('memberFee', 'String', { form: money, lackedByExample: true }),
    field('firstRecharge', 'String', { form: money }),
    field('transactValidityPeriod', 'Integer'),
    field('rechargeExtensionFlag', 'Boolean'),
    optional('rechargeExtensionAmount', 'String', { form: money }),
    field(
      'hallDiscounts',
      array([
        field('hallType', 'String', { form: hallType }),
        field('discountType', 'String', { form: words(['R', 'A', 'B', 'T']) }),
        field('discount', 'String', { form: discount }),
      ]),
    ),
  ]),
)

export const registerCard = table(
  '7.2',
  'ykse.partner.card.registerCard',
  [
    cinemaLinkId,
    field('gradeId', 'String'),
    outTradeNo,
    cardPassword,
    field('cardCostFee', 'String', { form: money }),
    field('memberFee', 'String', { form: money }),
    field('firstRechargeAmount', 'String', { form: money }),
    field('mobile', 'String', { form: mobile }),
    optional('cardUserName', 'String', { length: [1, 20] }),
    optional('idCard', 'String', { length: [1, 25] }),
    optional('address', 'String', { length: [1, 100] }),
    optional('birthdate', 'String', { form: day }),
    optional('email', 'String', { form: email, length: [1, 30] }),
  ],
  data([...cardOrder, cardNumber, field('balance', 'String', { form: money })]),
)

export const recharge = table(
  '7.3',
  'ykse.partner.card.recharge',
  [
    cinemaLinkId,
    cardNumber,
    outTradeNo,
    field('rechargeAmount', 'String', { form: signedMoney }),
    description,
  ],
  data([
    ...cardOrder,
    field('balance', 'String', { form: money }),
    // Of cards by times.
    optional('availableTimes', 'String', { form: wholeNumber, alsoTyped: 'Integer' }),
  ]),
)

const accumulationPoints = field('accumulationPoints', 'String', { form: points, alsoTyped: 'Number' })
const tradePoints = field('tradePoints', 'String', { form: points, alsoTyped: 'Number' })

export const updatePoints = table(
  '7.4',
  'ykse.partner.card.updatePoints',
  [cinemaLinkId, cardNumber, outTradeNo, field('points', 'String', { form: points }), description],
  data([...cardOrder, accumulationPoints, tradePoints]),
)

export const modifyPassword = table(
  '7.5',
  'ykse.partner.card.modifyPassword',
  [
    cinemaLinkId,
    cardNumber,
    field('oldPassword', 'String', { form: cipher }),
    field('newPassword', 'String', { form: cipher }),
  ],
  codesAlone,
)

export const modifyInformation = table(
  '7.6',
  'ykse.partner.card.modifyInformation',
  [
    cinemaLinkId,
    cardNumber,
    cardPassword,
    optional('mobile', 'String', { form: mobile }),
    optional('cardUserName', 'String', { length: [1, 20] }),
    optional('idCard', 'String', { length: [1, 25] }),
    optional('address', 'String', { length: [1, 25] }),
    optional('birthdate', 'String', { form: day }),
    optional('email', 'String', { form: email, length: [1, 25] }),
    optional('gender', 'String', { form: words(['男', '女']) }),
  ],
  codesAlone,
)

export const getCardDetail = table(
  '7.7',
  'ykse.partner.card.getCardDetail',
  [cardNumber, cinemaLinkId],
  data([
    cardNumber,
    cinemaLinkId,
    field('gradeId', 'String'),
    field('gradeDesc', 'String'),
    gradeType,
    field('cardStatus', 'String', { form: words(['N', 'R', 'G', 'C', 'T', 'U']) }),
    field('chargeType', 'String', { form: words(['C', 'B']) }),
    field('minAmount', 'String', { form: money }),
    // Of cards by times.
    optional('minReChargeTimes', 'Integer'),
    field('validateDate', 'String', { form: day }),
    field('mobile', 'String', { form: mobile }),
    // What the owner did not tell at registration (7.2.3) is not known.
    optional('cardUserName', 'String'),
    optional('idCard', 'String', { alsoNamed: ['idcard'] }),
    optional('idType', 'String'),
    optional('address', 'String'),
    field('avaiFlag', 'Boolean'),
    optional('birthdate', 'String', { form: day }),
    optional('email', 'String', { form: email }),
    field('registerDate', 'String', { form: day }),
    optional('gender', 'String', { form: words(['男', '女']) }),
    field('rechargeTimes', 'Integer'),
    field('consumptionTimes', 'Integer'),
  ]),
)

export const queryBalance = table(
  '7.8',
  'ykse.partner.card.queryBalance',
  [cardNumber, cardPassword, cinemaLinkId],
  data([
    cardNumber,
    cinemaLinkId,
    // Empty for cards by times, which alone have availableTimes.
    optional('balance', 'String', { form: money }),
    optional('availableTimes', 'Integer'),
    accumulationPoints,
    tradePoints,
  ]),
)

const cardAtShow = [...showKey, cardNumber, field('sectionId', 'String')]
const allowance: readonly Field[] = [
  field('maxDiscountTickets', 'Integer'),
  // Of cards by times.
  optional('calculatePerTicketTimes', 'Integer'),
]

export const getCardDiscountTickets = table(
  '7.9',
  'ykse.partner.card.getCardDiscountTickets',
  cardAtShow,
  dataAlsoInList(allowance),
)

export const queryPrice = table(
  '7.10',
  'ykse.partner.card.queryPrice',
  cardAtShow,
  dataAlsoInList([
    ...allowance,
    field(
      'tickets',
      array([
        field('ticketType', 'String'),
        field('isCardDiscount', 'Boolean'),
        field('price', 'String', { form: money }),
        field('maxTickets', 'Integer'),
        tradePoints,
      ]),
    ),
  ]),
)
