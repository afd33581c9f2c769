import { type Broken, type Data, isAbsent, isObject } from '../verdict.ts'
import type { CardShare } from './paying.ts'

const methods = ['Ali', 'WeChat', 'MemberCard', 'Cash', 'Corp', 'CinemaPay']

/** The payments of one ticket or one line of goods in a ForMultiPay call: what cards pay of it, all paying its price. */
export function sharesOf(
  item: Data,
  owedFen: number,
  cinemaLinkId: unknown,
  target: Pick<CardShare, 'seatId' | 'goodsLine'>,
  broken: Broken,
): CardShare[] {
  const list = item['paymentList']
  if (!Array.isArray(list) || list.length === 0) {
    broken.add('NULL_ARGUMENT')
    return []
  }
  const payments = list.filter(isObject)
  const fens = payments.map(payment => Math.round(Number(payment['payAmount']) * 100))
  if (fens.includes(0) || fens.reduce((sum, fen) => sum + fen, 0) !== owedFen)
    broken.add('PAYMENT_AMOUNT_ERROR')
  return payments.flatMap((payment, index): CardShare[] => {
    const method = String(payment['paymentMethod'])
    if (!methods.includes(method)) broken.add('PAYMENT_METHOD_ERROR')
    if (['Ali', 'WeChat'].includes(method) && !isObject(payment['thirdPartPayment']))
      broken.add('NULL_ARGUMENT')
    if (method !== 'MemberCard') return []
    const info = payment['payCardInfo']
    if (!isObject(info)) {
      broken.add('NULL_ARGUMENT')
      return []
    }
    if (isAbsent(info['cardPassword'])) broken.add('NULL_ARGUMENT')
    return [
      {
        cardNumber: info['cardNumber'],
        password: info['cardPassword'],
        issuedBy: info['cinemaLinkId'] ?? cinemaLinkId,
        fen: fens[index] ?? 0,
        discounted: info['totalDisTickets'] === '1',
        ...target,
      },
    ]
  })
}
