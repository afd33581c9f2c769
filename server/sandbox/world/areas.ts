import type { Seat, SeatPlan } from './seat-plan.ts'

/** A price area of a hall (specification 4.4): a rectangle of the plan, or a whole section. */
export interface AreaRule {
  code: string
  name: string
  sectionId: string
  /** Its settle price as a share of the show's standard price. */
  ofStandard: number
  /** First and last x and y, both included; the whole section when absent. */
  within?: { x: readonly [number, number]; y: readonly [number, number] }
}

/** The first area that holds the seat; undefined for a seat at the show's ordinary price. */
export function areaOf(areas: readonly AreaRule[], seat: Seat): AreaRule | undefined {
  return areas.find(({ sectionId, within }) => {
    if (sectionId !== seat.sectionId) return false
    if (!within) return true
    const [left, right] = within.x
    const [front, back] = within.y
    return seat.x >= left && seat.x <= right && seat.y >= front && seat.y <= back
  })
}

/** The seats of every area, section by section, in the order of the hall's rules. */
export function areaSeats(areas: readonly AreaRule[], plan: SeatPlan) {
  return plan.sections.map(section => ({
    sectionId: section.sectionId,
    areas: areas
      .filter(area => area.sectionId === section.sectionId)
      .map(area => ({ area, seats: section.seats.filter(seat => areaOf(areas, seat) === area) })),
  }))
}
