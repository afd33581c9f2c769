import { z } from 'zod'
import { required, yuanText } from './declare.ts'
import { fen, flag, list, record, text, whole } from './fields.ts'

/* Pieces that several APIs share, in the tables' words: first what is sent, then what is answered. */

/** 11 digits, the guest's own (5.3.3). */
export const mobile = z.string().regex(/^1\d{10}$/, 'must be a mobile number of 11 digits')

/** The caller's order number for cards: the credential of idempotency (7.3.3, 8.3.3). */
export const outTradeNo = z
  .string()
  .min(16, 'must have 16 to 32 characters')
  .max(32, 'must have 16 to 32 characters')

/** Which show, and which section of it (7.9.3, 7.10.3). */
export const cardAtShow = z.object({
  cinemaLinkId: required,
  cardNumber: required,
  sectionId: required,
  scheduleId: required,
  scheduleKey: required,
})

/** A card's records between two days, at most 90 days back (7.12.3). */
export const cardPeriod = z.object({
  cinemaLinkId: required,
  cardNumber: required,
  startDate: z.iso.date(),
  endDate: z.iso.date(),
})

const payCardInfo = z.object({
  benefitCardNumber: required.optional(),
  payAmount: yuanText.optional(),
  cinemaLinkId: required.optional(),
  cardNumber: required.optional(),
  cardPassword: required.optional(),
  totalDisTickets: z.union([z.string(), z.int()]).optional(),
})

/** Payment by one card for the whole order (5.3.3). */
export const paymentList = z.array(
  z.object({
    paymentMethod: required,
    payAmount: yuanText.optional(),
    payCardInfo: payCardInfo.optional(),
  }),
)

/** The payments of one ticket or goods line; they add up to its price (5.4.3). */
const splitPaymentList = z
  .array(
    z.object({
      paymentMethod: z.enum(['Ali', 'WeChat', 'MemberCard', 'Cash', 'Corp', 'CinemaPay']),
      payAmount: yuanText,
      thirdPartPayment: z.object({ thirdTradeNo: required, outTradeNo: required }).optional(),
      payCardInfo: payCardInfo.optional(),
    }),
  )
  .min(1)

/** A ticket line of a confirm (5.3.3). */
export const ticketLine = z.object({
  seatId: required,
  ticketPrice: yuanText,
  ticketFee: yuanText,
  isBenefit: z.boolean().optional(),
  isCardDiscount: z.boolean().optional(),
})

/** A ticket line that says how it was paid (5.4.3). */
export const splitTicketLine = z.object({
  seatId: required,
  ticketPrice: yuanText,
  ticketFee: yuanText,
  paymentList: splitPaymentList,
})

/** A goods line of a confirm (5.5.3, 6.2.3); the examples write booleans and counts as strings. */
export const goodsOrderLine = z.object({
  goodsId: required,
  count: z.union([z.int().min(1), z.string().regex(/^[1-9]\d*$/)]),
  isPackage: z.union([z.boolean(), z.enum(['true', 'false'])]),
  salePrice: yuanText,
  isCardDiscount: z.boolean().optional(),
})

/** A goods line that says how it was paid (5.6.3). */
export const splitGoodsLine = goodsOrderLine
  .omit({ isCardDiscount: true })
  .extend({ paymentList: splitPaymentList })

/** The order and show that a confirm is about (5.3.3). */
export const confirmOf = {
  cinemaLinkId: required,
  lockOrderId: required,
  scheduleId: required,
  scheduleKey: required,
  mobile,
}

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
export const orderEcho = record({ cinemaLinkId: text.optional(), orderId: text.optional() })

/** An echo of the cinema and the print job (5.9.4). */
export const printEcho = record({ cinemaLinkId: text.optional(), printId: text.optional() })
