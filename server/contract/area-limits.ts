import type { Hall } from './hall.ts'
import type { Language, Text } from './language.ts'
import { namesInHall } from './seat-names.ts'

/** How a seat is to be paid, as far as its area's price has a say in it. */
export interface AreaPayment {
  /** The seats that a benefit card's price is asked for. */
  readonly byBenefitCard: ReadonlySet<number>
  /** What a seat's ticket would be sold for. */
  readonly ticketFen: (seat: number) => number
}

/** The cloud's word for each is AREA_SEAT_NOT_SUPPORT_BENEFIT and AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR. */
export interface AreaLimit {
  readonly limit: 'no-benefit-card' | 'below-area-price'
  readonly seats: readonly number[]
}

/**
 * What the price areas forbid (specification 5.3.2, 3 and 7.2): a seat in an area is not paid with a benefit card,
 * and not sold below its area's settle price. Seats outside the areas know no such limit.
 */
export function areaLimits(
  hall: Pick<Hall, 'seats' | 'bands'>,
  chosen: readonly number[],
  payment: AreaPayment,
): AreaLimit[] {
  const bandOf = (seat: number) => hall.bands[hall.seats.band[seat] ?? -1]
  const inAreas = chosen.filter(seat => bandOf(seat)?.kind === 'area')
  const byCard = inAreas.filter(seat => payment.byBenefitCard.has(seat))
  const below = inAreas.filter(
    seat => !payment.byBenefitCard.has(seat) && payment.ticketFen(seat) < (bandOf(seat)?.ticketFen ?? 0),
  )
  return [
    ...(byCard.length > 0 ? [{ limit: 'no-benefit-card' as const, seats: byCard }] : []),
    ...(below.length > 0 ? [{ limit: 'below-area-price' as const, seats: below }] : []),
  ]
}

const words = {
  'no-benefit-card': {
    zh: (seats: string) => `${seats}在分区定价区，不能用联名卡付款`,
    en: (seats: string) => `${seats}: in a price area, where a benefit card cannot pay`,
  },
  'below-area-price': {
    zh: (seats: string) => `${seats}不能低于分区价出售`,
    en: (seats: string) => `${seats}: not sold below the price of its area`,
  },
} as const satisfies Record<AreaLimit['limit'], Record<Language, (seats: string) => string>>

/** The sentence at the seat. */
export function areaLimitText(hall: Pick<Hall, 'seats' | 'sections'>, { limit, seats }: AreaLimit): Text {
  const said = (language: Language) => {
    const sentence = words[limit][language](namesInHall(hall, seats, language))
    return sentence.charAt(0).toUpperCase() + sentence.slice(1)
  }
  return { zh: said('zh'), en: said('en') }
}
