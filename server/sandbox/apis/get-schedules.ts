import { yuan } from '#contract/money.ts'
import { addDays, businessDay, type LocalDate } from '#contract/time.ts'
import { type Channel, isBeyond, seesHall } from '../cloud/channels.ts'
import { saleStateOf } from '../cloud/sale-state.ts'
import type { Show } from '../cloud/shows.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import { benefitPolicies } from '../world/benefit-policies.ts'
import { filmOf } from '../world/films.ts'
import type { Cinema } from '../world/world.ts'
import type { Api } from './api.ts'
import { optionalDay, optionalText } from './arguments.ts'
import { beijingTime, given } from './formats.ts'
import { cinemaOf } from './lookups.ts'
import { benefitFen } from './take-benefit.ts'

/** The specification asks for about seven days a call (4.2.2); more than this is refused. */
const mostDays = 30
const farthest = '9999-12-31'

/** 4.2 The shows of a range of business days. */
export const getSchedules: Api = {
  name: 'ykse.partner.schedule.getSchedules',
  sameAllDay: true,
  handle(call) {
    const cinema = cinemaOf(call)
    const today = businessDay(call.now)
    const { from, to } = range(optionalDay(call.args, 'startDate'), optionalDay(call.args, 'endDate'), today)
    const queryType = optionalText(call.args, 'priceQueryType') ?? 'default'
    if (!['default', 'benefit', 'specialSeat'].includes(queryType))
      throw new BizRefusal('ILLEGAL_ARGUMENT', `priceQueryType ${queryType}`)
    const shows = call.cloud.shows
      .ofCinema(cinema.cinemaLinkId, from, to)
      .filter(show => isListedFor(call.channel, show, today))
    return {
      dataList: shows.map(show => ({
        ...asSchedule(show, cinema, call.now),
        ...(queryType === 'benefit' ? { benefitCardPrices: benefitPrices(show) } : {}),
      })),
    }
  },
}

/** The cinema decides for every channel which shows it sees, and how far ahead (4.2.2, remark 1). */
const isListedFor = (channel: Channel, show: Show, today: LocalDate) =>
  seesHall(channel, show.cinemaLinkId, show.hallId) && !isBeyond(channel, show, today)

/** Neither day: today alone; no end: all that there is from the start on (4.2.2). */
function range(startDate: string | undefined, endDate: string | undefined, today: string) {
  const from = startDate ?? today
  if (endDate === undefined) return { from, to: startDate === undefined ? today : farthest }
  if (endDate < from) throw new BizRefusal('ILLEGAL_ARGUMENT', 'endDate lies before startDate')
  if (endDate > addDays(from, mostDays - 1))
    throw new BizRefusal('OVER_MAX_SCHEDULE_DAY', `at most ${mostDays} days a call`)
  return { from, to: endDate }
}

/** What tickets cost with the cards that are good here, those no longer sold among them; without the fee (4.2.4). */
const benefitPrices = (show: Show) =>
  benefitPolicies
    .filter(policy => policy.state !== 'pending' && policy.cinemaLinkIds.includes(show.cinemaLinkId))
    .map(policy => ({
      benefitPolicyCode: policy.policyCode,
      benefitPayPrice: yuan(benefitFen(show, policy)),
      ...given({ eachShowDiscountTickets: policy.ticketsPerShow }),
    }))

function asSchedule(show: Show, cinema: Cinema, now: number) {
  const film = filmOf(show.filmCode)
  return {
    scheduleId: String(show.scheduleId),
    scheduleKey: show.scheduleKey,
    cinemaLinkId: show.cinemaLinkId,
    showDateTime: beijingTime(show.startsAt),
    hallId: show.hallId,
    standardPrice: yuan(show.standardFen),
    lowestPrice: yuan(show.lowestFen),
    ...(show.settleFen === null ? {} : { settlePrice: yuan(show.settleFen) }),
    ...(show.feeFen === null ? {} : { ticketfee: yuan(show.feeFen) }),
    feeType: cinema.fee.type,
    throughStatus: 'N',
    stopSellingTime: beijingTime(show.stopSellingAt),
    saleStatus: saleStateOf(show, cinema, now) === 'open' ? 'Y' : 'N',
    sessionCode: show.sessionCode,
    film: {
      name: film.name,
      shortName: show.shortName,
      filmCode: show.filmCode,
      language: show.language,
      duration: film.duration,
      dimensional: show.dimensional,
      size: show.size,
    },
    ...(show.areaPrices.length === 0
      ? {}
      : {
          areaSettlePrices: show.areaPrices.map(area => ({
            name: area.name,
            settlePrice: yuan(area.settleFen),
          })),
        }),
  }
}
