import type { z } from 'zod'
import type { Cinema, HallKind } from '#contract/catalog.ts'
import { SeatType } from '#contract/hall.ts'
import { CinemaId, HallId, SeatId, SectionId } from '#contract/ids.ts'
import type { getCinemas } from './apis/cinema.get-cinemas.ts'
import type { getSchedules } from './apis/schedule.get-schedules.ts'
import type { getSeats } from './apis/seat.get-seats.ts'
import type { CloudShow, HallPlan, PlanSeat } from './gateway-types.ts'

type UpstreamCinema = z.output<typeof getCinemas.result>[number]
type UpstreamShow = z.output<typeof getSchedules.result>[number]
type UpstreamPlans = z.output<typeof getSeats.result>

const hallKinds: Partial<Record<string, HallKind>> = { N: 'standard', I: 'imax', Y: 'vip' }

/** 4.1 An empty refundBeforeTime means that nothing can be given back. */
export function toCinema(cinema: UpstreamCinema): Cinema {
  return {
    id: CinemaId.parse(cinema.cinemaLinkId),
    name: cinema.name,
    city: cinema.city ?? '',
    cityCode: cinema.cityCode ?? '',
    halls: cinema.halls.map(hall => ({
      id: HallId.parse(hall.hallId),
      name: hall.name,
      kind: hallKinds[hall.type ?? ''] ?? 'other',
      seatCount: hall.seatCount ?? 0,
    })),
    refund:
      cinema.refundBeforeTime === undefined
        ? { kind: 'none' }
        : {
            kind: 'until',
            minutesBeforeShow: cinema.refundBeforeTime,
            ...(cinema.refundLimitCount !== undefined && { perShowLimit: cinema.refundLimitCount }),
          },
  }
}

/** 4.2 A show that cannot be named, or has no time, film or price at all, cannot be sold and is left out. */
export function toCloudShow(cinemaId: CinemaId, show: UpstreamShow): CloudShow | undefined {
  const { scheduleId, scheduleKey, hallId, showDateTime, film } = show
  const standardFen = show.standardPriceFen ?? show.settlePriceFen ?? show.lowestPriceFen
  if (scheduleId === undefined || scheduleKey === undefined || hallId === undefined) return undefined
  if (showDateTime === undefined || film?.filmCode === undefined || standardFen === undefined)
    return undefined
  const startsAt = Date.parse(showDateTime)
  return {
    cinemaId,
    scheduleId,
    scheduleKey,
    hallId: HallId.parse(hallId),
    startsAt,
    sellsUntil: show.stopSellingTime === undefined ? startsAt : Date.parse(show.stopSellingTime),
    onSale: show.saleStatus === undefined || show.saleStatus === true,
    standardFen,
    lowestFen: show.lowestPriceFen ?? 0,
    ...(show.settlePriceFen !== undefined && { settleFen: show.settlePriceFen }),
    feeFen: show.ticketfeeFen ?? 0,
    feeKind: show.feeType === 'order' ? 'order' : 'ticket',
    areaPrices: show.areaSettlePrices.map(area => ({ name: area.name, settleFen: area.settlePriceFen })),
    benefitPrices: show.benefitCardPrices.map(price => ({
      policyCode: price.benefitPolicyCode,
      ticketFen: price.benefitPayPriceFen,
      ...(price.eachShowDiscountTickets !== undefined && { perShow: price.eachShowDiscountTickets }),
    })),
    film: {
      code: film.filmCode,
      name: film.name ?? film.shortName ?? film.filmCode,
      shortName: film.shortName ?? film.name ?? film.filmCode,
      language: film.language ?? '',
      durationMinutes: film.duration ?? 0,
      dimension: film.dimensional ?? '',
      screen: film.size ?? '',
    },
  }
}

/** 4.3 A plan without an effective date has always been good. */
export function toHallPlans(answer: UpstreamPlans): HallPlan[] {
  return answer.seatPlanList.map(plan => ({
    effectiveFrom: plan.effectiveDate ?? '1970-01-01',
    sections: plan.sections.map(section => ({
      id: SectionId.parse(section.sectionId),
      name: section.name ?? '',
      seats: section.seats.map(toPlanSeat),
    })),
  }))
}

function toPlanSeat(
  seat: UpstreamPlans['seatPlanList'][number]['sections'][number]['seats'][number],
): PlanSeat {
  return {
    id: SeatId.parse(seat.seatId),
    row: seat.rowId,
    column: seat.columnId,
    x: seat.x,
    y: seat.y,
    type: SeatType.catch('N').parse(seat.type),
    // Anything but a plain no keeps the seat from being sold.
    damaged: seat.damage !== undefined && seat.damage !== false,
  }
}
