import type { ShowSeats, ShowSold } from '#contract/sandbox-control.ts'
import type { LocalDate } from '#contract/time.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { saleStateOf } from '../cloud/sale-state.ts'
import type { Show } from '../cloud/shows.ts'
import { filmOf } from '../world/films.ts'
import type { Seat } from '../world/seat-plan.ts'
import { type Cinema, type Hall, planOn } from '../world/world.ts'

interface Place {
  show: Show
  cinema: Cinema
  hall: Hall
}

/** The shows of a business day at one cinema, with how full they are. */
export function showsSold(cloud: Cloud, cinemaLinkId: string, day: LocalDate): ShowSold[] {
  return cloud.shows.ofCinema(cinemaLinkId, day, day).flatMap(show => {
    const place = placeOf(cloud, show)
    return place ? [summaryOf(cloud, place, takenIn(cloud, show))] : []
  })
}

/** One show with all its seats; undefined when there is no such show. */
export function showSeats(cloud: Cloud, scheduleId: number): ShowSeats | undefined {
  const show = cloud.shows.find(scheduleId)
  const place = show && placeOf(cloud, show)
  if (!place) return undefined
  const taken = takenIn(cloud, place.show)
  const { sections } = planOn(place.hall, place.show.day)
  return {
    ...summaryOf(cloud, place, taken),
    places: sections.flatMap(section =>
      section.seats.map(seat => ({
        seatId: seat.seatId,
        section: section.name,
        row: seat.rowId,
        column: seat.columnId,
        x: seat.x,
        y: seat.y,
        ...stateOf(seat, taken.get(seat.seatId)),
      })),
    ),
  }
}

/** Where a show runs; undefined when its cinema or hall is no longer drawn. */
export function placeOf(cloud: Cloud, show: Show): Place | undefined {
  const cinema = cloud.world.cinemas.find(({ cinemaLinkId }) => cinemaLinkId === show.cinemaLinkId)
  const hall = cinema?.halls.find(({ hallId }) => hallId === show.hallId)
  return cinema && hall && { show, cinema, hall }
}

type Taken = ReturnType<Cloud['books']['seatsTaken']>[number]

const takenIn = (cloud: Cloud, { scheduleId }: Show): Map<string, Taken> =>
  new Map(cloud.books.seatsTaken(scheduleId, cloud.clock.now()).map(seat => [seat.seatId, seat]))

function summaryOf(cloud: Cloud, { show, cinema, hall }: Place, taken: ReadonlyMap<string, Taken>): ShowSold {
  const now = cloud.clock.now()
  const all = [...taken.values()]
  return {
    scheduleId: String(show.scheduleId),
    film: filmOf(show.filmCode).name,
    hallId: hall.hallId,
    hallName: hall.name,
    startsAt: show.startsAt,
    stopSellingAt: show.stopSellingAt,
    sale: now >= show.stopSellingAt ? 'over' : saleStateOf(show, cinema, now),
    seats: planOn(hall, show.day).sections.reduce((sum, { seats }) => sum + seats.length, 0),
    sold: all.filter(({ lockedUntil }) => lockedUntil === null).length,
    locked: all.filter(({ lockedUntil }) => lockedUntil !== null).length,
  }
}

function stateOf(
  seat: Seat,
  taken: Taken | undefined,
): Pick<ShowSeats['places'][number], 'state' | 'lockOrderId'> {
  if (taken) {
    const { lockOrderId, lockedUntil } = taken
    if (lockOrderId === null) return { state: 'till' }
    return { state: lockedUntil === null ? 'ordered' : 'locked', lockOrderId }
  }
  if (seat.damaged) return { state: 'broken' }
  return { state: seat.type === 'H' ? 'held' : 'free' }
}
