import { yuan } from '#contract/money.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { type Arguments, fen, isAbsent, isObject, optionalText, text } from './arguments.ts'
import type { CardPayment } from './card-payment.ts'

/** How a call says what it was paid with: once for the order, or for every ticket and line of goods (ForMultiPay). */
export type Paying = 'in-all' | 'per-item'

const methods = ['Ali', 'WeChat', 'MemberCard', 'Cash', 'Corp', 'CinemaPay'] as const
type Method = (typeof methods)[number]
const isMethod = (method: string): method is Method => methods.some(known => known === method)

/** One entry of the paymentList of a ticket or a line of goods (5.4.3, 6.3.3). */
export interface ItemPayment {
  payFen: number
  /** With a member card. */
  card?: Omit<CardPayment, 'payFen' | 'paysFor'>
}

/**
 * The payments of one ticket or one line of goods; `sellerId` is the cinema that issued a card when none is named.
 *
 * @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR, ILLEGAL_ARGUMENT, PAYMENT_METHOD_ERROR, PAYMENT_AMOUNT_ERROR
 */
export function itemPaymentsOf(item: Arguments, sellerId: string): ItemPayment[] {
  const list = item['paymentList']
  if (isAbsent(list)) throw new BizRefusal('NULL_ARGUMENT', 'paymentList')
  if (!Array.isArray(list)) throw new BizRefusal('FORMAT_ERROR', 'paymentList has to be a list')
  if (list.length === 0) throw new BizRefusal('NULL_ARGUMENT', 'paymentList')
  return list.map((payment: unknown) => {
    if (!isObject(payment)) throw new BizRefusal('FORMAT_ERROR', 'a payment has to be an object')
    return itemPaymentOf(payment, sellerId)
  })
}

function itemPaymentOf(payment: Arguments, sellerId: string): ItemPayment {
  const method = text(payment, 'paymentMethod')
  if (!isMethod(method)) throw new BizRefusal('PAYMENT_METHOD_ERROR', method)
  const payFen = fen(payment, 'payAmount')
  if (payFen === 0) throw new BizRefusal('PAYMENT_AMOUNT_ERROR', `${method} pays nothing`)
  if (method === 'Ali' || method === 'WeChat') {
    const thirdPart = detail(payment, 'thirdPartPayment')
    text(thirdPart, 'thirdTradeNo')
    text(thirdPart, 'outTradeNo')
  } else refuse(payment, 'thirdPartPayment', method)
  if (method === 'MemberCard') return { payFen, card: cardOf(detail(payment, 'payCardInfo'), sellerId) }
  refuse(payment, 'payCardInfo', method)
  return { payFen }
}

function cardOf(info: Arguments, sellerId: string) {
  const discount = text(info, 'totalDisTickets')
  if (discount !== '0' && discount !== '1') throw new BizRefusal('FORMAT_ERROR', 'totalDisTickets')
  return {
    cardNumber: text(info, 'cardNumber'),
    cardPassword: text(info, 'cardPassword', 512),
    issuedBy: optionalText(info, 'cinemaLinkId') ?? sellerId,
    discounted: discount === '1',
  }
}

function detail(payment: Arguments, name: string): Arguments {
  const value = payment[name]
  if (isAbsent(value)) throw new BizRefusal('NULL_ARGUMENT', name)
  if (!isObject(value)) throw new BizRefusal('FORMAT_ERROR', `${name} has to be an object`)
  return value
}

function refuse(payment: Arguments, name: string, method: string): void {
  if (!isAbsent(payment[name])) throw new BizRefusal('ILLEGAL_ARGUMENT', `${method} has no ${name}`)
}

/** A line and its payments, whose sum has to be what it costs, to the fen. @throws BizRefusal PAYMENT_AMOUNT_ERROR */
export function checkPaid(payments: readonly ItemPayment[], owedFen: number, what: string): void {
  const paidFen = payments.reduce((sum, payment) => sum + payment.payFen, 0)
  if (paidFen !== owedFen)
    throw new BizRefusal('PAYMENT_AMOUNT_ERROR', `${what}: ${yuan(paidFen)} of ${yuan(owedFen)}`)
}

/** The payments among them that member cards make. */
export function cardPaymentsOf(
  payments: readonly ItemPayment[],
  paysFor: CardPayment['paysFor'],
): CardPayment[] {
  return payments.flatMap(({ payFen, card }) => (card ? [{ ...card, payFen, paysFor }] : []))
}
