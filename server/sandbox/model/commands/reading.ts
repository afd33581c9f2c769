import { businessDayAt, daysAfter } from '../calendar.ts'
import { aCinema, aShow, type Desk, keyOf, type Wish } from './desk.ts'

const withShow =
  (api: string) =>
  (desk: Desk): Wish | undefined => {
    const show = aShow(desk)
    if (!show) return undefined
    return { api, data: { ...keyOf(show), sectionId: desk.dice.pick(show.sectionIds) } }
  }

export const cinemas = (): Wish => ({ api: 'cinema.getCinemas', data: {} })

export function schedules(desk: Desk): Wish {
  const { dice, now } = desk
  const today = businessDayAt(now)
  const startDate = daysAfter(today, dice.below(3) - 1)
  const endDate = daysAfter(startDate, dice.pick([0, 0, 1, 3, 29, 30, -1]) ?? 0)
  const range = dice.pick([{}, { startDate }, { startDate, endDate }, { startDate, endDate }]) ?? {}
  const priceQueryType = dice.pick([undefined, 'default', 'benefit', 'benefit', 'specialSeat', 'vip'])
  return {
    api: 'schedule.getSchedules',
    data: {
      cinemaLinkId: aCinema(desk),
      ...range,
      ...(priceQueryType === undefined ? {} : { priceQueryType }),
    },
  }
}

export function seats(desk: Desk): Wish {
  const cinemaLinkId = aCinema(desk)
  const halls = [...(desk.books.houses.get(cinemaLinkId)?.hallTypes.keys() ?? [])]
  return {
    api: 'seat.getSeats',
    data: { cinemaLinkId, hallId: desk.dice.percent(10) ? '77' : desk.dice.pick(halls) },
  }
}

export const areaSeats = withShow('seat.getScheduleAreaSeats')
export const soldSeats = withShow('seat.getScheduleSoldSeats')

export const menu = (desk: Desk): Wish => ({ api: 'goods.getGoods', data: { cinemaLinkId: aCinema(desk) } })

export const grades = (desk: Desk): Wish => ({
  api: 'card.getCardGradeList',
  data: { cinemaLinkId: aCinema(desk) },
})

export const policies = (): Wish => ({ api: 'benefitCard.getPolicyList', data: {} })
