import { benefitStateOn, policyOfCard } from '../cloud/benefit-cards.ts'
import type { Order } from '../cloud/orders.ts'
import type { Show } from '../cloud/shows.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { BenefitPolicy } from '../world/benefit-policies.ts'
import type { Call } from './api.ts'
import { beijingDay } from './card-arguments.ts'
import { fullPriceFen } from './card-prices.ts'
import type { TicketLine } from './ticket-lines.ts'

/** What a ticket outside the areas costs with the policy's cards; never less than the lowest price (5.3.3). */
export const benefitFen = (show: Show, { offFen }: BenefitPolicy): number =>
  Math.max(show.lowestFen, fullPriceFen(show) - offFen)

/**
 * What each ticket with the benefit costs, when the card may be used at this show for all of them (5.3.2, note 7).
 *
 * @throws BizRefusal BCARD_NOT_EXIST, BCARD_DISABLED, BCARD_EXPIRED, BCARD_POLICY_NOT_APPROVED,
 * BCARD_SCHEDULE_NOT_MATCH, BCARD_TICKET_OVER_LIMIT
 */
export function benefitTerms(
  { cloud, now }: Call,
  cardNumber: string,
  lines: readonly TicketLine[],
  show: Show,
): ReadonlyMap<string, number> {
  const card = cloud.benefitCards.find(cardNumber)
  if (!card) throw new BizRefusal('BCARD_NOT_EXIST', cardNumber)
  const today = beijingDay(now)
  const state = benefitStateOn(card, today)
  if (state === 'S') throw new BizRefusal('BCARD_DISABLED', cardNumber)
  if (state === 'T') throw new BizRefusal('BCARD_EXPIRED', card.endDate)
  const policy = policyOfCard(card)
  if (policy.state === 'pending') throw new BizRefusal('BCARD_POLICY_NOT_APPROVED', policy.policyCode)
  if (!policy.cinemaLinkIds.includes(show.cinemaLinkId))
    throw new BizRefusal('BCARD_SCHEDULE_NOT_MATCH', `not at cinema ${show.cinemaLinkId}`)

  const seatIds = lines.filter(({ byCard }) => byCard === 'benefit').map(({ seatId }) => seatId)
  const { ticketsPerDay = Number.POSITIVE_INFINITY, ticketsPerShow = Number.POSITIVE_INFINITY } = policy
  const most = Math.min(
    ticketsPerDay - cloud.benefitCards.usedOnDay(cardNumber, today),
    ticketsPerShow - cloud.benefitCards.usedAtShow(cardNumber, show.scheduleId),
    card.ticketsLeft ?? Number.POSITIVE_INFINITY,
  )
  if (seatIds.length > most) throw new BizRefusal('BCARD_TICKET_OVER_LIMIT', `${Math.max(0, most)} are left`)
  return new Map(seatIds.map(seatId => [seatId, benefitFen(show, policy)]))
}

/** Takes the tickets of an order off its benefit card; benefitTerms has found that there are so many. */
export function takeBenefit(
  { cloud, channel, now }: Call,
  cardNumber: string,
  order: Order,
  lines: readonly TicketLine[],
): void {
  const card = cloud.benefitCards.find(cardNumber)
  if (!card) throw new BizRefusal('BCARD_NOT_EXIST', cardNumber)
  const used = lines.filter(({ byCard }) => byCard === 'benefit')
  const { orderId, scheduleId, lockOrderId } = order
  cloud.benefitCards.addUse({
    orderId,
    cardNumber,
    scheduleId,
    day: beijingDay(now),
    tickets: used.length,
  })
  if (card.ticketsLeft !== null)
    cloud.benefitCards.save({ ...card, ticketsLeft: card.ticketsLeft - used.length })
  const { channelCode } = channel
  cloud.cardOrders.add({
    cardOrderId: cloud.cardNumbers.benefitOrder(channelCode, now),
    family: 'benefit',
    channelCode,
    // The call names no number of its own; the lock's is as unique.
    outTradeNo: lockOrderId,
    type: 'consume',
    cardNumber,
    cinemaLinkId: null,
    amountFen: used.reduce((sum, { ticketFen }) => sum + ticketFen, 0),
    points: null,
    description: null,
    parameters: order.parameters,
    wish: null,
    answer: '{}',
    createdAt: now,
    answeredAt: order.ticketsAt,
    fails: order.ticketsFail,
  })
}
