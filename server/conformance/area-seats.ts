import { z } from 'zod'
import type { Probe } from './probe.ts'
import type { Show } from './programme.ts'
import { fenOf, objectIn, readable, Text } from './reading.ts'
import { Untried } from './verdict.ts'

const AreaSeats = z.object({ sectionAreas: z.unknown().optional() })
const SectionAreas = z.object({ areaDetails: z.unknown().optional() })
const Area = z.object({ name: Text, seats: z.unknown().optional() })
const SeatId = z.object({ seatId: Text })

export interface AreaSeat {
  show: Show
  seatId: string
  /** The area's settle price. */
  priceFen: number
}

/** A free seat with an area's price. @throws Untried when all of them are sold, or there are none */
export async function freeAreaSeat({
  programme,
  plans,
  must,
}: Pick<Probe, 'programme' | 'plans' | 'must'>): Promise<AreaSeat> {
  await programme.areaShow()
  for (const show of await programme.onSale()) {
    if (show.areaPrices.length === 0) continue
    const answer = await must('seat.getScheduleAreaSeats', show.key)
    const priced = new Map(
      readable(objectIn(answer, AreaSeats).sectionAreas, SectionAreas)
        .flatMap(({ areaDetails }) => readable(areaDetails, Area))
        .flatMap(({ name, seats }) => {
          const priceFen = fenOf(show.areaPrices.find(area => area.name === name)?.settlePrice)
          return priceFen === undefined
            ? []
            : readable(seats, SeatId).map(({ seatId }) => [seatId, priceFen] as const)
        }),
    )
    const [seatId] = await plans.freeSeats(show, 1, new Set(priced.keys())).catch(soldOut)
    const priceFen = priced.get(seatId ?? '')
    if (seatId !== undefined && priceFen !== undefined) return { show, seatId, priceFen }
  }
  throw new Untried('unclear', 'every seat of every area is sold')
}

function soldOut(error: unknown): string[] {
  if (error instanceof Untried) return []
  throw error
}
