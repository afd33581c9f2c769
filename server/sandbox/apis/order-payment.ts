import { yuan } from '#contract/money.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { type Arguments, fen, isAbsent, isObject, optionalText, text } from './arguments.ts'
import type { CardPayment } from './card-payment.ts'
import type { GoodsWish } from './goods-lines.ts'
import type { TicketLine } from './ticket-lines.ts'

/** What a whole order is paid with, where the call says it once (5.3.3, 5.5.3, 6.2.3): one card or none. */
export type OrderPayment =
  | { by: 'partner' }
  | { by: 'member'; card: Pick<CardPayment, 'cardNumber' | 'cardPassword' | 'issuedBy'>; payFen?: number }
  | { by: 'benefit'; cardNumber: string }

/** @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR, PAYMENT_METHOD_ERROR for two cards or another method */
export function orderPaymentOf(args: Arguments): OrderPayment {
  const list = args['paymentList']
  if (isAbsent(list)) return { by: 'partner' }
  if (!Array.isArray(list)) throw new BizRefusal('FORMAT_ERROR', 'paymentList has to be a list')
  const [payment, second]: unknown[] = list
  if (payment === undefined) return { by: 'partner' }
  if (second !== undefined) throw new BizRefusal('PAYMENT_METHOD_ERROR', 'one card an order')
  if (!isObject(payment)) throw new BizRefusal('FORMAT_ERROR', 'a payment has to be an object')
  const method = payment['paymentMethod']
  if (method !== 'MemberCard' && method !== 'BenefitCard')
    throw new BizRefusal('PAYMENT_METHOD_ERROR', 'MemberCard or BenefitCard')
  const info = payment['payCardInfo']
  if (isAbsent(info)) throw new BizRefusal('NULL_ARGUMENT', 'payCardInfo')
  if (!isObject(info)) throw new BizRefusal('FORMAT_ERROR', 'payCardInfo has to be an object')
  if (method === 'BenefitCard') return { by: 'benefit', cardNumber: text(info, 'benefitCardNumber') }
  const cardPassword = optionalText(info, 'cardPassword', 512)
  return {
    by: 'member',
    card: {
      cardNumber: text(info, 'cardNumber'),
      issuedBy: optionalText(info, 'cinemaLinkId') ?? text(args, 'cinemaLinkId'),
      ...(cardPassword === undefined ? {} : { cardPassword }),
    },
    ...(isAbsent(info['payAmount']) ? {} : { payFen: fen(info, 'payAmount') }),
  }
}

/**
 * The lines may claim the benefit or the discount of the card that pays, and of no other; the benefit card pays for
 * one ticket at least, or it would not be there (9.2.13).
 *
 * @throws BizRefusal PAYMENT_METHOD_ERROR, BCARD_TICKET_COUNT_ZERO_ERROR
 */
export function checkClaims(
  payment: OrderPayment,
  lines: readonly Pick<TicketLine, 'byCard'>[],
  wishes: readonly Pick<GoodsWish, 'byCard'>[],
): void {
  const claims = new Set([...lines, ...wishes].map(({ byCard }) => byCard))
  if (claims.has('benefit') && payment.by !== 'benefit')
    throw new BizRefusal('PAYMENT_METHOD_ERROR', 'isBenefit without a benefit card')
  if (claims.has('discount') && payment.by !== 'member')
    throw new BizRefusal('PAYMENT_METHOD_ERROR', 'isCardDiscount without a member card')
  if (payment.by === 'benefit' && !claims.has('benefit'))
    throw new BizRefusal('BCARD_TICKET_COUNT_ZERO_ERROR')
}

/**
 * What a member card pays of every line: all of it, tickets with their fees.
 *
 * @throws BizRefusal PAYMENT_AMOUNT_ERROR when the call names another sum
 */
export function memberPaymentsOf(
  payment: OrderPayment,
  lines: readonly TicketLine[],
  wishes: readonly GoodsWish[],
): CardPayment[] {
  if (payment.by !== 'member') return []
  const { card } = payment
  const payments = [
    ...lines.map(
      ({ seatId, ticketFen, feeFen, byCard }): CardPayment => ({
        ...card,
        payFen: ticketFen + feeFen,
        discounted: byCard === 'discount',
        paysFor: { kind: 'ticket', seatId },
      }),
    ),
    ...wishes.map(
      ({ saleFen, count, byCard }, line): CardPayment => ({
        ...card,
        payFen: saleFen * count,
        discounted: byCard === 'discount',
        paysFor: { kind: 'goods', line },
      }),
    ),
  ]
  const owedFen = payments.reduce((sum, { payFen }) => sum + payFen, 0)
  if (payment.payFen !== undefined && payment.payFen !== owedFen)
    throw new BizRefusal('PAYMENT_AMOUNT_ERROR', `${yuan(payment.payFen)} of ${yuan(owedFen)}`)
  return payments
}
