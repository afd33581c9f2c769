import type { BenefitCard, Books, CardEntry, MemberCard } from './books.ts'
import { dayAt, startOf } from './calendar.ts'
import type { Grade, HallDiscount, Policy, Show } from './world.ts'

export interface Holdings {
  fen: number
  times: number
  /** Points since the card was given out, and those left to trade; hundredths. */
  ever: number
  left: number
}

/** What a card holds at an instant: its history gone through from the beginning, what was given back included. */
export function holdings(card: MemberCard, now: number): Holdings {
  const events = card.entries.flatMap(entry => [
    { at: entry.at, turn: entry.turn, back: false, entry },
    ...(entry.backAt !== undefined && entry.backAt <= now
      ? [{ at: entry.backAt, turn: entry.backTurn ?? 0, back: true, entry }]
      : []),
  ])
  events.sort((a, b) => a.at - b.at || a.turn - b.turn)
  return events.reduce((held, { back, entry }) => (back ? givenBack(held, entry) : after(held, entry)), {
    ...card.opening,
  })
}

const after = (held: Holdings, { fen, times, points }: CardEntry): Holdings => ({
  fen: held.fen + fen,
  times: held.times + times,
  ever: held.ever + Math.max(points, 0),
  left: held.left + points,
})

/** Points that were got with a purchase go with it, as far as they are still there. */
const givenBack = (held: Holdings, { fen, times, points }: CardEntry): Holdings => ({
  fen: held.fen - fen,
  times: held.times - times,
  ever: Math.max(0, held.ever - points),
  left: Math.max(0, held.left - points),
})

export function gradeOf(books: Books, card: MemberCard): Grade {
  const grade = books.houses.get(card.cinemaLinkId)?.grades.get(card.gradeId)
  if (!grade) throw new Error(`card ${card.cardNumber} has no grade`)
  return grade
}

/** 7.7.4: normal, lost, exchanged, cancelled, expired, used up (which only a gift card can be). */
export function stateOf(books: Books, card: MemberCard, now: number): string {
  if (card.mark !== 'N') return card.mark
  if (card.validUntil < dayAt(now)) return 'T'
  return gradeOf(books, card).type === 'G' && holdings(card, now).fen === 0 ? 'U' : 'N'
}

export interface Allowance {
  discount?: HallDiscount
  tickets: number
}

/** How many tickets of a show a card may still buy at its discount, which it has at its own cinema alone (7.1.4). */
export function allowance(books: Books, card: MemberCard, show: Show, now: number): Allowance {
  const grade = gradeOf(books, card)
  const hallType = books.houses.get(show.cinemaLinkId)?.hallTypes.get(show.hallId) ?? ''
  const discount = card.cinemaLinkId === show.cinemaLinkId ? grade.halls.get(hallType) : undefined
  if (!discount) return { tickets: 0 }
  const standing = card.entries.filter(
    entry => entry.kind === 'consume' && (entry.backAt === undefined || entry.backAt > now),
  )
  const bought = (entries: CardEntry[]) => entries.reduce((sum, entry) => sum + entry.discountedSeats, 0)
  const today = startOf(dayAt(now))
  const most = [
    grade.perDay - bought(standing.filter(entry => entry.at >= today)),
    grade.perShow - bought(standing.filter(entry => entry.scheduleId === show.scheduleId)),
    discount.type === 'T' ? Math.floor(holdings(card, now).times / discount.times) : Number.POSITIVE_INFINITY,
  ]
  return { discount, tickets: Math.max(0, Math.min(...most)) }
}

/** What a ticket outside the areas costs without any card. */
export const fullFen = (show: Show): number => show.settleFen ?? show.standardFen

/** At a discount, but never below the lowest price (5.3.3). */
export const discountedFen = (show: Show, discount: HallDiscount): number =>
  Math.max(show.lowestFen, reduced(fullFen(show), discount))

/** 7.1.4; with a card by times it is the times that pay. */
function reduced(full: number, discount: HallDiscount): number {
  switch (discount.type) {
    case 'R':
      return Math.round((full * discount.percent) / 100)
    case 'A':
      return full - discount.offFen
    case 'B':
      return Math.min(full, discount.fen)
    case 'T':
      return full
  }
}

export function policyOf(books: Books, card: BenefitCard): Policy {
  const policy = books.policies.get(card.policyCode)
  if (!policy) throw new Error(`benefit card ${card.cardNumber} has no policy`)
  return policy
}

const standingUses = (card: BenefitCard, now: number) =>
  card.uses.filter(use => use.backAt === undefined || use.backAt > now)

export function benefitsUsed(card: BenefitCard, now: number, at: { day?: string; scheduleId?: string } = {}) {
  return standingUses(card, now)
    .filter(use => at.day === undefined || use.day === at.day)
    .filter(use => at.scheduleId === undefined || use.scheduleId === at.scheduleId)
    .reduce((sum, use) => sum + use.tickets, 0)
}

/** In all; undefined without a limit. */
export const benefitsLeft = (card: BenefitCard, now: number): number | undefined =>
  card.ticketsGiven === undefined ? undefined : card.ticketsGiven - benefitsUsed(card, now)

/** 8.3.4 */
export function benefitStateOf({ stopped, endDate }: BenefitCard, now: number): 'N' | 'T' | 'S' {
  if (stopped) return 'S'
  return endDate < dayAt(now) ? 'T' : 'N'
}

/** Has every card get back what it paid for an order, from `at` on. */
export function giveBack(books: Books, orderId: string, at: number, now: number): void {
  for (const entry of [...books.memberCards.values()].flatMap(card => card.entries))
    if (entry.orderId === orderId && entry.backAt === undefined) {
      entry.backAt = at
      if (at <= now) entry.backTurn = ++books.turns
    }
  for (const card of books.benefitCards.values())
    for (const use of card.uses) if (use.orderId === orderId) use.backAt ??= at
}
