import { type SeatId, ShowId } from '#contract/ids.ts'
import type { LocalDate } from '#contract/time.ts'
import { toInstant } from '#contract/time.ts'
import type { Outcome } from '../../server/kernel/outcome.ts'
import type { CloudShow, MovieCloud, PlanSeat } from '../../server/moviecloud/gateway-types.ts'
import type { Offer } from '../../server/pricing/offer.ts'

/** A free seat, and what it is offered for. */
export interface Place {
  seatId: SeatId
  offer: Offer
}

/**
 * At least `count` free seats of the shows of these days, in every cinema if need be.
 *
 * @throws Error when the cloud does not answer, or has not so many
 */
export async function findPlaces(
  cloud: MovieCloud,
  days: { from: LocalDate; to: LocalDate },
  count: number,
): Promise<Place[]> {
  const places: Place[] = []
  for (const cinema of await must(cloud.cinemas())) {
    for (const show of await must(cloud.shows({ cinemaId: cinema.id, ...days }))) {
      if (places.length >= count) return places
      places.push(...(await freePlaces(cloud, cinema.name, show)))
    }
  }
  if (places.length < count) throw new Error(`the sandbox has only ${places.length} seats to sell`)
  return places
}

async function freePlaces(cloud: MovieCloud, cinemaName: string, show: CloudShow): Promise<Place[]> {
  const { settleFen, cinemaId, hallId } = show
  if (!show.onSale || show.areaPrices.length > 0 || settleFen === undefined) return []
  const [plan] = await must(cloud.hallPlans({ cinemaId, hallId }))
  const section = plan?.sections[0]
  if (section === undefined) return []
  const sold = new Set(await must(cloud.soldSeats(show, section.id)))
  return section.seats
    .filter(seat => seat.type === 'N' && !seat.damaged && !sold.has(seat.id))
    .map(seat => ({ seatId: seat.id, offer: offerOf(show, cinemaName, seat, settleFen) }))
}

function offerOf(show: CloudShow, cinemaName: string, seat: PlanSeat, ticketFen: number): Offer {
  const { feeFen, feeKind, film } = show
  const line = { seatId: seat.id, row: seat.row, column: seat.column, sectionName: '', ticketFen, feeFen }
  return {
    ref: { cinemaId: show.cinemaId, scheduleId: show.scheduleId, scheduleKey: show.scheduleKey },
    show: {
      id: ShowId.parse(`${show.cinemaId}~${show.scheduleId}`),
      cinemaId: show.cinemaId,
      cinemaName,
      hallName: '1',
      filmCode: film.code,
      filmName: film.name,
      language: film.language,
      dimension: film.dimension,
      startsAt: toInstant(show.startsAt),
      endsAt: toInstant(show.startsAt + 7_200_000),
    },
    quote: {
      lines: [line],
      ticketsFen: ticketFen,
      feesFen: feeFen,
      goods: [],
      goodsFen: 0,
      totalFen: ticketFen + feeFen,
      feeKind,
      hash: 'seen',
    },
    refund: { kind: 'until', minutesBeforeShow: 60 },
    startsAtMs: show.startsAt,
    sellsUntilMs: show.sellsUntil,
  }
}

async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome
  if (answer.kind !== 'done') throw new Error(`the sandbox did not answer: ${JSON.stringify(answer)}`)
  return answer.value
}
