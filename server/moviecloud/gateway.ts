import type { z } from 'zod'
import { SeatId, SectionId } from '#contract/ids.ts'
import { yuan } from '#contract/money.ts'
import { mapOutcome, type Outcome } from '../kernel/outcome.ts'
import { getCinemas } from './apis/cinema.get-cinemas.ts'
import { confirmOrder } from './apis/order.confirm-order.ts'
import { getOrderInfo } from './apis/order.get-order-info.ts'
import { getTicketInfo } from './apis/order.get-ticket-info.ts'
import { reverseOrder } from './apis/order.reverse-order.ts'
import { getSchedules } from './apis/schedule.get-schedules.ts'
import { getScheduleAreaSeats } from './apis/seat.get-schedule-area-seats.ts'
import { getScheduleSoldSeats } from './apis/seat.get-schedule-sold-seats.ts'
import { getSeats } from './apis/seat.get-seats.ts'
import { lockSeats } from './apis/seat.lock-seats.ts'
import { releaseSeats } from './apis/seat.release-seats.ts'
import type { MovieCloudClient } from './client.ts'
import type { CloudOrder, MovieCloud, ShowRef } from './gateway-types.ts'
import { toCinema, toCloudShow, toHallPlans, toTicket } from './translate.ts'

const statuses: ReadonlySet<string> = new Set<CloudOrder['status']>([
  'wait_ticket',
  'ticket_success',
  'ticket_failed',
  'refunding',
  'refund_success',
  'refund_failed',
  'reverse_success',
])
const isStatus = (status: string): status is CloudOrder['status'] => statuses.has(status)

const schedule = (show: ShowRef) => ({
  cinemaLinkId: show.cinemaId,
  scheduleId: show.scheduleId,
  scheduleKey: show.scheduleKey,
})

/** An answer to another question proves nothing about ours (the link may be plain HTTP, answers are unsigned). */
function about<T>(outcome: Outcome<T>, matches: (value: T) => boolean): Outcome<T> {
  if (outcome.kind !== 'done' || matches(outcome.value)) return outcome
  return { kind: 'unknown', reason: 'the answer is about something else than was asked' }
}

/** Absent, or the same. */
const agrees = (answered: string | undefined, asked: string) => answered === undefined || answered === asked
const sameSeats = (answered: readonly (string | undefined)[], asked: readonly string[]) =>
  answered.length === asked.length && asked.every(seatId => answered.includes(seatId))

/** The Movie Cloud in the house's own words, over a protocol client. */
export function createMovieCloud(client: MovieCloudClient): MovieCloud {
  return {
    async cinemas() {
      return mapOutcome(await client.call(getCinemas, {}), all => all.map(toCinema))
    },

    async shows({ cinemaId, from, to }) {
      const answer = await client.call(getSchedules, { cinemaLinkId: cinemaId, startDate: from, endDate: to })
      const ours = about(answer, shows => shows.every(show => agrees(show.cinemaLinkId, cinemaId)))
      return mapOutcome(ours, shows => shows.flatMap(show => toCloudShow(cinemaId, show) ?? []))
    },

    async hallPlans({ cinemaId, hallId }) {
      const answer = await client.call(getSeats, { cinemaLinkId: cinemaId, hallId })
      const ours = about(answer, a => agrees(a.cinemaLinkId, cinemaId) && agrees(a.hallId, hallId))
      return mapOutcome(ours, toHallPlans)
    },

    async showAreas(show) {
      const answer = await client.call(getScheduleAreaSeats, schedule(show))
      const ours = about(answer, a => agrees(a.scheduleId, show.scheduleId))
      return mapOutcome(ours, ({ sectionAreas }) =>
        sectionAreas.flatMap(section =>
          section.areaDetails.map(area => ({
            sectionId: SectionId.parse(section.sectionId),
            name: area.name,
            seatIds: area.seats.map(seat => SeatId.parse(seat.seatId)),
          })),
        ),
      )
    },

    async soldSeats(show, sectionId) {
      const answer = await client.call(getScheduleSoldSeats, { ...schedule(show), sectionId })
      const ours = about(answer, a => agrees(a.scheduleId, show.scheduleId))
      return mapOutcome(ours, ({ sectionList }) =>
        sectionList.flatMap(section => section.seats.map(seat => SeatId.parse(seat.seatId))),
      )
    },

    async lockSeats(show, { lockRequestId, seatIds }) {
      const answer = await client.call(lockSeats, {
        ...schedule(show),
        outLockId: lockRequestId,
        seatIdList: seatIds,
      })
      const ours = about(
        answer,
        lock =>
          agrees(lock.outLockId, lockRequestId) &&
          (lock.seats.length === 0 ||
            sameSeats(
              lock.seats.map(seat => seat.seatId),
              seatIds,
            )),
      )
      return mapOutcome(ours, lock => ({ lockId: lock.lockOrderId, seatIds }))
    },

    async releaseSeats({ cinemaId, lockId }) {
      const answer = await client.call(releaseSeats, { cinemaLinkId: cinemaId, lockOrderId: lockId })
      return mapOutcome(answer, () => null)
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
      const asked = confirmOrder.params.parse(JSON.parse(frozen)).ticketList.map(ticket => ticket.seatId)
      const answer = await client.callFrozen(confirmOrder, frozen)
      return readTickets(answer, asked)
    },

    async order(q) {
      const { cinemaId } = q
      const which = 'lockId' in q ? { lockOrderId: q.lockId } : { orderId: q.cloudOrderId }
      const answer = await client.call(getOrderInfo, { cinemaLinkId: cinemaId, ...which })
      const ours = about(answer, order => 'lockId' in q || agrees(order.orderId, q.cloudOrderId))
      return mapOutcome(ours, toOrder)
    },

    async ticket({ cinemaId, pickupCode }) {
      const answer = await client.call(getTicketInfo, { cinemaLinkId: cinemaId, confirmationId: pickupCode })
      const ours = about(answer, ticket => agrees(ticket.confirmationId, pickupCode))
      return mapOutcome(ours, ticket => toTicket(ticket, pickupCode))
    },

    async reverseOrder({ cinemaId, cloudOrderId }) {
      const answer = await client.call(reverseOrder, { cinemaLinkId: cinemaId, orderId: cloudOrderId })
      return mapOutcome(
        about(answer, a => agrees(a.orderId, cloudOrderId)),
        () => null,
      )
    },
  }
}

/** Success is a pickup number and tickets for exactly our seats; anything less is not known (5.3). */
function readTickets(
  answer: Outcome<z.output<typeof confirmOrder.result>>,
  asked: readonly string[],
): Awaited<ReturnType<MovieCloud['confirmOrder']>> {
  if (answer.kind !== 'done') return answer
  const { orderId, bookingId, confirmationId, tickets } = answer.value
  if (
    orderId === undefined ||
    confirmationId === undefined ||
    !sameSeats(
      tickets.map(t => t.seatId),
      asked,
    )
  ) {
    return { kind: 'unknown', reason: 'the confirm was answered without tickets for exactly our seats' }
  }
  return {
    kind: 'done',
    value: {
      cloudOrderId: orderId,
      bookingNo: bookingId ?? '',
      pickupCode: confirmationId,
      tickets: tickets.map(ticket => ({
        ticketNo: ticket.ticketNo ?? '',
        seatId: SeatId.parse(ticket.seatId),
        row: ticket.rowId ?? '',
        column: ticket.columnId ?? '',
        serviceFeeFen: ticket.serviceFeeFen ?? 0,
      })),
    },
  }
}

function toOrder(order: z.output<typeof getOrderInfo.result>): CloudOrder {
  return {
    cloudOrderId: order.orderId ?? '',
    status: isStatus(order.status) ? order.status : 'other',
    ...(order.bookingId !== undefined && { bookingNo: order.bookingId }),
    ...(order.confirmationId !== undefined && { pickupCode: order.confirmationId }),
    tickets: order.tickets.map(ticket => ({
      ticketNo: ticket.ticketNo ?? '',
      row: ticket.rowId ?? '',
      column: ticket.columnId ?? '',
      sectionId: SectionId.parse(ticket.sectionId ?? '-'),
      ticketFen: ticket.ticketPriceFen ?? 0,
      feeFen: ticket.ticketFeeFen ?? 0,
    })),
  }
}
