import type { Show } from '../cloud/shows.ts'
import type { CardGrade, HallDiscount } from '../world/card-grades.ts'
import type { Hall } from '../world/world.ts'

/** What the grade is worth in the hall; undefined when it is worth nothing there. */
export const discountIn = (grade: CardGrade, hall: Hall): HallDiscount | undefined =>
  grade.halls.find(({ hallType }) => hallType === hall.type)

/** What a seat outside the areas costs without any card: the settle price, else the standard price. */
export const fullPriceFen = (show: Show): number => show.settleFen ?? show.standardFen

/**
 * What a ticket costs at a discount (7.1.4), but never less than the show's lowest price, which then is its price
 * (5.3.3). With a card by times it costs what it always does: it is the times that pay for it.
 */
export function discountedFen(show: Show, discount: HallDiscount): number {
  return Math.max(show.lowestFen, reduced(fullPriceFen(show), discount))
}

function reduced(fullFen: number, discount: HallDiscount): number {
  switch (discount.type) {
    case 'R':
      return Math.round((fullFen * discount.percent) / 100)
    case 'A':
      return fullFen - discount.offFen
    case 'B':
      return Math.min(discount.fen, fullFen)
    case 'T':
      return fullFen
  }
}
