import { BizRefusal } from '../protocol/refusal.ts'
import type { SeatPlan } from '../world/seat-plan.ts'
import type { Api } from './api.ts'
import { text } from './arguments.ts'
import { cinemaOf, hallOf, hallsOpenTo } from './lookups.ts'

/** 4.3 Every plan of a hall, past, present and to come; of the halls that are open to the channel. */
export const getSeats: Api = {
  name: 'ykse.partner.seat.getSeats',
  sameAllDay: true,
  handle(call) {
    const cinema = cinemaOf(call)
    const hallId = text(call.args, 'hallId')
    const halls = hallsOpenTo(call.channel, cinema)
    if (halls.length === 0) throw new BizRefusal('HALL_RETURN_NULL', cinema.cinemaLinkId)
    const hall = hallOf({ ...cinema, halls }, hallId)
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
