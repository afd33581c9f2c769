import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { text } from './arguments.ts'
import { cinemaOf, showOf } from './lookups.ts'

/** 4.5 What cannot be bought in one section: sold, locked by anybody, or broken (4.3.4, `damage`). */
export const getScheduleSoldSeats: Api = {
  name: 'ykse.partner.seat.getScheduleSoldSeats',
  handle(call) {
    const cinema = cinemaOf(call)
    const sectionId = text(call.args, 'sectionId')
    const { show, plan } = showOf(call, cinema)
    const section = plan.sections.find(candidate => candidate.sectionId === sectionId)
    if (!section) throw new BizRefusal('DATA_NOT_EXIST', `section ${sectionId}`)
    const taken = new Set(call.cloud.takenSeats.ofShow(show.scheduleId, call.now))
    return {
      data: {
        cinemaLinkId: cinema.cinemaLinkId,
        scheduleId: String(show.scheduleId),
        scheduleKey: show.scheduleKey,
        sectionList: [
          {
            sectionId,
            seats: section.seats
              .filter(seat => seat.damaged || taken.has(seat.seatId))
              .map(({ seatId }) => ({ seatId })),
          },
        ],
      },
    }
  },
}
