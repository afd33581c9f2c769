import { z } from 'zod'
import { yuan } from '#contract/money.ts'
import { confirmGoodsOrder } from './apis/order.confirm-goods-order.ts'
import { confirmGoodsOrderForMultiPay } from './apis/order.confirm-goods-order-for-multi-pay.ts'
import { confirmMixOrder } from './apis/order.confirm-mix-order.ts'
import { confirmMixOrderForMultiPay } from './apis/order.confirm-mix-order-for-multi-pay.ts'
import { confirmOrder } from './apis/order.confirm-order.ts'
import { confirmOrderForMultiPay } from './apis/order.confirm-order-for-multi-pay.ts'
import { type Declaration, shortName } from './declare.ts'
import type {
  CloudGoodsLine,
  ConfirmGoods,
  ConfirmRequest,
  ConfirmTicket,
  LinePayment,
  PayingCard,
} from './gateway-types.ts'

/** By kind of order: paid in one way or by one card, and paid line by line. */
const confirms = {
  ticket: { inAll: confirmOrder, perLine: confirmOrderForMultiPay },
  mixed: { inAll: confirmMixOrder, perLine: confirmMixOrderForMultiPay },
  goods: { inAll: confirmGoodsOrder, perLine: confirmGoodsOrderForMultiPay },
} as const satisfies Record<ConfirmRequest['kind'], Record<'inAll' | 'perLine', Declaration>>

/**
 * The API's name, a space, and the exact `data` of a confirm (5.3.3 - 5.6.3, 6.2.3, 6.3.3).
 *
 * @throws ZodError when a line's payments do not add up, or a line is left without payments beside paid ones
 * @throws RangeError when the request contradicts itself: goods in an order of tickets, two ways to say who pays
 */
export function freezeConfirm(request: ConfirmRequest): string {
  refuseContradictions(request)
  const { inAll, perLine } = confirms[request.kind]
  const api = isPaidPerLine(request) ? perLine : inAll
  const data: unknown = api.params.parse(paramsOf(request, isPaidPerLine(request)))
  return `${shortName(api)} ${JSON.stringify(data)}`
}

const linesOf = (request: ConfirmRequest): readonly { payments?: LinePayment[] }[] => [
  ...(request.kind === 'goods' ? [] : request.tickets),
  ...request.goods,
]
const isPaidPerLine = (request: ConfirmRequest) =>
  linesOf(request).some(({ payments }) => payments !== undefined)

function refuseContradictions(request: ConfirmRequest): void {
  const { kind, card, goods } = request
  const perLine = isPaidPerLine(request)
  const tickets = kind === 'goods' ? [] : request.tickets
  const refuse = (when: boolean, why: string) => {
    if (when) throw new RangeError(`${kind}: ${why}`)
  }
  refuse((kind === 'ticket') !== (goods.length === 0), 'goods make it another kind of order')
  refuse(perLine && card !== undefined, 'a card pays for all, or every line says how it was paid')
  const benefits = tickets.some(({ deal }) => deal === 'benefit')
  refuse(benefits !== (card?.kind === 'benefit'), 'a benefit is claimed with its card, and by a ticket')
  refuse(!perLine && card?.kind !== 'member' && tickets.some(({ deal }) => deal === 'member'), 'no card')
}

function paramsOf(request: ConfirmRequest, perLine: boolean) {
  const { kind, mobile, goods, card } = request
  const goodsList = goods.length > 0 && { goodsList: goods.map(line => goodsParams(line, perLine)) }
  const paymentList = card && { paymentList: [paymentOf(card, totalFen(request))] }
  if (kind === 'goods') {
    const { cinemaId, goodsOrderNo } = request
    return { cinemaLinkId: cinemaId, thirdOrderId: goodsOrderNo, mobile, ...goodsList, ...paymentList }
  }
  const { show, lockId, tickets } = request
  return {
    cinemaLinkId: show.cinemaId,
    scheduleId: show.scheduleId,
    scheduleKey: show.scheduleKey,
    lockOrderId: lockId,
    ticketList: tickets.map(line => ticketParams(line, perLine)),
    ...goodsList,
    mobile,
    ...paymentList,
  }
}

const ticketParams = ({ seatId, ticketFen, feeFen, deal, payments }: ConfirmTicket, perLine: boolean) => ({
  seatId,
  ticketPrice: yuan(ticketFen),
  ticketFee: yuan(feeFen),
  // Line by line, the card's payment says of itself that it is at the card's price.
  ...(!perLine && deal === 'member' && { isCardDiscount: true }),
  ...(!perLine && deal === 'benefit' && { isBenefit: true }),
  ...(perLine && { paymentList: payments?.map(linePayment) }),
})

const goodsParams = ({ goodsId, count, isPackage, unitFen, payments }: ConfirmGoods, perLine: boolean) => ({
  goodsId,
  count,
  isPackage,
  salePrice: yuan(unitFen),
  ...(perLine && { paymentList: payments?.map(linePayment) }),
})

function linePayment(payment: LinePayment) {
  const payAmount = yuan(payment.amountFen)
  switch (payment.by) {
    case 'alipay':
    case 'wechat':
      return {
        paymentMethod: payment.by === 'alipay' ? 'Ali' : 'WeChat',
        payAmount,
        thirdPartPayment: { thirdTradeNo: payment.transactionId, outTradeNo: payment.outTradeNo },
      }
    case 'other':
      return { paymentMethod: 'Cash', payAmount }
    case 'card':
      if (payment.card.kind === 'benefit') throw new RangeError('a benefit card pays for no part of a line')
      return {
        paymentMethod: 'MemberCard',
        payAmount,
        payCardInfo: { ...memberCard(payment.card), totalDisTickets: payment.discounted ? '1' : '0' },
      }
  }
}

/** The cinema that issued the card is always named: it need not be the one that sells (5.4.3). */
const memberCard = ({ number, password, cinemaId }: PayingCard) => ({
  cardNumber: number,
  cardPassword: password,
  cinemaLinkId: cinemaId,
})

/** The examples of 5.3.3 and 6.2.3 have the amount inside; a benefit card has none, since the guest pays us. */
const paymentOf = (card: PayingCard, payFen: number) =>
  card.kind === 'benefit'
    ? { paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber: card.number } }
    : { paymentMethod: 'MemberCard', payCardInfo: { ...memberCard(card), payAmount: yuan(payFen) } }

function totalFen(request: ConfirmRequest): number {
  const tickets = request.kind === 'goods' ? [] : request.tickets
  return (
    tickets.reduce((sum, { ticketFen, feeFen }) => sum + ticketFen + feeFen, 0) +
    request.goods.reduce((sum, { unitFen, count }) => sum + unitFen * count, 0)
  )
}

/** What was asked for, as far as an answer has to name it again. */
export interface Asked {
  seatIds: string[]
  goods: CloudGoodsLine[]
}

/** What we must know of a frozen confirm. It is sent as it is, even if today's rules would not freeze it so. */
const FrozenData = z.object({
  ticketList: z.array(z.object({ seatId: z.string() })).default([]),
  goodsList: z
    .array(z.object({ goodsId: z.coerce.string(), count: z.coerce.number().pipe(z.int().min(1)) }))
    .default([]),
})

/**
 * Takes a frozen confirm apart.
 *
 * @throws SyntaxError, ZodError when it is none
 */
export function readFrozen(frozen: string): { api: string; data: string; asked: Asked } {
  const space = frozen.indexOf(' ')
  const data = frozen.slice(space + 1)
  const { ticketList, goodsList } = FrozenData.parse(JSON.parse(data))
  return {
    api: frozen.slice(0, Math.max(0, space)),
    data,
    asked: { seatIds: ticketList.map(({ seatId }) => seatId), goods: goodsList },
  }
}
