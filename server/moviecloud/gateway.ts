import { SeatId, SectionId } from '#contract/ids.ts'
import { about, agrees } from './about.ts'
import { getCinemas } from './apis/cinema.get-cinemas.ts'
import { getGoods } from './apis/goods.get-goods.ts'
import { getSchedules } from './apis/schedule.get-schedules.ts'
import { getScheduleAreaSeats } from './apis/seat.get-schedule-area-seats.ts'
import { getScheduleSoldSeats } from './apis/seat.get-schedule-sold-seats.ts'
import { getSeats } from './apis/seat.get-seats.ts'
import { lockSeats } from './apis/seat.lock-seats.ts'
import { releaseSeats } from './apis/seat.release-seats.ts'
import { type CardSeal, cardCalls } from './card-calls.ts'
import type { MovieCloudClient } from './client.ts'
import type { MovieCloud, ShowRef } from './gateway-types.ts'
import { orderCalls } from './order-calls.ts'
import { toCinema, toCloudShow, toHallPlans } from './translate.ts'
import { toGoods } from './translate-goods.ts'

const schedule = (show: ShowRef) => ({
  cinemaLinkId: show.cinemaId,
  scheduleId: show.scheduleId,
  scheduleKey: show.scheduleKey,
})

const isOf = (
  show: ShowRef,
  answer: { cinemaLinkId?: string | undefined; scheduleId?: string | undefined },
) => agrees(answer.cinemaLinkId, show.cinemaId) && agrees(answer.scheduleId, show.scheduleId)

/** The Movie Cloud in the house's own words, over a protocol client. */
export function createMovieCloud(client: MovieCloudClient, cards: CardSeal): MovieCloud {
  return {
    async cinemas() {
      return about(await client.call(getCinemas, {}), all => all.map(toCinema))
    },

    async shows({ cinemaId, from, to }) {
      const answer = await client.call(getSchedules, {
        cinemaLinkId: cinemaId,
        startDate: from,
        endDate: to,
        // Everything that the default has, and what tickets cost with benefit cards (example of 4.2.5).
        priceQueryType: 'benefit',
      })
      return about(answer, shows =>
        shows.every(show => agrees(show.cinemaLinkId, cinemaId))
          ? shows.flatMap(show => toCloudShow(cinemaId, show) ?? [])
          : undefined,
      )
    },

    async hallPlans({ cinemaId, hallId }) {
      const answer = await client.call(getSeats, { cinemaLinkId: cinemaId, hallId })
      return about(answer, hall =>
        agrees(hall.cinemaLinkId, cinemaId) && agrees(hall.hallId, hallId) ? toHallPlans(hall) : undefined,
      )
    },

    async showAreas(show) {
      return about(await client.call(getScheduleAreaSeats, schedule(show)), answer => {
        if (!isOf(show, answer)) return undefined
        return answer.sectionAreas.flatMap(section =>
          section.areaDetails.map(area => ({
            sectionId: SectionId.parse(section.sectionId),
            name: area.name,
            seatIds: area.seats.map(seat => SeatId.parse(seat.seatId)),
          })),
        )
      })
    },

    async soldSeats(show, sectionId) {
      const answer = await client.call(getScheduleSoldSeats, { ...schedule(show), sectionId })
      return about(answer, sold => {
        const ours = sold.sectionList.filter(section => section.sectionId === sectionId)
        const others = sold.sectionList.length > 0 && ours.length === 0
        if (!isOf(show, sold) || others) return undefined
        return ours.flatMap(section => section.seats.map(seat => SeatId.parse(seat.seatId)))
      })
    },

    async lockSeats(show, { lockRequestId, seatIds }) {
      const answer = await client.call(lockSeats, {
        ...schedule(show),
        outLockId: lockRequestId,
        seatIdList: seatIds,
      })
      return about(answer, ({ lockOrderId, outLockId, seats }) => {
        const locked = seats.map(seat => seat.seatId)
        const exact = locked.length === seatIds.length && seatIds.every(id => locked.includes(id))
        const ours = agrees(outLockId, lockRequestId) && (locked.length === 0 || exact)
        return ours ? { lockId: lockOrderId, seatIds } : undefined
      })
    },

    async releaseSeats({ cinemaId, lockId }) {
      const answer = await client.call(releaseSeats, { cinemaLinkId: cinemaId, lockOrderId: lockId })
      return about(answer, released =>
        agrees(released.cinemaLinkId, cinemaId) && agrees(released.lockOrderId, lockId) ? null : undefined,
      )
    },

    async goods({ cinemaId }) {
      const answer = await client.call(getGoods, { cinemaLinkId: cinemaId })
      return about(answer, goods => (agrees(goods.cinemaLinkId, cinemaId) ? toGoods(goods) : undefined))
    },

    ...orderCalls(client),
    ...cardCalls(client, cards),
  }
}
