import type { Cloud } from '../cloud/cloud.ts'
import { gradeOfCard, type MemberCard } from '../cloud/member-cards.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { HallDiscount } from '../world/card-grades.ts'
import type { Call } from './api.ts'
import { text } from './arguments.ts'
import { beijingDay, midnight } from './card-arguments.ts'
import { cardOf, checkUsable } from './card-lookups.ts'
import { discountIn } from './card-prices.ts'
import { cinemaOf, type ShowInHall, showOf } from './lookups.ts'

/** What a card may still do at a show. */
export interface Allowance {
  /** Absent: the card is worth nothing in this hall, or at this cinema. */
  discount?: HallDiscount
  /** Tickets at the discount. */
  tickets: number
}

/**
 * The limits of the grade, per day and per show, less what was bought before, and the times that are left. Grades are
 * the cinema's own: a card of another one pays here, but has no discount.
 */
export function allowanceOf(
  cloud: Cloud,
  card: MemberCard,
  { show, hall }: ShowInHall,
  now: number,
): Allowance {
  const grade = gradeOfCard(card)
  const discount = card.cinemaLinkId === show.cinemaLinkId ? discountIn(grade, hall) : undefined
  if (!discount) return { tickets: 0 }
  const { cardEntries } = cloud
  const today = midnight(beijingDay(now))
  const limits = [
    grade.ticketsPerDay - cardEntries.discountedSince(card.cardNumber, today),
    grade.ticketsPerShow - cardEntries.discountedAtShow(card.cardNumber, show.scheduleId),
    ...(discount.type === 'T' ? [Math.floor(card.times / discount.times)] : []),
  ]
  return { discount, tickets: Math.max(0, Math.min(...limits)) }
}

/**
 * The card, the show and the section that 7.9 and 7.10 ask about.
 *
 * @throws BizRefusal CARD_NOT_USE_ERROR, DATA_NOT_EXIST for a section that the hall has not, and the codes of
 * cinemaOf, cardOf and showOf
 */
export function cardAtShow(call: Call): { place: ShowInHall; allowance: Allowance } {
  const cinema = cinemaOf(call)
  const card = cardOf(call)
  const sectionId = text(call.args, 'sectionId')
  const place = showOf(call, cinema)
  if (!place.plan.sections.some(section => section.sectionId === sectionId))
    throw new BizRefusal('DATA_NOT_EXIST', `section ${sectionId}`)
  checkUsable(card, call.now)
  return { place, allowance: allowanceOf(call.cloud, card, place, call.now) }
}

/** What 7.9.4 and 7.10.4 share. */
export const allowanceFields = ({ tickets, discount }: Allowance) => ({
  maxDiscountTickets: tickets,
  ...(discount?.type === 'T' ? { calculatePerTicketTimes: discount.times } : {}),
})
