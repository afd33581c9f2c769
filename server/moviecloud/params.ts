import { z } from 'zod'
import { fen } from './fields.ts'

/* What a caller hands over, in the tables' words; every message is a rule that follows the field's name. */

const missing = (rule: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'is required' : rule

/** The parameters of an API, or of a line in one. A name that is in no table is a slip, and refused. */
export const parameters = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: issue => (issue.code === 'unrecognized_keys' ? undefined : missing('must be an object')(issue)),
  })

/** A text that is not empty. */
export const required = z.string({ error: missing('must be a text') }).min(1, 'must not be empty')

/** A text of at most so many characters. */
export const upTo = (characters: number) =>
  z.string({ error: missing('must be a text') }).max(characters, `must have at most ${characters} characters`)

/** One of these words, capitals and all. */
export const oneOf = <const W extends readonly [string, ...string[]]>(...words: W) =>
  z.enum(words, { error: missing(`must be ${words.join(' or ')}`) })

/** At least one of these. */
export const some = <T extends z.ZodType>(item: T) =>
  z.array(item, { error: missing('must be a list') }).min(1, 'must not be empty')

/** A calendar day: "2016-01-22". */
export const dayText = z.iso.date({ error: missing('must be a day such as 2016-01-22') })

/** Yuan as the cloud wants it: "45.00". */
export const yuanText = z
  .string({ error: missing('must be a text') })
  .regex(/^\d{1,10}(\.\d{1,2})?$/, 'must be an amount in yuan such as "45.00"')

/** An amount that may take instead of give: "-45.00". */
export const signedText = z
  .string({ error: missing('must be a text') })
  .regex(/^-?\d{1,10}(\.\d{1,2})?$/, 'must be a number with at most two decimals such as "100.00"')

/** 11 digits, the guest's own (5.3.3). */
export const mobile = z
  .string({ error: missing('must be a text') })
  .regex(/^1\d{10}$/, 'must be a mobile number of 11 digits')

/** The caller's order number for cards: the credential of idempotency (7.2.3, 7.3.3, 7.4.3). */
export const outTradeNo = z
  .string({ error: missing('must be a text') })
  .min(16, 'must have 16 to 32 characters')
  .max(32, 'must have 16 to 32 characters')

/** A card password as specification 3 enciphers it; the digits themselves never leave the house. */
export const cipherText = required.regex(/\D/, 'must be enciphered (specification 3)')

/** Which card at which show and section (7.9.3, 7.10.3). */
export const cardAtShow = parameters({
  cinemaLinkId: required,
  cardNumber: required,
  sectionId: required,
  scheduleId: required,
  scheduleKey: required,
})

/** A card's records between two days, at most 90 days back (7.12.3). */
export const cardPeriod = parameters({
  cinemaLinkId: required,
  cardNumber: required,
  startDate: dayText,
  endDate: dayText,
}).refine(period => period.startDate <= period.endDate, {
  path: ['startDate'],
  message: 'must not be after endDate',
})

/** The order and show that a confirm is about (5.3.3). */
export const confirmOf = {
  cinemaLinkId: required,
  lockOrderId: required,
  scheduleId: required,
  scheduleKey: required,
  mobile,
}

/** A ticket line of a confirm (5.3.3). */
export const ticketLine = parameters({
  seatId: required,
  ticketPrice: yuanText,
  ticketFee: yuanText,
  isBenefit: z.boolean().optional(),
  isCardDiscount: z.boolean().optional(),
})

const countRule = 'must be a count from 1'
const goods = {
  goodsId: required,
  count: z.union([z.int(countRule).min(1, countRule), z.string().regex(/^[1-9]\d*$/, countRule)], {
    error: missing(countRule),
  }),
  isPackage: z.union([z.boolean(), z.enum(['true', 'false'])], { error: missing('must be true or false') }),
  salePrice: yuanText,
}

/** A goods line of a confirm (5.5.3, 6.2.3); the examples write booleans and counts as texts. */
export const goodsOrderLine = parameters({ ...goods, isCardDiscount: z.boolean().optional() })

const payCardInfo = {
  cardNumber: required.optional(),
  cardPassword: cipherText.optional(),
  cinemaLinkId: required.optional(),
}

/** Payment by one card for the whole order (5.3.3, 6.2.3); the amount stands at either level. */
export const paymentList = z.array(
  parameters({
    paymentMethod: oneOf('BenefitCard', 'MemberCard'),
    payAmount: yuanText.optional(),
    payCardInfo: parameters({
      ...payCardInfo,
      benefitCardNumber: required.optional(),
      payAmount: yuanText.optional(),
    }).optional(),
  })
    .refine(p => p.paymentMethod !== 'BenefitCard' || p.payCardInfo?.benefitCardNumber !== undefined, {
      path: ['payCardInfo', 'benefitCardNumber'],
      message: 'is required for BenefitCard',
    })
    .refine(p => p.paymentMethod !== 'MemberCard' || p.payCardInfo?.cardNumber !== undefined, {
      path: ['payCardInfo', 'cardNumber'],
      message: 'is required for MemberCard',
    }),
)

/** The payments of one ticket or goods line (5.4.3). */
const splitPayments = some(
  parameters({
    paymentMethod: oneOf('Ali', 'WeChat', 'MemberCard', 'Cash', 'Corp', 'CinemaPay'),
    payAmount: yuanText,
    thirdPartPayment: parameters({ thirdTradeNo: required, outTradeNo: required }).optional(),
    payCardInfo: parameters({
      cardNumber: required,
      cardPassword: cipherText,
      cinemaLinkId: required.optional(),
      /** Whether it is a discounted ticket. */
      totalDisTickets: oneOf('0', '1'),
    }).optional(),
  }).refine(p => p.paymentMethod !== 'MemberCard' || p.payCardInfo !== undefined, {
    path: ['payCardInfo'],
    message: 'is required for MemberCard',
  }),
)

const inFen = (yuan: string): number => fen.parse(yuan)
const paidFen = (payments: readonly { payAmount: string }[]) =>
  payments.reduce((sum, payment) => sum + inFen(payment.payAmount), 0)

/** A ticket line whose payments add up to its price and fee (5.4.3). */
export const splitTicketLine = parameters({
  seatId: required,
  ticketPrice: yuanText,
  ticketFee: yuanText,
  paymentList: splitPayments,
}).refine(line => paidFen(line.paymentList) === inFen(line.ticketPrice) + inFen(line.ticketFee), {
  path: ['paymentList'],
  message: 'must add up to ticketPrice + ticketFee',
})

/** A goods line whose payments add up to price times count (5.6.3). */
export const splitGoodsLine = parameters({ ...goods, paymentList: splitPayments }).refine(
  line => paidFen(line.paymentList) === inFen(line.salePrice) * Number(line.count),
  { path: ['paymentList'], message: 'must add up to salePrice x count' },
)
