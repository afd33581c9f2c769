import type { z } from 'zod'
import type { getBenefitCardDetail } from './apis/benefit-card.get-card-detail.ts'
import type { getCardConsumeRecords } from './apis/card.get-card-consume-records.ts'
import type { getCardDetail } from './apis/card.get-card-detail.ts'
import type { getCardDiscountTickets } from './apis/card.get-card-discount-tickets.ts'
import type { queryBalance } from './apis/card.query-balance.ts'
import type { queryPrice } from './apis/card.query-price.ts'
import type {
  BenefitCard,
  CardAllowance,
  CardBalance,
  CardCharge,
  CardPrice,
  MemberCard,
} from './gateway-types.ts'

/** 7.7 Who owns the card is nobody's business here. A state that no table names is not normal. */
export function toMemberCard(card: z.output<typeof getCardDetail.result>): MemberCard {
  const { gradeType, cardStatus, avaiFlag } = card
  return {
    paysBy: gradeType === 'T' ? 'times' : 'balance',
    usable: (cardStatus === undefined || cardStatus === 'N') && (avaiFlag === undefined || avaiFlag === true),
  }
}

/** 7.8 */
export function toBalance(balance: z.output<typeof queryBalance.result>): CardBalance {
  return {
    // A card overdrawn has nothing on it.
    ...(balance.balanceFen !== undefined && { balanceFen: Math.max(0, balance.balanceFen) }),
    ...(balance.availableTimes !== undefined && { times: Math.max(0, balance.availableTimes) }),
  }
}

/** 7.9 */
export function toAllowance(allowance: z.output<typeof getCardDiscountTickets.result>): CardAllowance {
  const { maxDiscountTickets, calculatePerTicketTimes } = allowance
  return {
    ...(maxDiscountTickets !== undefined && { tickets: Math.max(0, maxDiscountTickets) }),
    ...(calculatePerTicketTimes !== undefined && { timesPerTicket: calculatePerTicketTimes }),
  }
}

/**
 * 7.10 The first kind of ticket that is at the card's own price: a cinema lists the ordinary one first, and the others
 * (for students, say) are not ours to hand out.
 */
export function toCardPrice(price: z.output<typeof queryPrice.result>): CardPrice {
  const kind = price.tickets.find(ticket => ticket.isCardDiscount === true && ticket.priceFen !== undefined)
  const limits = [price.maxDiscountTickets, kind?.maxTickets].filter(limit => limit !== undefined)
  return {
    ...toAllowance(price),
    ...(limits.length > 0 && { tickets: Math.max(0, Math.min(...limits)) }),
    ...(kind?.priceFen !== undefined && { ticketFen: kind.priceFen }),
  }
}

/** 7.12 A record that does not say how much was taken tells nothing of money, so none of the answer is believed. */
export function toCharges(records: z.output<typeof getCardConsumeRecords.result>): CardCharge[] | undefined {
  const charges = records.flatMap(({ consumeAmountFen, ...record }) =>
    consumeAmountFen === undefined ? [] : [toCharge(consumeAmountFen, record)],
  )
  return charges.length === records.length ? charges : undefined
}

type Consumed = Omit<z.output<typeof getCardConsumeRecords.result>[number], 'consumeAmountFen'>

function toCharge(takenFen: number, record: Consumed): CardCharge {
  const { bookingId, refundAmountFen = 0, consumeDateTime, calculatePerTicketTimes = 0, seats = 0 } = record
  return {
    takenFen,
    givenBackFen: refundAmountFen,
    byTimes: takenFen === 0 && calculatePerTicketTimes > 0 && seats > 0,
    ...(bookingId !== undefined && { bookingNo: bookingId }),
    ...(consumeDateTime !== undefined && { at: Date.parse(consumeDateTime) }),
  }
}

/** 8.5 Without its policy a card has no price anywhere, so it is none. */
export function toBenefitCard(card: z.output<typeof getBenefitCardDetail.result>): BenefitCard | undefined {
  const { benefitPolicyCode, cardStatus, eachShowDiscountTickets } = card
  const { availableDiscountTickets, availableDailyDiscountTickets } = card
  if (benefitPolicyCode === undefined) return undefined
  return {
    policyCode: benefitPolicyCode,
    usable: cardStatus === undefined || cardStatus === 'N',
    ...(availableDiscountTickets !== undefined && { ticketsLeft: availableDiscountTickets }),
    ...(availableDailyDiscountTickets !== undefined && { ticketsLeftToday: availableDailyDiscountTickets }),
    ...(eachShowDiscountTickets !== undefined && { perShow: eachShowDiscountTickets }),
  }
}
