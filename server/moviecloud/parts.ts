import { echo, fen, flag, list, record, text, whole } from './fields.ts'

/* Pieces of answers that several APIs share, in the tables' words. */

/** A goods line of an answer (5.5.4, 6.2.4). */
export const goodsLine = record({
  goodsId: text,
  name: text.optional(),
  salePriceFen: fen.optional(),
  count: whole.optional(),
  isPackage: flag.optional(),
})

/** The tickets that a confirm answers (5.3.4). */
export const confirmedTickets = {
  orderId: text.optional(),
  bookingId: text.optional(),
  confirmationId: text.optional(),
  tickets: list(
    record({
      ticketNo: text.optional(),
      seatId: text.optional(),
      seatCode: text.optional(),
      sectionId: text.optional(),
      rowId: text.optional(),
      columnId: text.optional(),
      serviceFeeFen: fen.optional(),
    }),
  ),
}

/** Tickets and goods that a mixed confirm answers (5.5.4). */
export const confirmedMix = record({
  ...confirmedTickets,
  goodsOrder: record({
    holdId: text.optional(),
    pickUpCode: text.optional(),
    totalGoodsPriceFen: fen.optional(),
    totalGoodsFeeFen: fen.optional(),
    goods: list(goodsLine),
  }).optional(),
})

/** A goods order (6.2.4, 6.4.4); the example writes `goods success` with a space. */
export const goodsOrder = record({
  goodsOrderId: text,
  holdId: text.optional(),
  pickUpCode: text.optional(),
  totalGoodsPriceFen: fen.optional(),
  totalGoodsFeeFen: fen.optional(),
  orderStatus: text.transform(status => status.trim().replace(/\s+/g, '_')).optional(),
  goodsList: list(goodsLine),
})

/** An echo of the cinema and the order (5.11.4). */
export const orderEcho = echo({ cinemaLinkId: text.optional(), orderId: text.optional() })

/** An echo of the cinema and the print job (5.9.4). */
export const printEcho = echo({ cinemaLinkId: text.optional(), printId: text.optional() })
