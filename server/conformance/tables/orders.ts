import { money, time, words, yesNo } from './forms.ts'
import { holdId, orderedGoods, pickUpCode, totalGoodsFee } from './goods-lines.ts'
import { array, data, type Field, field, object, optional, table } from './notation.ts'

const cinemaLinkId = field('cinemaLinkId', 'String')

const ticketState: readonly Field[] = [
  field('ticketPrice', 'String', { form: money }),
  field('ticketFee', 'String', { form: money }),
  field('serviceFee', 'String', { form: money }),
  field('printStatus', 'String', { form: yesNo }),
  field('refundStatus', 'String', { form: yesNo }),
]

export const getOrderInfo = table(
  '5.7',
  'ykse.partner.order.getOrderInfo',
  [cinemaLinkId, optional('lockOrderId', 'String'), optional('orderId', 'String')],
  data([
    field('orderId', 'String'),
    field('bookingId', 'String'),
    field('confirmationId', 'String'),
    field('showDateTime', 'String', { form: time }),
    field('hallId', 'String'),
    field('filmCode', 'String'),
    field('shortName', 'String'),
    field('status', 'String', {
      form: words([
        'wait_ticket',
        'ticket_success',
        'ticket_failed',
        'refunding',
        'refund_success',
        'refund_failed',
        'reverse_success',
      ]),
    }),
    field(
      'tickets',
      array([
        field('ticketNo', 'String'),
        field('seatCode', 'String'),
        field('sectionId', 'String'),
        field('rowId', 'String'),
        field('columnId', 'String'),
        ...ticketState,
      ]),
    ),
    // Of mixed orders.
    optional(
      'goodsOrder',
      object([holdId, pickUpCode, totalGoodsFee, field('goods', orderedGoods, { alsoNamed: ['goodsList'] })]),
    ),
  ]),
)

export const getTicketInfo = table(
  '5.8',
  'ykse.partner.order.getTicketInfo',
  [cinemaLinkId, field('confirmationId', 'String')],
  data([
    field('printId', 'String'),
    field('bookingId', 'String'),
    field('confirmationId', 'String'),
    field('showDateTime', 'String', { form: time }),
    field('cinemaName', 'String', { lackedByExample: true }),
    field('hallId', 'String'),
    field('hallName', 'String'),
    field('filmCode', 'String'),
    field('shortName', 'String'),
    field('channelCode', 'String'),
    field('channelName', 'String'),
    field('createDateTime', 'String', { form: time, lackedByExample: true }),
    field(
      'tickets',
      array([
        field('ticketNo', 'String'),
        field('sectionId', 'String'),
        field('sectionName', 'String'),
        field('rowId', 'String'),
        field('columnId', 'String'),
        field('infoCode', 'String', { lackedByExample: true }),
        ...ticketState,
      ]),
    ),
  ]),
)

const print = [cinemaLinkId, field('printId', 'String')]

export const printTicket = table('5.9', 'ykse.partner.ticket.printTicket', print, data(print))
export const getOrderPrintStatus = table(
  '5.10',
  'ykse.partner.ticket.getOrderPrintStatus',
  print,
  data(print),
)

const order = [cinemaLinkId, field('orderId', 'String')]

export const refundOrder = table('5.11', 'ykse.partner.order.refundOrder', order, data(order))
export const refundMixOrder = table('5.12', 'ykse.partner.order.refundMixOrder', order, data(order))
export const reverseOrder = table('5.13', 'ykse.partner.order.reverseOrder', order, data(order))
export const reverseMixOrder = table('5.14', 'ykse.partner.order.reverseMixOrder', order, data(order))
