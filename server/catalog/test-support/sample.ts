import type { Cinema } from '#contract/catalog.ts'
import { CinemaId, HallId, SeatId, SectionId } from '#contract/ids.ts'
import type { CloudShow, HallPlan, PlanSeat } from '../../moviecloud/gateway-types.ts'

/** A cinema, a show and seats to vary in tests: each function takes what the case is about. */
export function sampleCinema(changes: Partial<Cinema> = {}): Cinema {
  return {
    id: CinemaId.parse('681'),
    name: '星河影城',
    city: '广州',
    cityCode: '440100',
    halls: [{ id: HallId.parse('14'), name: '14号厅', kind: 'standard', seatCount: 4 }],
    refund: { kind: 'until', minutesBeforeShow: 60 },
    ...changes,
  }
}

export function sampleShow(changes: Partial<CloudShow> = {}): CloudShow {
  return {
    cinemaId: CinemaId.parse('681'),
    scheduleId: '18406',
    scheduleKey: 'E4CC50D800C27C7B52E75ABBCC1F3794',
    hallId: HallId.parse('14'),
    startsAt: Date.parse('2026-11-23T19:30:00+08:00'),
    sellsUntil: Date.parse('2026-11-23T19:20:00+08:00'),
    onSale: true,
    standardFen: 9000,
    lowestFen: 2500,
    feeFen: 300,
    feeKind: 'ticket',
    areaPrices: [],
    benefitPrices: [],
    film: {
      code: '051400832015',
      name: '火星救援',
      shortName: '火星救援 (IMAX 3D)',
      language: '英语',
      durationMinutes: 150,
      dimension: '3D',
      screen: 'IMAX',
    },
    ...changes,
  }
}

export const sectionOne = SectionId.parse('0000000000000001')
export const sectionTwo = SectionId.parse('0000000000000002')

export function sampleSeat(id: string, changes: Partial<PlanSeat> = {}): PlanSeat {
  const [row = '', column = ''] = id.split('-')
  return {
    id: SeatId.parse(id),
    row,
    column,
    x: Number(column),
    y: row.charCodeAt(0),
    type: 'N',
    damaged: false,
    ...changes,
  }
}

export function samplePlan(seats: PlanSeat[], changes: Partial<HallPlan> = {}): HallPlan {
  return { effectiveFrom: '2026-01-01', sections: [{ id: sectionOne, name: '普通区', seats }], ...changes }
}
