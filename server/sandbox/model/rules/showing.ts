import type { Books } from '../books.ts'
import { takenSeats } from '../books.ts'
import { businessDayAt, daysAfter, timeAt } from '../calendar.ts'
import {
  type Ask,
  answers,
  type Broken,
  type Expected,
  isAbsent,
  matches,
  text,
  verdict,
  yuan,
} from '../verdict.ts'
import type { Show } from '../world.ts'
import { houseOf, sectionOf, showOf } from './lookups.ts'

/** 4.1 */
export function cinemas(books: Books): Expected {
  const open = [...books.houses.values()].map(house => ({
    cinemaLinkId: house.cinemaLinkId,
    cityCode: house.cityCode,
    hallCount: house.hallTypes.size,
    refundBeforeTime: house.refundBefore === undefined ? undefined : String(house.refundBefore),
    refundLimitCount: house.refundLimit === undefined ? undefined : String(house.refundLimit),
  }))
  return answers('SUCCESS', data => matches(data, open))
}

/** 4.2 All the shows that were met are there, at the prices they were met with. */
export function schedules(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const startDate = dayOf(ask, 'startDate', broken)
  const endDate = dayOf(ask, 'endDate', broken)
  const queryType = ask.data['priceQueryType']
  if (!isAbsent(queryType) && !['default', 'benefit', 'specialSeat'].includes(String(queryType)))
    broken.add('ILLEGAL_ARGUMENT')
  const from = startDate ?? businessDayAt(ask.now)
  const to = endDate ?? (startDate === undefined ? from : '9999-12-31')
  if (endDate !== undefined && endDate < from) broken.add('ILLEGAL_ARGUMENT')
  if (endDate !== undefined && endDate >= daysAfter(from, 30)) broken.add('OVER_MAX_SCHEDULE_DAY')
  return verdict(broken, data => {
    const listed = new Map(
      Array.isArray(data) ? data.map((show: { scheduleId: string }) => [show.scheduleId, show]) : [],
    )
    for (const show of books.shows.values())
      if (show.cinemaLinkId === house?.cinemaLinkId && show.day >= from && show.day <= to)
        matches(
          listed.get(show.scheduleId),
          asListed(show, queryType === 'benefit'),
          `show ${show.scheduleId}`,
        )
  })
}

function dayOf({ data }: Ask, name: string, broken: Broken): string | undefined {
  const day = data[name]
  if (isAbsent(day)) return undefined
  if (typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)) return day
  broken.add('FORMAT_ERROR')
  return undefined
}

const asListed = (show: Show, withBenefits: boolean) => ({
  scheduleKey: show.scheduleKey,
  cinemaLinkId: show.cinemaLinkId,
  hallId: show.hallId,
  showDateTime: timeAt(show.startsAt),
  stopSellingTime: timeAt(show.stopsAt),
  standardPrice: yuan(show.standardFen),
  lowestPrice: yuan(show.lowestFen),
  settlePrice: show.settleFen === undefined ? undefined : yuan(show.settleFen),
  ticketfee: show.feeFen === undefined ? undefined : yuan(show.feeFen),
  benefitCardPrices: withBenefits
    ? [...show.benefitFen].map(([benefitPolicyCode, price]) => ({
        benefitPolicyCode,
        benefitPayPrice: yuan(price),
      }))
    : undefined,
})

/** 4.3 */
export function seats(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const house = houseOf(books, ask, broken)
  const hallId = text(ask.data, 'hallId', broken)
  if (house && hallId !== undefined && !house.hallTypes.has(hallId)) broken.add('DATA_NOT_EXIST')
  return verdict(broken, data => matches(data, { cinemaLinkId: house?.cinemaLinkId, hallId }))
}

/** 4.4 Just the seats that have a price of their own. */
export function areaSeats(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const show = showOf(books, ask, houseOf(books, ask, broken), broken)
  return verdict(broken, data => {
    if (!show) return
    matches(data, { scheduleId: show.scheduleId, scheduleKey: show.scheduleKey })
    matches(seatIdsIn(data), [...show.areaFen.keys()].sort(), 'seats in areas')
  })
}

/** 4.5 The very seats that the model takes for sold, locked or broken. */
export function soldSeats(books: Books, ask: Ask): Expected {
  const broken: Broken = new Set()
  const show = showOf(books, ask, houseOf(books, ask, broken), broken)
  const sectionId = sectionOf(ask, show, broken)
  return verdict(broken, data => {
    if (!show || sectionId === undefined) return
    matches(seatIdsIn(data), unavailable(books, show, sectionId, ask.now), `sold of show ${show.scheduleId}`)
  })
}

/** Sorted, for comparing. */
export function unavailable(books: Books, show: Show, sectionId: string, now: number): string[] {
  const taken = takenSeats(books, show, now)
  return [...show.seats.values()]
    .filter(seat => seat.sectionId === sectionId && (seat.damaged || taken.has(seat.seatId)))
    .map(seat => seat.seatId)
    .sort()
}

/** Every seatId of an answer, however deep, sorted. */
export const seatIdsIn = (data: unknown): string[] =>
  [...JSON.stringify(data).matchAll(/"seatId":"([^"]+)"/g)].map(([, seatId = '']) => seatId).sort()
