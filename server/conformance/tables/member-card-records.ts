import { day, money, points, signedMoney, time, words } from './forms.ts'
import { data, dataList, field, optional, table } from './notation.ts'

export const getCardOrderDetail = table(
  '7.11',
  'ykse.partner.card.getCardOrderDetail',
  [optional('cardOrderId', 'String'), optional('outTradeNo', 'String', { length: [16, 32] })],
  data([
    field('cardOrderId', 'String'),
    field('outTradeNo', 'String', { length: [16, 32] }),
    field('cinemaLinkId', 'String'),
    // A registration that waits or failed has no card.
    optional('cardNumber', 'String'),
    field('orderStatus', 'String', { form: words(['wait', 'success', 'fail']) }),
    // Money has no points, and points have no money.
    optional('amount', 'String', { form: signedMoney }),
    optional('points', 'String', { form: points }),
    field('orderType', 'String', { form: words(['register', 'recharge', 'modifypoints']) }),
    field('description', 'String', { mayBeEmpty: true }),
    field('createDateTime', 'String', { form: time }),
  ]),
)

const cardAndDays = [
  field('cinemaLinkId', 'String'),
  field('cardNumber', 'String'),
  field('startDate', 'String', { form: day }),
  field('endDate', 'String', { form: day }),
]
const beforeBalance = field('beforeBalance', 'String', { form: money })
const afterBalance = field('afterBalance', 'String', { form: money })
const getPoints = field('getPoints', 'String', { form: points, alsoTyped: 'Number' })
const refundPoints = field('refundPoints', 'String', { form: points, alsoTyped: 'Number' })

export const getCardConsumeRecords = table(
  '7.12',
  'ykse.partner.card.getCardConsumeRecords',
  cardAndDays,
  dataList([
    field('bookingId', 'String'),
    field('consumeCinemaLinkId', 'String'),
    field('consumeAmount', 'String', { form: money }),
    field('refundAmount', 'String', { form: money }),
    beforeBalance,
    afterBalance,
    field('seats', 'Integer'),
    field('refundSeats', 'Integer'),
    // Of cards by times.
    optional('calculatePerTicketTimes', 'Integer'),
    field('description', 'String', { mayBeEmpty: true }),
    field('consumeDateTime', 'String', { form: time }),
    // Goods alone belong to no film.
    optional('filmCode', 'String'),
    optional('shortName', 'String'),
    getPoints,
    refundPoints,
  ]),
)

export const getCardRechargeRecords = table(
  '7.13',
  'ykse.partner.card.getCardRechargeRecords',
  cardAndDays,
  dataList([
    field('rechargeBookingId', 'String'),
    field('rechargeCinemaLinkId', 'String'),
    field('rechargeAmount', 'String', { form: signedMoney }),
    afterBalance,
    beforeBalance,
    getPoints,
    field('rechargeDateTime', 'String', { form: time }),
  ]),
)

export const getCardPointsRecords = table(
  '7.14',
  'ykse.partner.card.getCardPointsRecords',
  cardAndDays,
  dataList([
    field('getPointsCinemaLinkId', 'String'),
    getPoints,
    field('getPointsMode', 'String', { form: words(['充值', '消费', '积分消费']) }),
    refundPoints,
    field('getPointsDateTime', 'String', { form: time }),
  ]),
)
