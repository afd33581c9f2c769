import { yuan } from '#contract/money.ts'
import { atNoShow } from '../cloud/card-entries.ts'
import { gradeOfCard, type MemberCard } from '../cloud/member-cards.ts'
import type { Show } from '../cloud/shows.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Call } from './api.ts'
import type { CardPayment } from './card-payment.ts'
import { discountIn } from './card-prices.ts'
import { payingCard } from './card-terms.ts'
import type { ShowInHall } from './lookups.ts'

export interface CardPurchase {
  /** The number of the order, of tickets or of goods. */
  orderId: string
  bookingId: string
  cinemaLinkId: string
  /** Absent for goods alone. */
  place?: ShowInHall
  payments: readonly CardPayment[]
}

/**
 * Takes what an order costs off its member cards, each once.
 *
 * @throws BizRefusal PAYMENT_AMOUNT_ERROR when a card has not so much, PAYMENT_METHOD_ERROR when a card by times is to
 * pay for anything but tickets at its discount, and the codes of payingCard
 */
export function takeFromCards(call: Call, purchase: CardPurchase): void {
  const cards = new Map<string, { card: MemberCard; payments: CardPayment[] }>()
  for (const payment of purchase.payments) {
    const known = cards.get(payment.cardNumber)
    if (known) known.payments.push(payment)
    else cards.set(payment.cardNumber, { card: payingCard(call, payment), payments: [payment] })
  }
  for (const { card, payments } of cards.values()) takeFrom(call, card, payments, purchase)
}

function takeFrom(call: Call, card: MemberCard, payments: readonly CardPayment[], purchase: CardPurchase) {
  const { cloud, now } = call
  const seats = seatsAmong(payments)
  const discountedSeats = seatsAmong(payments.filter(({ discounted }) => discounted))
  const timesPerTicket = timesOf(card, purchase.place)
  if (timesPerTicket !== null && payments.some(payment => !isDiscountedTicket(payment)))
    throw new BizRefusal('PAYMENT_METHOD_ERROR', 'a card by times pays for tickets at its discount')
  const amountFen = timesPerTicket === null ? payments.reduce((sum, { payFen }) => sum + payFen, 0) : 0
  const times = discountedSeats * (timesPerTicket ?? 0)
  if (amountFen > card.balanceFen || times > card.times)
    throw new BizRefusal('PAYMENT_AMOUNT_ERROR', `there is ${yuan(card.balanceFen)} on the card`)

  const paid = {
    ...card,
    balanceFen: card.balanceFen - amountFen,
    times: card.times - times,
    // A point for every yuan.
    pointsEver: card.pointsEver + amountFen,
    pointsLeft: card.pointsLeft + amountFen,
  }
  cloud.memberCards.save(paid)
  cloud.cardEntries.add({
    ...atNoShow,
    cardNumber: card.cardNumber,
    kind: 'consume',
    orderId: purchase.orderId,
    bookingId: purchase.bookingId,
    cinemaLinkId: purchase.cinemaLinkId,
    at: now,
    amountFen,
    beforeFen: card.balanceFen,
    afterFen: paid.balanceFen,
    times: -times,
    points: amountFen,
    ...(purchase.place ? filmOf(purchase.place.show) : {}),
    seats,
    discountedSeats,
    timesPerTicket,
  })
}

const isDiscountedTicket = ({ discounted, paysFor }: CardPayment) => discounted && paysFor.kind === 'ticket'

const seatsAmong = (payments: readonly CardPayment[]): number =>
  new Set(payments.flatMap(({ paysFor }) => (paysFor.kind === 'ticket' ? [paysFor.seatId] : []))).size

const filmOf = ({ scheduleId, filmCode, shortName }: Show) => ({ scheduleId, filmCode, shortName })

/** How often a ticket counts on a card by times, 1 where it has no rate; null for every other card. */
function timesOf(card: MemberCard, place: ShowInHall | undefined): number | null {
  const grade = gradeOfCard(card)
  if (grade.type !== 'T') return null
  const discount = place && discountIn(grade, place.hall)
  return discount?.type === 'T' ? discount.times : 1
}
