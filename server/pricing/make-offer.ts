import type { Hall } from '#contract/hall.ts'
import type { SeatId, ShowId } from '#contract/ids.ts'
import type { OrderShow, Quote, QuoteLine } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import { toInstant } from '#contract/time.ts'
import type { KnownShow } from '../catalog/catalog.ts'
import { endsAtMs, saleState } from '../catalog/programme.ts'
import { showIdOf } from '../catalog/show-id.ts'
import type { Clock } from '../kernel/clock.ts'
import { checkChoice } from '../seating/check-choice.ts'
import type { Seating } from '../seating/seating.ts'
import type { MakeOffer } from './offer.ts'
import { quoteOf } from './quote.ts'

/** Prices older than this are not sold at: the cinema may have changed them while the cloud was out of reach. */
const pricesGoodForMs = 60 * 60_000

/** The one place where a price is made. */
export function createMakeOffer(parts: {
  seating: Pick<Seating, 'hall' | 'seatStates'>
  clock: Clock
}): MakeOffer {
  const { seating, clock } = parts
  return async (showId: ShowId, seatIds: readonly SeatId[], own: readonly SeatId[] = []) => {
    const { cinema, show, hall, fetchedAtMs } = await seating.hall(showId)
    const nowMs = clock.now()
    const state = saleState(show, nowMs)
    if (state === 'sales-ended') throw new Problem('sales-ended')
    if (state === 'not-on-sale') throw new Problem('show-not-on-sale')
    if (nowMs - fetchedAtMs > pricesGoodForMs) throw new Problem('selling-paused')
    const indexes = await checkChoice(hall, seatIds, own, () => seating.seatStates(showId))
    return {
      ref: { cinemaId: show.cinemaId, scheduleId: show.scheduleId, scheduleKey: show.scheduleKey },
      show: orderShow({ cinema, show, fetchedAtMs }, hall),
      quote: quoteFor(hall, indexes),
      refund: cinema.refund,
      startsAtMs: show.startsAt,
      sellsUntilMs: show.sellsUntil,
    }
  }
}

/**
 * What these seats cost, line by line in the hall's order. A fee per order stands on the first line, so that the
 * sum of the lines is always exactly the total.
 */
export function quoteFor(hall: Hall, seatIndexes: readonly number[]): Quote {
  const lines = seatIndexes.map((index, position) => lineOf(hall, index, position))
  return quoteOf({ showId: hall.showId }, { lines, goods: [], feeKind: hall.feeKind })
}

function lineOf(hall: Hall, index: number, position: number): QuoteLine {
  const { id, row, column, section, band } = hall.seats
  const price = entry(hall.bands, entry(band, index))
  return {
    seatId: entry(id, index),
    row: entry(row, index),
    column: entry(column, index),
    sectionName: entry(hall.sections, entry(section, index)).name,
    ...(price.name !== undefined && { areaName: price.name }),
    ticketFen: price.ticketFen,
    feeFen: hall.feeKind === 'ticket' || position === 0 ? price.feeFen : 0,
  }
}

/** The entry of a column; a quote with a hole in it must never be made. */
function entry<T>(column: readonly T[], index: number): T {
  const value = column[index]
  if (value === undefined) throw new RangeError(`the hall has no entry ${index}`)
  return value
}

function orderShow({ cinema, show }: KnownShow, hall: Hall): OrderShow {
  return {
    id: showIdOf(show),
    cinemaId: cinema.id,
    cinemaName: cinema.name,
    hallName: hall.name,
    filmCode: show.film.code,
    filmName: show.film.name,
    language: show.film.language,
    dimension: show.film.dimension,
    startsAt: toInstant(show.startsAt),
    endsAt: toInstant(endsAtMs(show)),
  }
}
