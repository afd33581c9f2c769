import { z } from 'zod'
import { required, yuanText } from './declare.ts'
import { fen, flag, list, record, text, whole } from './fields.ts'

/* Pieces that several APIs share, in the tables' words. */

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

/** A card as means of payment (5.3.3, 5.4.3). */
const payCardInfo = z.object({
  benefitCardNumber: required.optional(),
  payAmount: yuanText.optional(),
  cinemaLinkId: required.optional(),
  cardNumber: required.optional(),
  cardPassword: required.optional(),
  totalDisTickets: z.union([z.string(), z.int()]).optional(),
})

/** How something is paid: by card alone (5.3.3), or in parts (5.4.3). */
export const paymentList = z.array(
  z.object({
    paymentMethod: required,
    payAmount: yuanText.optional(),
    payCardInfo: payCardInfo.optional(),
  }),
)

/** 11 digits, the guest's own (5.3.3). */
export const mobile = z.string().regex(/^1\d{10}$/, 'must be a mobile number of 11 digits')

/** A ticket line of a confirm (5.3.3). */
export const ticketLine = z.object({
  seatId: required,
  ticketPrice: yuanText,
  ticketFee: yuanText,
  isBenefit: z.boolean().optional(),
  isCardDiscount: z.boolean().optional(),
})
