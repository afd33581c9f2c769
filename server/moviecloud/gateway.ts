import { z } from 'zod'
import { SeatId, SectionId } from '#contract/ids.ts'
import { yuan } from '#contract/money.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import { getCinemas } from './apis/cinema.get-cinemas.ts'
import { confirmOrder } from './apis/order.confirm-order.ts'
import { getOrderInfo } from './apis/order.get-order-info.ts'
import { getTicketInfo } from './apis/order.get-ticket-info.ts'
import { refundOrder } from './apis/order.refund-order.ts'
import { reverseOrder } from './apis/order.reverse-order.ts'
import { getSchedules } from './apis/schedule.get-schedules.ts'
import { getScheduleAreaSeats } from './apis/seat.get-schedule-area-seats.ts'
import { getScheduleSoldSeats } from './apis/seat.get-schedule-sold-seats.ts'
import { getSeats } from './apis/seat.get-seats.ts'
import { lockSeats } from './apis/seat.lock-seats.ts'
import { releaseSeats } from './apis/seat.release-seats.ts'
import type { MovieCloudClient } from './client.ts'
import type { MovieCloud, ShowRef } from './gateway-types.ts'
import { toCinema, toCloudShow, toHallPlans } from './translate.ts'
import { toOrder, toTicket, toTickets } from './translate-orders.ts'

const schedule = (show: ShowRef) => ({
  cinemaLinkId: show.cinemaId,
  scheduleId: show.scheduleId,
  scheduleKey: show.scheduleKey,
})

/** What we must know of a frozen confirm. It is sent as it is, even if today's rules would not freeze it so. */
const FrozenConfirm = z.object({ ticketList: z.array(z.object({ seatId: z.string() })) })

/**
 * The answer in the house's words. `translate` gives undefined for an answer to another question, which proves
 * nothing about ours (the line may be plain HTTP, and answers are unsigned); an id that cannot be one of ours
 * is the same.
 */
function about<A, B>(outcome: Outcome<A>, translate: (answer: A) => B | undefined): Outcome<B> {
  if (outcome.kind !== 'done') return outcome
  const value = translated(outcome.value, translate)
  return value === undefined
    ? { kind: 'unknown', reason: 'the answer is not, or not wholly, about what was asked' }
    : done(value)
}

function translated<A, B>(answer: A, translate: (answer: A) => B | undefined): B | undefined {
  try {
    return translate(answer)
  } catch (error) {
    if (error instanceof z.ZodError) return undefined
    throw error
  }
}

/** Absent, or the same. */
const agrees = (answered: string | undefined, asked: string) => answered === undefined || answered === asked

const isOf = (
  show: ShowRef,
  answer: { cinemaLinkId?: string | undefined; scheduleId?: string | undefined },
) => agrees(answer.cinemaLinkId, show.cinemaId) && agrees(answer.scheduleId, show.scheduleId)

/** The Movie Cloud in the house's own words, over a protocol client. */
export function createMovieCloud(client: MovieCloudClient): MovieCloud {
  return {
    async cinemas() {
      return about(await client.call(getCinemas, {}), all => all.map(toCinema))
    },

    async shows({ cinemaId, from, to }) {
      const answer = await client.call(getSchedules, { cinemaLinkId: cinemaId, startDate: from, endDate: to })
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
      return about(answer, released => (agrees(released.lockOrderId, lockId) ? null : undefined))
    },

    freezeConfirm({ show, lockId, mobile, tickets }) {
      const params = {
        ...schedule(show),
        lockOrderId: lockId,
        ticketList: tickets.map(ticket => ({
          seatId: ticket.seatId,
          ticketPrice: yuan(ticket.ticketFen),
          ticketFee: yuan(ticket.feeFen),
        })),
        mobile,
      } satisfies z.input<typeof confirmOrder.params>
      return JSON.stringify(confirmOrder.params.parse(params))
    },

    async confirmOrder(frozen) {
      const asked = FrozenConfirm.parse(JSON.parse(frozen)).ticketList.map(ticket => ticket.seatId)
      return about(await client.callFrozen(confirmOrder, frozen), answer => toTickets(answer, asked))
    },

    async order(q) {
      const { cinemaId } = q
      const which = 'lockId' in q ? { lockOrderId: q.lockId } : { orderId: q.cloudOrderId }
      const answer = await client.call(getOrderInfo, { cinemaLinkId: cinemaId, ...which })
      return about(answer, order =>
        'lockId' in q || agrees(order.orderId, q.cloudOrderId) ? toOrder(order) : undefined,
      )
    },

    async ticket({ cinemaId, pickupCode }) {
      const answer = await client.call(getTicketInfo, { cinemaLinkId: cinemaId, confirmationId: pickupCode })
      return about(answer, ticket =>
        agrees(ticket.confirmationId, pickupCode) ? toTicket(ticket, pickupCode) : undefined,
      )
    },

    async reverseOrder({ cinemaId, cloudOrderId }) {
      const answer = await client.call(reverseOrder, { cinemaLinkId: cinemaId, orderId: cloudOrderId })
      return about(answer, reversed => (agrees(reversed.orderId, cloudOrderId) ? null : undefined))
    },

    async returnTickets({ cinemaId, cloudOrderId }) {
      const answer = await client.call(refundOrder, { cinemaLinkId: cinemaId, orderId: cloudOrderId })
      return about(answer, returned => (agrees(returned.orderId, cloudOrderId) ? null : undefined))
    },
  }
}
