import type { SeatPlan } from '../world/seat-plan.ts'
import type { Api } from './api.ts'
import { text } from './arguments.ts'
import { cinemaOf, hallOf } from './lookups.ts'

/** 4.3 Every plan of a hall, past, present and to come. */
export const getSeats: Api = {
  name: 'ykse.partner.seat.getSeats',
  handle(call) {
    const cinema = cinemaOf(call)
    const hall = hallOf(cinema, text(call.args, 'hallId'))
    return {
      data: {
        cinemaLinkId: cinema.cinemaLinkId,
        hallId: hall.hallId,
        seatPlanList: hall.plans.map(asPlan),
      },
    }
  },
}

function asPlan(plan: SeatPlan) {
  return {
    effectiveDate: plan.effectiveDate,
    sections: plan.sections.map(section => ({
      sectionId: section.sectionId,
      name: section.name,
      seats: section.seats.map(({ seatId, rowId, columnId, x, y, type, damaged }) => ({
        seatId,
        rowId,
        columnId,
        x,
        y,
        type,
        damage: damaged ? 'Y' : 'N',
      })),
    })),
  }
}
