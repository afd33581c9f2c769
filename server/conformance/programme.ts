import { z } from 'zod'
import { addDays, businessDay } from '#contract/time.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import { Count, fenOf, instantOf, OptionalText, readable, rowsIn, Text } from './reading.ts'
import { Untried } from './verdict.ts'

const ListedCinema = z.object({
  cinemaLinkId: Text,
  cityCode: OptionalText,
  hallCount: Count,
  refundBeforeTime: OptionalText,
  halls: z.unknown().optional(),
})
const ListedHall = z.object({ hallId: Text, type: OptionalText, seatCount: Count })
const ListedShow = z.object({
  scheduleId: Text,
  scheduleKey: Text,
  hallId: Text,
  showDateTime: Text,
  stopSellingTime: OptionalText,
  saleStatus: OptionalText,
  standardPrice: OptionalText,
  lowestPrice: OptionalText,
  settlePrice: OptionalText,
  ticketfee: OptionalText,
  // The spelling of the example in 4.2.5.
  ticketFee: OptionalText,
  feeType: OptionalText,
  areaSettlePrices: z.unknown().optional(),
  benefitCardPrices: z.unknown().optional(),
})
const AreaPrice = z.object({ name: Text, settlePrice: Text })
const BenefitPrice = z.object({ benefitPolicyCode: Text, benefitPayPrice: Text })

export interface Cinema {
  cinemaLinkId: string
  cityCode: string
  hallCount: number | undefined
  /** Minutes before the film until which it takes tickets back; undefined: never (4.1.4). */
  refundBeforeMinutes: number | undefined
  halls: z.output<typeof ListedHall>[]
}

export interface Show {
  /** What every call about the show has to name. */
  key: { cinemaLinkId: string; scheduleId: string; scheduleKey: string }
  hallId: string
  showDateTime: string
  /** Epoch ms; NaN when it cannot be read. */
  startsAt: number
  stopSellingTime: string | undefined
  stopsAt: number
  onSale: boolean
  standardFen: number | undefined
  lowestFen: number | undefined
  settleFen: number | undefined
  feeFen: number | undefined
  feeType: string | undefined
  areaPrices: { name: string; settlePrice: string }[]
  benefitPrices: { benefitPolicyCode: string; benefitPayPrice: string }[]
}

/** The cinemas of an answer of getCinemas. */
export const cinemasIn = (answer: Answer): Cinema[] =>
  rowsIn(answer, ListedCinema).map(cinema => ({
    ...cinema,
    cityCode: cinema.cityCode ?? '',
    refundBeforeMinutes: cinema.refundBeforeTime === undefined ? undefined : Number(cinema.refundBeforeTime),
    halls: readable(cinema.halls, ListedHall),
  }))

/** The shows of an answer of getSchedules. */
export const showsIn = (answer: Answer, cinemaLinkId: string): Show[] =>
  rowsIn(answer, ListedShow).map(show => ({
    key: { cinemaLinkId, scheduleId: show.scheduleId, scheduleKey: show.scheduleKey },
    hallId: show.hallId,
    showDateTime: show.showDateTime,
    startsAt: instantOf(show.showDateTime) ?? Number.NaN,
    stopSellingTime: show.stopSellingTime,
    stopsAt: instantOf(show.stopSellingTime) ?? Number.NaN,
    onSale: show.saleStatus === 'Y',
    standardFen: fenOf(show.standardPrice),
    lowestFen: fenOf(show.lowestPrice),
    settleFen: fenOf(show.settlePrice),
    feeFen: fenOf(show.ticketfee ?? show.ticketFee),
    feeType: show.feeType,
    areaPrices: readable(show.areaSettlePrices, AreaPrice),
    benefitPrices: readable(show.benefitCardPrices, BenefitPrice),
  }))

const daysLookedAt = 4
const minute = 60_000
/** A show that the run sells of goes on selling at least so long. */
const sellsFor = 45 * minute
const aLittleWhile = 3 * minute

/** The programme of the cinema that the run is about, asked once. */
export interface Programme {
  today(): string
  /** The shows of the next days that sell for a while yet, those first whose tickets can be given back. */
  onSale(): Promise<Show[]>
  /** Of `onSale`, with one price for every seat. */
  plainShows(): Promise<Show[]>
  /** One that sells for a little while yet and takes no tickets back any more. @throws Untried not-applicable */
  lateShow(): Promise<Show>
  /** The first of `onSale` with prices by area. @throws Untried not-applicable when there is none */
  areaShow(): Promise<Show>
  /** The same shows with what benefit cards pay (priceQueryType=benefit). */
  withBenefits(): Promise<Show[]>
}

export function createProgramme(caller: Caller, cinema: Cinema, clock: Clock): Programme {
  const { cinemaLinkId } = cinema
  const today = () => businessDay(clock.now())
  const asked = new Map<string, Promise<Show[]>>()

  function week(priceQueryType: 'default' | 'benefit'): Promise<Show[]> {
    const earlier = asked.get(priceQueryType)
    if (earlier) return earlier
    const request = {
      cinemaLinkId,
      startDate: today(),
      endDate: addDays(today(), daysLookedAt - 1),
      priceQueryType,
    }
    const shows = caller
      .must('schedule.getSchedules', request)
      .then(answer => showsIn(answer, cinemaLinkId).filter(sellsForAWhile).sort(refundableFirst))
    asked.set(priceQueryType, shows)
    return shows
  }
  const sellsForAWhile = (show: Show) =>
    show.onSale && show.stopsAt > clock.now() + sellsFor && show.startsAt > clock.now() + sellsFor
  const refundability = (show: Show) =>
    Number(show.startsAt > clock.now() + (cinema.refundBeforeMinutes ?? 0) * minute + sellsFor)
  const refundableFirst = (a: Show, b: Show) => refundability(b) - refundability(a) || a.startsAt - b.startsAt

  return {
    today,
    onSale: () => week('default'),
    withBenefits: () => week('benefit'),
    async plainShows() {
      const plain = (await week('default')).filter(({ areaPrices }) => areaPrices.length === 0)
      // A settle price leaves no doubt about what a ticket costs.
      const settled = (show: Show) => Number(show.settleFen !== undefined)
      return plain.sort((a, b) => refundability(b) - refundability(a) || settled(b) - settled(a))
    },
    async lateShow() {
      const { refundBeforeMinutes } = cinema
      if (refundBeforeMinutes === undefined)
        throw new Untried('not-applicable', 'the cinema takes no tickets back')
      const request = { cinemaLinkId, startDate: today(), endDate: today() }
      const shows = showsIn(await caller.must('schedule.getSchedules', request), cinemaLinkId)
      const show = shows.find(
        ({ onSale, areaPrices, stopsAt, startsAt }) =>
          onSale &&
          areaPrices.length === 0 &&
          stopsAt > clock.now() + aLittleWhile &&
          startsAt < clock.now() + refundBeforeMinutes * minute,
      )
      if (!show)
        throw new Untried('not-applicable', 'no show is inside the time of no refunds and still sold')
      return show
    },
    async areaShow() {
      const show = (await week('default')).find(({ areaPrices }) => areaPrices.length > 0)
      if (!show) throw new Untried('not-applicable', 'the cinema has no show with prices by area')
      return show
    },
  }
}
