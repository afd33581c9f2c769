import { addDays, type LocalDate } from '#contract/time.ts'
import { type CinemaDesign, cinemaDesigns } from './cinemas.ts'
import type { HallDesign, PlanDesign } from './hall.ts'
import { drawPlan, type Seat, type SeatPlan } from './seat-plan.ts'

export interface Hall extends Omit<HallDesign, 'plans'> {
  /** Oldest first. */
  plans: SeatPlan[]
}

export interface Cinema extends Omit<CinemaDesign, 'halls'> {
  halls: Hall[]
}

/** What stands still: the buildings. It is made anew from the drawings at every start and never changes while running. */
export interface World {
  cinemas: Cinema[]
}

/** `firstDay` is the day the sandbox's data began; plans that take effect "in three days" count from it. */
export function buildWorld(firstDay: LocalDate): World {
  const cinemas = cinemaDesigns.map(design => ({
    ...design,
    halls: design.halls.map(hall => ({
      ...hall,
      plans: hall.plans
        .map(plan => drawPlan(effectiveDate(plan, firstDay), plan.sections))
        .sort((a, b) => a.effectiveDate.localeCompare(b.effectiveDate)),
    })),
  }))
  return { cinemas }
}

function effectiveDate(plan: PlanDesign, firstDay: LocalDate): LocalDate {
  return typeof plan.from === 'string' ? plan.from : addDays(firstDay, plan.from.daysAfterFirst)
}

/** The plan that is in force on a business day: the latest effective one. */
export function planOn(hall: Hall, day: LocalDate): SeatPlan {
  const plan = hall.plans.findLast(candidate => candidate.effectiveDate <= day) ?? hall.plans[0]
  if (!plan) throw new Error(`hall ${hall.hallId} has no plan`)
  return plan
}

const seatIndexes = new WeakMap<SeatPlan, Map<string, Seat>>()

/** The plan's seats by their id, indexed once. */
export function seatsById(plan: SeatPlan): ReadonlyMap<string, Seat> {
  const known = seatIndexes.get(plan)
  if (known) return known
  const index = new Map(plan.sections.flatMap(section => section.seats.map(seat => [seat.seatId, seat])))
  seatIndexes.set(plan, index)
  return index
}
