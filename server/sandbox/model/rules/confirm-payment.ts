import type { BenefitCard, Books } from '../books.ts'
import { dayAt } from '../calendar.ts'
import { type Ask, type Broken, fenOf, isAbsent, isObject } from '../verdict.ts'
import type { Show } from '../world.ts'
import { sharesOf } from './item-payments.ts'
import { type CardShare, type CardWork, cardWork, charge } from './paying.ts'
import { benefitFen } from './paying-by-benefit.ts'
import type { GoodsAsked, TicketAsked } from './prices.ts'

/** What an order is paid with, judged; and how to take it off the cards once the order is done. */
export interface Paid {
  /** What a ticket costs with the card that pays for it, by seat. */
  cardFen: Map<string, number>
  goodsPercent: Map<number, number>
  settle(order: { orderId: string; cinemaLinkId: string; at: number }): void
}

interface Basket {
  tickets: readonly TicketAsked[]
  wishes: readonly GoodsAsked[]
  /** Absent for goods alone. */
  show?: Show | undefined
}

export function paid(books: Books, ask: Ask, basket: Basket, broken: Broken): Paid {
  const perItem = ask.api.endsWith('ForMultiPay')
  const { card, shares } = perItem
    ? { card: undefined, shares: itemShares(ask, basket, broken) }
    : orderCard(ask, basket, broken)
  const work = cardWork(books, ask, shares, basket.show, String(ask.data['cinemaLinkId']), broken)
  const benefit = card?.by === 'BenefitCard' ? withBenefit(books, ask, card.info, basket, broken) : undefined
  const cardFen = new Map(work.ticketFen)
  if (benefit)
    for (const { seatId, byBenefit } of basket.tickets) if (byBenefit) cardFen.set(seatId, benefit.fen)
  return {
    cardFen,
    goodsPercent: work.goodsPercent,
    settle: order => settle(books, work, benefit?.card, basket, order),
  }
}

function settle(
  books: Books,
  work: CardWork,
  benefitCard: BenefitCard | undefined,
  { show, tickets }: Basket,
  order: { orderId: string; cinemaLinkId: string; at: number },
): void {
  charge(books, work, order, show)
  benefitCard?.uses.push({
    orderId: order.orderId,
    scheduleId: show?.scheduleId ?? '',
    day: dayAt(order.at),
    tickets: tickets.filter(ticket => ticket.byBenefit).length,
  })
}

const itemShares = ({ data }: Ask, { tickets, wishes }: Basket, broken: Broken): CardShare[] => [
  ...tickets.flatMap(({ line, seatId, ticketFen, feeFen }) =>
    sharesOf(line, ticketFen + feeFen, data['cinemaLinkId'], { seatId }, broken),
  ),
  ...wishes.flatMap(({ line, saleFen, count }, goodsLine) =>
    sharesOf(line, saleFen * count, data['cinemaLinkId'], { goodsLine }, broken),
  ),
]

type OrderCard = { by: 'MemberCard' | 'BenefitCard'; info: Readonly<Record<string, unknown>> } | undefined

/** One card for the whole order, or none (5.3.3); the lines may claim its discount or benefit, and no other's. */
function orderCard(ask: Ask, basket: Basket, broken: Broken): { card: OrderCard; shares: CardShare[] } {
  const { tickets, wishes } = basket
  const list = ask.data['paymentList']
  const payments = Array.isArray(list) ? list.filter(isObject) : []
  const [payment, second] = payments
  if (second) broken.add('PAYMENT_METHOD_ERROR')
  const method = payment?.['paymentMethod']
  const by = method === 'MemberCard' || method === 'BenefitCard' ? method : undefined
  if (payment && !by) broken.add('PAYMENT_METHOD_ERROR')
  const benefits = tickets.some(({ byBenefit }) => byBenefit)
  const discounts = [...tickets, ...wishes].some(({ byDiscount }) => byDiscount)
  if (benefits && by !== 'BenefitCard') broken.add('PAYMENT_METHOD_ERROR')
  if (discounts && by !== 'MemberCard') broken.add('PAYMENT_METHOD_ERROR')
  if (by === 'BenefitCard' && !benefits) broken.add('BCARD_TICKET_COUNT_ZERO_ERROR')
  const info = payment?.['payCardInfo']
  if (payment && !isObject(info)) broken.add('NULL_ARGUMENT')
  if (!by || !isObject(info)) return { card: undefined, shares: [] }
  if (by === 'BenefitCard') return { card: { by, info }, shares: [] }
  const from = {
    cardNumber: info['cardNumber'],
    password: info['cardPassword'],
    issuedBy: info['cinemaLinkId'] ?? ask.data['cinemaLinkId'],
  }
  const shares = [
    ...tickets.map(({ seatId, ticketFen, feeFen, byDiscount, byBenefit }) => ({
      ...from,
      fen: ticketFen + feeFen,
      discounted: byDiscount && !byBenefit,
      seatId,
    })),
    ...wishes.map(({ saleFen, count, byDiscount }, goodsLine) => ({
      ...from,
      fen: saleFen * count,
      discounted: byDiscount,
      goodsLine,
    })),
  ]
  const owed = shares.reduce((sum, share) => sum + share.fen, 0)
  if (!isAbsent(info['payAmount']) && fenOf(info, 'payAmount', broken) !== owed)
    broken.add('PAYMENT_AMOUNT_ERROR')
  return { card: { by, info }, shares }
}

function withBenefit(
  books: Books,
  ask: Ask,
  info: Readonly<Record<string, unknown>>,
  basket: Basket,
  broken: Broken,
) {
  if (!basket.show) {
    broken.add('PAYMENT_METHOD_ERROR')
    return undefined
  }
  const tickets = basket.tickets.filter(({ byBenefit }) => byBenefit).length
  return benefitFen(books, ask, info, tickets, basket.show, broken)
}
