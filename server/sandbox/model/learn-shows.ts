import { z } from 'zod'
import { dataOf } from '../test-client.ts'
import type { TestCloud } from '../test-cloud.ts'
import type { Books } from './books.ts'
import { businessDayAt, daysAfter, instantOf } from './calendar.ts'
import { fen } from './verdict.ts'
import type { Seat, Show } from './world.ts'

const Listed = z.looseObject({
  scheduleId: z.string(),
  scheduleKey: z.string(),
  hallId: z.string(),
  showDateTime: z.string(),
  stopSellingTime: z.string(),
  saleStatus: z.enum(['Y', 'N']),
  standardPrice: z.string(),
  lowestPrice: z.string(),
  settlePrice: z.string().optional(),
  ticketfee: z.string().optional(),
  feeType: z.string(),
  film: z.looseObject({ filmCode: z.string(), shortName: z.string() }),
  areaSettlePrices: z.array(z.object({ name: z.string(), settlePrice: z.string() })).optional(),
  benefitCardPrices: z.array(z.object({ benefitPolicyCode: z.string(), benefitPayPrice: z.string() })),
})
const Plans = z.object({
  seatPlanList: z.array(
    z.looseObject({
      effectiveDate: z.string(),
      sections: z.array(
        z.looseObject({
          sectionId: z.string(),
          seats: z.array(
            z.looseObject({
              seatId: z.string(),
              rowId: z.string(),
              columnId: z.string(),
              x: z.int(),
              y: z.int(),
              type: z.string(),
              damage: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
})
const Areas = z.object({
  sectionAreas: z.array(
    z.object({
      areaDetails: z.array(
        z.object({ name: z.string(), code: z.string(), seats: z.array(z.object({ seatId: z.string() })) }),
      ),
    }),
  ),
})
const Taken = z.object({
  sectionList: z.array(z.object({ seats: z.array(z.object({ seatId: z.string() })) })),
})

/** So many shows of a cinema's day are sold from: few enough that guests meet one another. */
const metADay = 5

/** Meets some of the shows of a cinema's day that are still to start, with what the till has sold of them. */
export async function learnShows(cloud: TestCloud, books: Books, cinemaLinkId: string, day: string) {
  const asked = { cinemaLinkId, startDate: day, endDate: day, priceQueryType: 'benefit' }
  const listed = dataOf(await cloud.ask('schedule.getSchedules', asked), z.array(Listed))
  const toCome = listed.filter(show => instantOf(show.showDateTime) > cloud.clock.now())
  const step = Math.max(1, Math.floor(toCome.length / metADay))
  for (const show of toCome.filter((_, index) => index % step === 0).slice(0, metADay))
    if (!books.shows.has(show.scheduleId))
      books.shows.set(show.scheduleId, await meet(cloud, books, cinemaLinkId, show))
}

async function meet(
  cloud: TestCloud,
  books: Books,
  cinemaLinkId: string,
  listed: z.infer<typeof Listed>,
): Promise<Show> {
  const { scheduleId, scheduleKey, hallId, settlePrice, ticketfee } = listed
  const key = { cinemaLinkId, scheduleId, scheduleKey }
  const startsAt = instantOf(listed.showDateTime)
  const day = businessDayAt(startsAt)
  const { seatPlanList } = dataOf(await cloud.ask('seat.getSeats', { cinemaLinkId, hallId }), Plans)
  // Several plans: the latest that is in force on the show's business day (4.3).
  const inForce = seatPlanList.filter(plan => plan.effectiveDate <= day)
  const plan = inForce.reduce((latest, next) => (next.effectiveDate > latest.effectiveDate ? next : latest))
  const sections = plan.sections.map(section => ({ ...section, seats: withPartners(section) }))
  const seats = sections.flatMap(section => section.seats)
  const taken = new Set<string>()
  for (const { sectionId } of sections) {
    const told = dataOf(await cloud.ask('seat.getScheduleSoldSeats', { ...key, sectionId }), Taken)
    for (const { seatId } of told.sectionList.flatMap(section => section.seats)) taken.add(seatId)
  }
  return {
    ...key,
    hallId,
    day,
    startsAt,
    stopsAt: instantOf(listed.stopSellingTime),
    stopped: saleHasBegun(books, cinemaLinkId, day, cloud.clock.now())
      ? listed.saleStatus === 'N'
      : 'unknown',
    standardFen: fen(listed.standardPrice),
    lowestFen: fen(listed.lowestPrice),
    ...(settlePrice === undefined ? {} : { settleFen: fen(settlePrice) }),
    ...(ticketfee === undefined ? {} : { feeFen: fen(ticketfee) }),
    feeType: listed.feeType,
    filmCode: listed.film.filmCode,
    shortName: listed.film.shortName,
    benefitFen: new Map(
      listed.benefitCardPrices.map(price => [price.benefitPolicyCode, fen(price.benefitPayPrice)]),
    ),
    seats: new Map(seats.map(seat => [seat.seatId, seat])),
    sectionIds: sections.map(({ sectionId }) => sectionId),
    areaFen: await areaPrices(cloud, key, listed),
    till: new Set(seats.filter(seat => taken.has(seat.seatId) && !seat.damaged).map(seat => seat.seatId)),
  }
}

/** Cinemas sell some days ahead; shows beyond are listed as not on sale. */
export function saleHasBegun(books: Books, cinemaLinkId: string, day: string, now: number): boolean {
  const presaleDays = books.houses.get(cinemaLinkId)?.unspoken.presaleDays ?? 0
  return day < daysAfter(businessDayAt(now), presaleDays)
}

/** The halves of a couple seat are an L and the R on its right (4.3.4). */
function withPartners({
  sectionId,
  seats,
}: z.infer<typeof Plans>['seatPlanList'][number]['sections'][number]): Seat[] {
  const rowOf = (y: number) => seats.filter(seat => seat.y === y).sort((a, b) => a.x - b.x)
  return seats.map(({ seatId, rowId, columnId, y, type, damage }): Seat => {
    const row = rowOf(y)
    const step = type === 'L' ? 1 : type === 'R' ? -1 : 0
    const partner = step === 0 ? undefined : row[row.findIndex(seat => seat.seatId === seatId) + step]
    return {
      seatId,
      sectionId,
      rowId,
      columnId,
      type,
      damaged: damage === 'Y',
      ...(partner ? { partnerId: partner.seatId } : {}),
    }
  })
}

/** Areas join by name; they are asked for only where the schedule has prices of them (4.4.2). */
async function areaPrices(cloud: TestCloud, key: object, { areaSettlePrices }: z.infer<typeof Listed>) {
  const fenOfSeat = new Map<string, number>()
  if (areaSettlePrices === undefined) return fenOfSeat
  const priceOf = new Map(areaSettlePrices.map(area => [area.name, fen(area.settlePrice)]))
  const { sectionAreas } = dataOf(await cloud.ask('seat.getScheduleAreaSeats', key), Areas)
  for (const { name, seats } of sectionAreas.flatMap(section => section.areaDetails)) {
    const price = priceOf.get(name)
    if (price === undefined) throw new Error(`area ${name} has no price`)
    for (const { seatId } of seats) fenOfSeat.set(seatId, price)
  }
  return fenOfSeat
}
