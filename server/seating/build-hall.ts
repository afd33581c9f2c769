import { createHash } from 'node:crypto'
import type { Cinema } from '#contract/catalog.ts'
import type { Hall, PriceBand, SeatColumns, SeatRules } from '#contract/hall.ts'
import { hallName } from '../catalog/programme.ts'
import { showIdOf } from '../catalog/show-id.ts'
import { areaPrice, basePrice, feeOn } from '../catalog/show-price.ts'
import type { CloudShow, HallPlan, ShowArea } from '../moviecloud/gateway-types.ts'

/**
 * Joins plan, areas and prices to the hall that a guest sees. A seat belongs to an area when the cloud lists it
 * there and the show has a price under that very name (4.4, 4.2.4); every other seat has the base price. Bands
 * that no seat has are left out, so that the legend names no price that cannot be had.
 */
export function buildHall(parts: {
  cinema: Cinema
  show: CloudShow
  plan: HallPlan
  areas: readonly ShowArea[]
  maxSeats: number
  seatRules?: SeatRules
}): Hall {
  const { cinema, show, plan, areas, maxSeats, seatRules } = parts
  const areaOf = areaBySeat(show, areas)
  const bands: PriceBand[] = []
  const bandIndexes = new Map<string | undefined, number>()

  function bandIndex(name: string | undefined): number {
    const known = bandIndexes.get(name)
    if (known !== undefined) return known
    const ticketFen = (name === undefined ? undefined : areaPrice(show, name)) ?? basePrice(show)
    const feeFen = feeOn(show, ticketFen, cinema.cityCode)
    bands.push(
      name === undefined
        ? { id: 'base', kind: 'base', ticketFen, feeFen }
        : { id: `area:${name}`, kind: 'area', name, ticketFen, feeFen },
    )
    bandIndexes.set(name, bands.length - 1)
    return bands.length - 1
  }

  const seats: SeatColumns = {
    id: [],
    section: [],
    band: [],
    row: [],
    column: [],
    x: [],
    y: [],
    type: [],
    damaged: [],
  }
  for (const [sectionIndex, section] of plan.sections.entries()) {
    for (const seat of section.seats) {
      if (seat.damaged) seats.damaged.push(seats.id.length)
      seats.id.push(seat.id)
      seats.section.push(sectionIndex)
      seats.band.push(bandIndex(areaOf.get(seatKey(section.id, seat.id))))
      seats.row.push(seat.row)
      seats.column.push(seat.column)
      seats.x.push(seat.x)
      seats.y.push(seat.y)
      seats.type.push(seat.type)
    }
  }
  if (bands.length === 0) bandIndex(undefined)

  const hall = {
    showId: showIdOf(show),
    cinemaId: cinema.id,
    hallId: show.hallId,
    name: hallName(cinema, show),
    sections: plan.sections.map(({ id, name }) => ({ id, name })),
    bands,
    feeKind: show.feeKind,
    seats,
    maxSeats,
    ...(seatRules && { seatRules }),
  }
  return { ...hall, version: versionOf(hall) }
}

const seatKey = (sectionId: string, seatId: string) => `${sectionId} ${seatId}`

/** The priced area of each seat. The cloud's own example lists a seat twice: the first mention counts. */
function areaBySeat(show: CloudShow, areas: readonly ShowArea[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const area of areas) {
    if (areaPrice(show, area.name) === undefined) continue
    for (const seatId of area.seatIds) {
      const key = seatKey(area.sectionId, seatId)
      if (!names.has(key)) names.set(key, area.name)
    }
  }
  return names
}

/** A fingerprint of everything in the hall; 96 bits are plenty to tell versions apart. */
function versionOf(hall: Omit<Hall, 'version'>): string {
  return createHash('sha256').update(JSON.stringify(hall)).digest('base64url').slice(0, 16)
}
