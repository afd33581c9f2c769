import { declare } from '../declare.ts'
import { beijingTime, fen, flag, list, record, text } from '../fields.ts'
import { parameters, required } from '../params.ts'
import { goodsLine } from '../parts.ts'

/** 5.7 State and content of an order for tickets, with or without goods. */
export const getOrderInfo = declare({
  name: 'order.getOrderInfo',
  section: '5.7',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: parameters({
    cinemaLinkId: required,
    lockOrderId: required.optional(),
    orderId: required.optional(),
  }).refine(p => p.lockOrderId !== undefined || p.orderId !== undefined, {
    path: ['lockOrderId'],
    message: 'lockOrderId and orderId must not both be absent',
  }),
  result: record({
    orderId: text.optional(),
    bookingId: text.optional(),
    confirmationId: text.optional(),
    showDateTime: beijingTime.optional(),
    hallId: text.optional(),
    filmCode: text.optional(),
    shortName: text.optional(),
    status: text,
    tickets: list(
      record({
        ticketNo: text.optional(),
        seatCode: text.optional(),
        sectionId: text.optional(),
        rowId: text.optional(),
        columnId: text.optional(),
        ticketPriceFen: fen.optional(),
        ticketFeeFen: fen.optional(),
        serviceFeeFen: fen.optional(),
        printStatus: flag.optional(),
        refundStatus: flag.optional(),
      }),
    ),
    goodsOrder: record({
      holdId: text.optional(),
      pickUpCode: text.optional(),
      totalGoodsFeeFen: fen.optional(),
      goods: list(goodsLine),
    }).optional(),
  }),
})
