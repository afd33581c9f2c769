import { areaSeats } from '../world/areas.ts'
import type { Api } from './api.ts'
import { cinemaOf, showOf } from './lookups.ts'

/** 4.4 Which seats belong to which price area; a show without area prices has sections with none. */
export const getScheduleAreaSeats: Api = {
  name: 'ykse.partner.seat.getScheduleAreaSeats',
  sameAllDay: true,
  handle(call) {
    const cinema = cinemaOf(call)
    const { show, hall, plan } = showOf(call, cinema)
    const rules = show.areaPrices.length === 0 ? [] : hall.areas
    return {
      data: {
        cinemaLinkId: cinema.cinemaLinkId,
        scheduleId: String(show.scheduleId),
        scheduleKey: show.scheduleKey,
        sectionAreas: areaSeats(rules, plan).map(({ sectionId, areas }) => ({
          sectionId,
          areaDetails: areas.map(({ area, seats }) => ({
            name: area.name,
            code: area.code,
            seats: seats.map(({ seatId }) => ({ seatId })),
          })),
        })),
      },
    }
  },
}
