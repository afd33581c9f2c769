import { businessDay } from '#contract/time.ts'
import { type Cinema, planOn } from '../world/world.ts'
import type { Api } from './api.ts'
import { hallsOpenTo, isOpenTo } from './lookups.ts'

/** 4.1 All cinemas that are open to the partner with the halls that are, at once and without pages. */
export const getCinemas: Api = {
  name: 'ykse.partner.cinema.getCinemas',
  sameAllDay: true,
  handle: ({ cloud, channel, now }) => ({
    dataList: cloud.world.cinemas
      .filter(cinema => isOpenTo(channel, cinema))
      .map(cinema => ({ ...cinema, halls: hallsOpenTo(channel, cinema) }))
      .map(cinema => ({
        cinemaLinkId: cinema.cinemaLinkId,
        name: cinema.name,
        cinemaId: cinema.cinemaId,
        cityCode: cinema.cityCode,
        city: cinema.city,
        hallCount: cinema.halls.length,
        ...refundRule(cinema),
        halls: cinema.halls.map(hall => ({
          hallId: hall.hallId,
          name: hall.name,
          seatCount: planOn(hall, businessDay(now)).sections.reduce(
            (sum, section) => sum + section.seats.length,
            0,
          ),
          type: hall.type,
        })),
      })),
  }),
}

/** Both fields are absent at a cinema that takes nothing back (4.1.4: empty means no refunds). */
function refundRule(cinema: Cinema) {
  return {
    ...(cinema.refundBeforeMinutes === undefined
      ? {}
      : { refundBeforeTime: String(cinema.refundBeforeMinutes) }),
    ...(cinema.refundLimitCount === undefined ? {} : { refundLimitCount: String(cinema.refundLimitCount) }),
  }
}
